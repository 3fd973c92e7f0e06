"""What became of actions, milestones and measures: done, in time, late, open, overdue, by department and week."""

from datetime import date, timedelta
from typing import Any

from commcoord.records.clocks import first_due
from commcoord.records.parts import Item
from commcoord.records.record import Record
from commcoord.records.vocabulary import CLOSED
from commcoord.review.figure import Group, count, rate
from commcoord.review.scope import Scope, item_ref

Pair = tuple[Record, Item]


def action_figures(scope: Scope) -> Group:
    """Return the contract's figures `actions`, as a whole and by the department of the owner."""
    by_department: dict[str, list[Pair]] = {}
    for pair in scope.items:
        by_department.setdefault(scope.department(pair[1].owner), []).append(pair)
    return {
        **figures_of(scope.items, scope.view.today),
        "by_department": {
            name: figures_of(by_department[name], scope.view.today)
            for name in sorted(by_department, key=lambda name: (name == "", -len(by_department[name]), name))
        },
        "offenders": [
            _offender(pair, scope) for pair in scope.items if late_days(pair[1], scope.view.today) is not None
        ],
    }


def figures_of(pairs: list[Pair], today: date) -> Group:
    """Return what became of some items.

    `total` leaves out what was cancelled and is done plus open. Done in time is what was done by its *first*
    deadline; what has no deadline or no day of its end is neither in time nor late (`done_undated`). `overdue`
    and `blocked` are among the open ones. completion_rate is done over total, on_time_rate is done_on_time
    over done_on_time and done_late.
    """
    live = [pair for pair in pairs if pair[1].status != "cancelled"]
    done = [pair for pair in live if pair[1].status == "done"]
    in_time = count(item_ref(pair) for pair in done if kept(pair[1]) is True)
    late = count(item_ref(pair) for pair in done if kept(pair[1]) is False)
    total, all_done = count(map(item_ref, live)), count(map(item_ref, done))
    return {
        "total": total,
        "done": all_done,
        "done_on_time": in_time,
        "done_late": late,
        "done_undated": count(item_ref(pair) for pair in done if kept(pair[1]) is None),
        "open": count(item_ref(pair) for pair in live if pair[1].status != "done"),
        "overdue": count(item_ref(pair) for pair in live if overdue(pair[1], today)),
        "blocked": count(item_ref(pair) for pair in live if pair[1].status == "blocked"),
        "cancelled": count(item_ref(pair) for pair in pairs if pair[1].status == "cancelled"),
        "completion_rate": rate(all_done, total),
        "on_time_rate": rate(in_time, in_time, late),
    }


def kept(item: Item) -> bool | None:
    """Whether an item that is done was done by its first deadline; none where one of the two days is unknown."""
    due = first_due(item)
    return item.done_on <= due if item.done_on and due else None


def overdue(item: Item, today: date) -> bool:
    """Whether an item is open although its present deadline has passed."""
    return (item.status or "open") not in CLOSED and item.due is not None and item.due < today


def late_days(item: Item, today: date) -> int | None:
    """Return by how many days an item was done too late, or is overdue; none where it is neither."""
    due = first_due(item)
    if item.status == "done" and kept(item) is False and item.done_on and due:
        return (item.done_on - due).days
    return (today - item.due).days if item.due and overdue(item, today) else None


def by_week(scope: Scope) -> list[dict[str, Any]]:
    """Return how many items were opened and closed in each week of the period so far, from Monday to Sunday.

    An item is opened on its record's day and closed on the day on which it was done. What was opened in the
    period and closed after it stands in no week.
    """
    live = [(record.date, item.done_on if item.status == "done" else None) for record, item in scope.items]
    last = max(min(scope.period.last, scope.view.today), scope.period.first)
    monday = scope.period.first - timedelta(days=scope.period.first.weekday())
    weeks = [monday + timedelta(weeks=place) for place in range((last - monday).days // 7 + 1)]
    opened = [one - timedelta(days=one.weekday()) for one, _ in live]
    closed = [one - timedelta(days=one.weekday()) for _, one in live if one is not None]
    return [
        {
            "week": f"{week:%G-W%V}",
            "from": f"{week}",
            "opened": opened.count(week),
            "closed": closed.count(week),
        }
        for week in weeks
    ]


def _offender(pair: Pair, scope: Scope) -> dict[str, Any]:
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
