"""The deadline lies before the communication that set it.

What: the deadline of an action, milestone or measure is earlier than the record's day (a task's: its start). A plan
    is prepared before its day, and what was done by that day was only reported: neither is judged.

Why: it is a slip of the pen, and an action that is late before it is spoken of spoils every figure.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-09-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}
    archive: {improve: [日期写好再念一遍]}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Bad (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2022-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Good (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.kinds import is_task
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC609"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find deadlines that were over before anybody set them."""
    _ = view
    if record.kind == "plan":
        return
    begins = _begins(record)
    for one in promised(record):
        reported = one.item.done_on is not None and one.item.done_on <= begins
        if one.item.due is not None and one.item.due < begins and not reported:
            yield Finding(
                Message(
                    "“{what}” was due on {due}, before the communication itself on {day}.",
                    what=one.title,
                    due=one.item.due,
                    day=begins,
                ),
                one.at("due"),
                one.setting("due", "DATE"),
                item=one.id,
            )


def _begins(record: "Record") -> date:
    return min(record.date, record.start or record.date) if is_task(record) else record.date
