"""What a new record begins with: from nothing, from the record that it follows, or from the last of its series."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from commcoord.records.light import dumped
from commcoord.records.vocabulary import CLOSED

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

FROM_PLAN = ("title", "scenario", "series", "start", "end", "place")
TO_NEXT_PLAN = (
    "title",
    "scenario",
    "series",
    "goal",
    "outcomes",
    "asks",
    "people",
    "channel",
    "agenda",
    "place",
    "audience_departments",
    "deliverables",
)
"""What a plan takes over from another one: everything but its time, and what was sent and done for it."""
FROM_OTHERS = ("title", "scenario", "goal", "outcomes", "people")
FROM_SERIES = (
    "title",
    "scenario",
    "series",
    "goal",
    "outcomes",
    "people",
    "channel",
    "agenda",
    "place",
    "chair",
    "recorder",
    "attendees",
    "cc",
)
ONCE = ("confirmation", "because", "written_record")
"""What a channel says of one communication only."""


def from_record(origin: "Record", tree: Mapping[str, Any], kind: str, day: date) -> dict[str, Any]:
    """Return what a record takes over from the one it comes from; what a plan hands down anyway is not copied."""
    names = FROM_OTHERS if origin.kind != "plan" else TO_NEXT_PLAN if kind == "plan" else FROM_PLAN
    found = {name: tree[name] for name in names if tree.get(name) is not None}
    if kind == "task":
        for name in ("start", "end", "place", "series"):
            found.pop(name, None)
    if origin.kind == kind == "plan":
        found["title"] = redated(origin.title, origin.date, day)
    found |= _lasting_channel(found) | _same_clock(found, day)
    return found | {"links": [origin.id]}


def whole(record: "Record", tree: Mapping[str, Any], view: "View") -> Mapping[str, Any]:
    """Return a record's tree with what it takes from its plan, which what follows it is not linked to."""
    taken = {field.partition(".")[0] for field in view.inherited(record)}
    if not taken:
        return tree
    effective = dumped(view.effective(record))
    return {**tree, **{name: effective[name] for name in taken}}


def from_series(
    name: str, kind: str, view: "View", trees: Mapping[str, Mapping[str, Any]], day: date
) -> dict[str, Any]:
    """Return what the next record of a series takes over: its habits, its open items, its deferred topics."""
    earlier = [
        one for one in view.series(name) if one.kind == kind and one.cancelled is None and one.date < day
    ]
    if not earlier:
        return {"series": name}
    last = earlier[-1]
    tree = whole(last, trees[last.id], view)
    found = {key: tree[key] for key in FROM_SERIES if tree.get(key) is not None}
    found |= _lasting_channel(found) | _same_clock(tree, day)
    found["title"] = redated(str(found.get("title", "")), last.date, day)
    if kind == "minutes":
        found |= _carried_over(earlier)
    return found


def beside_plan(found: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a series still brings to a record that follows a plan: what the plan cannot give."""
    given = {name for name, value in plan.items() if value}
    if (plan.get("people") or {}).get("takes_part"):
        given.add("attendees")
    return {name: value for name, value in found.items() if name not in given}


def redated(title: str, before: date, after: date) -> str:
    """Return the title of the last meeting with the day of the next one, where it names its day."""
    for spelled in SPELLINGS:
        named = re.escape(spelled(before))
        title = re.sub(rf"(?<![\dA-Za-z./])(?<!\d-){named}(?![\dA-Za-z/]|[.-]\d)", spelled(after), title)
    return title


SPELLINGS: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.month}月{day.day}日",
    lambda day: f"{day.month}月{day.day}号",
    lambda day: f"{day.month}月{day.day}號",
    lambda day: f"{day.day} {day:%B}",
    lambda day: f"{day:%B} {day.day}",
    lambda day: f"{day.day} {day:%b}",
    lambda day: f"{day:%b} {day.day}",
    lambda day: f"{day:%m-%d}",
    lambda day: f"{day:%m/%d}",
    lambda day: f"{day:%m.%d}",
    lambda day: f"{day.month}-{day.day}",
    lambda day: f"{day.month}/{day.day}",
    lambda day: f"{day.month}.{day.day}",
)
"""How titles name a day; the year is not part of what is replaced."""


def next_day(name: str, kind: str, view: "View") -> date | None:
    """Return the day on which a series would meet next, by the distance of its last two days, else in a week."""
    days = [one.date for one in view.series(name) if one.kind == kind]
    if not days:
        return None
    return days[-1] + (days[-1] - days[-2] if len(days) > 1 and days[-1] > days[-2] else timedelta(days=7))


def open_items(earlier: list["Record"]) -> list[str]:
    """Return the ids of what the earlier records of a series left open."""
    return [
        item.id for one in earlier for item in one.items if item.id and (item.status or "open") not in CLOSED
    ]


def _carried_over(earlier: list["Record"]) -> dict[str, Any]:
    deferred = [
        one.topic for one in getattr(earlier[-1], "topics", []) if one.outcome == "deferred" and one.topic
    ]
    found: dict[str, Any] = {"leftover": open_items(earlier) or "none"}
    if deferred:
        found["topics"] = [{"topic": topic} for topic in deferred]
    return found


def _lasting_channel(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the channel without what it says of one communication only."""
    channel = found.get("channel")
    if not isinstance(channel, Mapping):
        return {}
    return {"channel": {key: value for key, value in channel.items() if key not in ONCE}}


def _same_clock(tree: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Return start and end at the same time of day on another day."""
    return {
        name: f"{day}{str(tree[name])[10:]}"
        for name in ("start", "end")
        if isinstance(tree.get(name), str) and len(str(tree[name])) > len("2023-10-20")
    }
