"""It was filed, and something in it is still open.

What: the record is done or being filed, and an action, milestone or measure is neither done nor cancelled.

Why: nobody looks into the archive for work to do.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, by: 王强, note: 还差两家门店}]}

Good:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, by: 王强, note: 还差两家门店}]}

Bad (en):
    kind: task
    milestones:
      - {id: m-2t6n, what: Deliver the final leaflet, owner: Li Na (Product), due: 2023-11-26, status: open,
         log: [{on: 2023-10-30, by: Li Na, note: the printer has it}]}

Good (en):
    kind: task
    milestones:
      - {id: m-2t6n, what: Deliver the final leaflet, owner: Li Na (Product), due: 2023-10-26, status: cancelled,
         log: [{on: 2023-10-25, by: Li Na, note: the shops print their own, status: cancelled}]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import open_on
from commcoord.records.promised import promised
from commcoord.records.vocabulary import CLOSED
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC701"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find open items in a record that is filed."""
    if not view.past(record, "archive"):
        return
    for one in promised(record):
        if _open(one.item, view):
            yield Finding(
                Message("“{what}” is still open: nothing is filed with open items.", what=one.title),
                one.at("status"),
                f"commcoord done {one.name} --evidence LINK",
                Message("Or cancel it: commcoord cancel {item} --because …", item=one.name),
                one.id,
            )


def _open(item: "Item", view: "View") -> bool:
    """Whether an item is open as it is written, as the step is; at the gate, by the day on which it is tried."""
    if view.leaving:
        return open_on(item, view.today)
    return (item.status or "open") not in CLOSED
