"""What became of actions, milestones and measures: done, in time, late, open, overdue, by department and week."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from commcoord.records.clocks import first_due
from commcoord.records.vocabulary import CLOSED
from commcoord.review.figure import count, rate

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.review.figure import Group
    from commcoord.review.scope import Scope

Pair: TypeAlias = "tuple[Record, Item]"
Judged = tuple[Pair, Sequence[str]]
"""An item and the figures in which it is counted."""

COUNTS = (
    "total",
    "done",
    "done_on_time",
    "done_late",
    "done_undated",
    "open",
    "overdue",
    "blocked",
    "cancelled",
)
DONE = {
    True: ("total", "done", "done_on_time"),
    False: ("total", "done", "done_late"),
    None: ("total", "done", "done_undated"),
}
"""Where an item that is done is counted, by whether it was done by its first deadline."""
OPEN = {
    (late, blocked): ("total", "open", *(("overdue",) if late else ()), *(("blocked",) if blocked else ()))
    for late in (False, True)
    for blocked in (False, True)
}
"""Where an open item is counted, by whether it is overdue and whether it is blocked."""


def action_figures(scope: "Scope") -> "Group":
    """Return the contract's figures `actions`, as a whole and by the department of the owner."""
    mine = scope.once(judged_items)
    by_department: dict[str, list[Judged]] = {}
    for one in mine:
        by_department.setdefault(scope.department(one[0][1].owner), []).append(one)
    return {
        **figures_of(mine),
        "by_department": {
            name: figures_of(by_department[name])
            for name in sorted(by_department, key=lambda name: (name == "", -len(by_department[name]), name))
        },
        "offenders": [
            _offender(pair, scope) for pair, came_to in mine if "done_late" in came_to or "overdue" in came_to
        ],
    }


def judged_items(scope: "Scope") -> list[Judged]:
    """Return the items of a period, each with what became of it."""
    return [(pair, came_to(pair[1], scope.view.today)) for pair in scope.items]


def came_to(item: "Item", today: date) -> Sequence[str]:
    """Return the figures in which an item is counted."""
    if item.status == "cancelled":
        return ("cancelled",)
    if item.status == "done":
        return DONE[kept(item)]
    late, blocked = overdue(item, today), item.status == "blocked"
    return OPEN[late, blocked]


def figures_of(items: Iterable[Judged]) -> "Group":
    """Return what became of some items.

    `total` leaves out what was cancelled and is done plus open. Done in time is what was done by its *first*
    deadline; what has no deadline or no day of its end is neither in time nor late (`done_undated`). `overdue`
    and `blocked` are among the open ones. completion_rate is done over total, on_time_rate is done_on_time
    over done_on_time and done_late.
    """
    found: dict[str, list[Pair]] = {name: [] for name in COUNTS}
    for pair, names in items:
        for name in names:
            found[name].append(pair)
    counts = {name: count(found[name]) for name in COUNTS}
    return {
        **counts,
        "completion_rate": rate(counts["done"], counts["total"]),
        "on_time_rate": rate(counts["done_on_time"], counts["done_on_time"], counts["done_late"]),
    }


def kept(item: "Item") -> bool | None:
    """Whether an item that is done was done by its first deadline; none where one of the two days is unknown."""
    due = first_due(item)
    return item.done_on <= due if item.done_on and due else None


def overdue(item: "Item", today: date) -> bool:
    """Whether an item is open although its present deadline has passed."""
    return (item.status or "open") not in CLOSED and item.due is not None and item.due < today


def late_days(item: "Item", today: date) -> int | None:
    """Return by how many days an item was done too late, or is overdue; none where it is neither."""
    due = first_due(item)
    if item.status == "done" and kept(item) is False and item.done_on and due:
        return (item.done_on - due).days
    return (today - item.due).days if item.due and overdue(item, today) else None


def by_week(scope: "Scope") -> list[dict[str, Any]]:
    """Return how many items were opened and closed in each week of the period so far, from Monday to Sunday.

    An item is opened on its record's day and closed on the day on which it was done. What was opened in the
    period and closed after it stands in no week.
    """
    live = [(record.date, item.done_on if item.status == "done" else None) for record, item in scope.items]
    last = max(min(scope.period.last, scope.view.today), scope.period.first)
    monday = scope.period.first - timedelta(days=scope.period.first.weekday())
    weeks = [monday + timedelta(weeks=place) for place in range((last - monday).days // 7 + 1)]
    opened = Counter(one - timedelta(days=one.weekday()) for one, _ in live)
    closed = Counter(one - timedelta(days=one.weekday()) for _, one in live if one is not None)
    return [
        {
            "week": f"{week:%G-W%V}",
            "from": f"{week}",
            "opened": opened[week],
            "closed": closed[week],
        }
        for week in weeks
    ]


def _offender(pair: Pair, scope: "Scope") -> dict[str, Any]:
    record, item = pair
    moved = [entry.note for entry in item.log if entry.due is not None and entry.note]
    due = first_due(item) if item.status == "done" else item.due
    return {
        "record": record.id,
        "item": item.id,
        "title": record.title,
        "what": item.what,
        "owner": item.owner,
        "department": scope.department(item.owner),
        "outcome": "done_late" if item.status == "done" else "overdue",
        "due": due and due.isoformat(),
        "done_on": item.done_on and item.done_on.isoformat(),
        "days_late": late_days(item, scope.view.today),
        "reason": moved[-1] if moved else item.log[-1].note if item.log else item.risk,
    }
