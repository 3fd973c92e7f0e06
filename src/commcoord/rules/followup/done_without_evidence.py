"""It is done, they say, and nothing shows it.

What: an action, milestone or measure is done, with neither evidence nor a note that closes it.

Why: in three months nobody knows where the list is, or whether there ever was one.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         done_on: 2023-10-24}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         done_on: 2023-10-24,
         log: [{on: 2023-10-24, by: 王强, note: 清单已交张伟, status: done}]}

Bad (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-10-24, status: done,
         done_on: 2023-10-24, log: [{on: 2023-10-22, by: Wang Qiang, note: half of it is there}]}

Good (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-10-24, status: done,
         done_on: 2023-10-24, evidence: docs/sites.xlsx}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.ids import is_item_id
from commcoord.records.promised import promised
from commcoord.records.said import said
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC610"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find items that were closed without a trace."""
    _ = view
    for one in promised(record):
        if one.item.status == "done" and not said(one.item.evidence) and not _closing_note(one.item):
            yield Finding(
                Message("“{what}” is done, and nothing shows it.", what=one.title),
                one.at("evidence"),
                f"commcoord done {one.id} --evidence LINK"
                if is_item_id(one.id)
                else one.setting("evidence", "LINK"),
                item=one.id,
            )


def _closing_note(item: "Item") -> bool:
    """Whether a note came with or after the end; any note where nobody wrote when the end was."""
    notes = [entry for entry in item.log if said(entry.note)]
    return any(
        entry.status == "done" or item.done_on is None or (entry.on is not None and entry.on >= item.done_on)
        for entry in notes
    )
