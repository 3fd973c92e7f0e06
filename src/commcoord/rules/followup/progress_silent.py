"""Something is open, and nobody says how far it is.

What: an open action, milestone or measure without a word in its log for longer than its rhythm: its own `every`, or
    seven days. A blocked one and one that waits for another are not asked; one that is overdue without a word has
    its own rule.

Why: silence sounds the same whether it goes well or not at all.

Bad:
    # as of 2023-11-08 09:00
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, by: 王强, note: 已联系门店}]}

Good:
    # as of 2023-11-08 09:00
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: doing, every: 14d,
         log: [{on: 2023-10-30, by: 王强, note: 已联系门店}]}

Bad (en):
    # as of 2023-11-08 09:00
    step: followup
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-11-24, status: open}

Good (en):
    # as of 2023-11-08 09:00
    step: followup
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-11-24, status: doing,
         log: [{on: 2023-11-06, by: Wang Qiang, note: five of eight are settled}]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import last_word, progress_due, unexplained
from commcoord.records.promised import promised_on
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC608"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find items of which nobody spoke for longer than their rhythm."""
    for one in promised_on(record, view.today):
        due = progress_due(record, one.item, view)
        if due is not None and due < view.today and not unexplained(one.item, view):
            since = last_word(one.item, view.today) or record.date
            yield Finding(
                Message("“{what}”: not a word since {day}.", what=one.title, day=since),
                one.at("log"),
                f'commcoord progress {one.name} "…"',
                item=one.id,
            )
