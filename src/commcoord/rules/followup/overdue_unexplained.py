"""Something is overdue, and nobody has said a word since.

What: an open action, milestone or measure whose deadline has passed, with no note in its log on or after that day.

Why: a delay that is explained can be planned with; one that is found out later cannot.

Bad:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-28, status: doing,
         log: [{on: 2023-10-27, by: 王强, note: 还差两家门店}]}

Good:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-28, status: doing,
         log: [{on: 2023-10-30, by: 王强, note: 还差两家门店，周三补上}]}

Bad (en):
    step: followup
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-10-28, status: doing,
         log: [{on: 2023-10-27, by: Wang Qiang, note: two shops are missing}]}

Good (en):
    step: followup
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-10-28, status: doing,
         log: [{on: 2023-10-30, by: Wang Qiang, note: two shops are closed until Wednesday}]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import unexplained
from commcoord.records.promised import promised_on
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC607"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find overdue items that nobody explained."""
    for one in promised_on(record, view.today):
        if one.item.due is not None and unexplained(one.item, view):
            yield Finding(
                Message(
                    "“{what}” was due on {due}, and nothing was said since.", what=one.title, due=one.item.due
                ),
                one.at("due"),
                f'commcoord progress {one.name} "…"',
                Message("Or move the deadline: commcoord reschedule {item} DATE --because …", item=one.name),
                one.id,
            )
