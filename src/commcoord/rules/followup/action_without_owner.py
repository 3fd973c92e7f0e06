"""Something is to be done, and nobody owns it.

What: an action, milestone or measure without an owner. One that was cancelled needs none.

Why: what everybody should do, nobody does.

Bad:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, due: 2023-11-24, status: open,
         log: [{on: 2023-10-30, note: 已联系门店}]}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Bad (en):
    kind: task
    step: followup
    milestones:
      - {id: m-2t6n, what: Deliver the final leaflet, due: 2023-11-26, status: open,
         log: [{on: 2023-10-30, by: Li Na, note: the text is final}]}

Good (en):
    kind: task
    step: followup
    milestones:
      - {id: m-2t6n, what: Deliver the final leaflet, owner: Li Na (Product), due: 2023-11-26, status: open,
         log: [{on: 2023-10-30, by: Li Na, note: the text is final}]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.groups import means_nobody
from commcoord.language.messages import Message
from commcoord.language.names import person
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC602"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find items that nobody owns."""
    _ = view
    for one in promised(record):
        owner = one.item.owner or ""
        if person(owner) is None or means_nobody(owner):
            yield Finding(
                Message("Nobody owns “{what}”.", what=one.title),
                one.at("owner"),
                one.setting("owner", '"…"'),
                item=one.id,
            )
