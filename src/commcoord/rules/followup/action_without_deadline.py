"""Something is to be done, and nobody says by when.

What: an action, milestone or measure without a deadline. Once it is done, a deadline cannot be set any more: a
    warning. One that was cancelled needs none.

Why: without a date it is never late, so it is never done.

Bad:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, status: doing,
         log: [{on: 2023-10-30, note: 已联系门店}]}

Good:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, note: 已联系门店}]}

Bad (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), status: done,
         evidence: docs/sites.xlsx}

Good (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC604"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find items without a deadline."""
    _ = view
    for one in promised(record):
        if one.item.due is None:
            yield Finding(
                Message("“{what}” has no deadline.", what=one.title),
                one.at("due"),
                one.setting("due", "DATE"),
                item=one.id,
                severity="warning" if one.item.status == "done" else None,
            )
