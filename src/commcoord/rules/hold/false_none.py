"""The minutes of a series say that nothing is left over, while items of earlier meetings are open.

What: `leftover: none`, and an item of an earlier meeting of the series was still open on that day; an item that was
    done later was open then.

Why: what is called finished without being so is never asked about again.

Bad:
    series: 周例会
    leftover: none
    ---
    id: minutes-20231019-k2m4
    date: 2023-10-19
    start: 2023-10-19 14:00
    end: 2023-10-19 15:30
    circulated: {at: 2023-10-19 17:00, to: [全体参会人, 公司管理层], by: email}
    series: 周例会

Good:
    series: 周例会
    leftover: [a-3f9k2]
    ---
    id: minutes-20231019-k2m4
    date: 2023-10-19
    start: 2023-10-19 14:00
    end: 2023-10-19 15:30
    circulated: {at: 2023-10-19 17:00, to: [全体参会人, 公司管理层], by: email}
    series: 周例会

Bad (en):
    series: Weekly
    leftover: none
    ---
    id: minutes-20231019-k2m4
    date: 2023-10-19
    start: 2023-10-19 14:00
    end: 2023-10-19 15:30
    circulated: {at: 2023-10-19 17:00, to: [All attendees, Management], by: email}
    series: Weekly

Good (en):
    series: Weekly
    leftover: [a-3f9k2]
    ---
    id: minutes-20231019-k2m4
    date: 2023-10-19
    start: 2023-10-19 14:00
    end: 2023-10-19 15:30
    circulated: {at: 2023-10-19 17:00, to: [All attendees, Management], by: email}
    series: Weekly
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.records.ids import is_item_id
from commcoord.records.kinds import is_minutes
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC508"
SEVERITY = "error"
NAMED = 3
"""So many items are named in the message; the command has them all."""


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a none that is not true."""
    if not is_minutes(record) or record.leftover != "none":
        return
    items = view.left_over(record)
    if items:
        named = Several(item.what or item.id or "" for item in items[:NAMED])
        ids = ", ".join(item.id for item in items if item.id and is_item_id(item.id))
        yield Finding(
            Message("Nothing left over, it says, but {count} open: {items}.", count=len(items), items=named),
            ("leftover",),
            f'commcoord hold {record.id} --set "leftover=[{ids}]"',
        )
