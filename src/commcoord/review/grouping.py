"""Counts and rates outside the report: records and their actions by whatever they have in common."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from commcoord.language.names import person
from commcoord.records.kinds import category_of, is_feedback
from commcoord.review.actions import figures_of, judged_items
from commcoord.review.figure import plain
from commcoord.review.minutes import held_figures
from commcoord.review.records import counterpart_of
from commcoord.review.scope import Scope

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.review.actions import Judged

By = Callable[["Record", Scope], Iterable[str]]

BY: dict[str, By] = {
    "kind": lambda record, _scope: [record.kind],
    "scenario": lambda record, _scope: [record.scenario],
    "department": lambda record, scope: [scope.department(record.people.owner)],
    "person": lambda record, _scope: [_name(record.people.owner)],
    "counterpart": lambda record, _scope: counterpart_of(record) or [""],
    "category": lambda record, _scope: [category_of(record)] if is_feedback(record) else [],
    "week": lambda record, _scope: [f"{record.date:%G-W%V}"],
    "month": lambda record, _scope: [f"{record.date:%Y-%m}"],
}
"""What records can be grouped by; the empty name gathers those of which it is not known."""

OWNED: dict[str, Callable[["Item", Scope], str]] = {
    "department": lambda item, scope: scope.department(item.owner),
    "person": lambda item, _scope: _name(item.owner),
}
"""Where an action belongs to its own owner and not to its record's."""

COLUMNS = (
    "records",
    "minutes_held",
    "minutes_on_time",
    "minutes_rate",
    "actions",
    "done",
    "done_on_time",
    "overdue",
    "completion_rate",
    "on_time_rate",
)
CHRONOLOGICAL = ("week", "month")


def statistics(scope: Scope, by: str) -> list[dict[str, Any]]:
    """Return a row a group: the largest first, weeks and months in their order. The definitions are the review's."""
    records, items = _parted(scope, by)
    names = sorted({*records, *items})
    rows = [_row(name, scope.only(records.get(name, [])), items.get(name, [])) for name in names]
    return rows if by in CHRONOLOGICAL else sorted(rows, key=lambda row: (-row["records"], -row["actions"]))


def _parted(scope: Scope, by: str) -> tuple[dict[str, list["Record"]], dict[str, list["Judged"]]]:
    records: dict[str, list[Record]] = {}
    items: dict[str, list[Judged]] = {}
    names_of: dict[str, list[str]] = {}
    for record in scope.records:
        names_of[record.id] = list(BY[by](record, scope))
        for name in names_of[record.id]:
            records.setdefault(name, []).append(record)
    for judged in scope.once(judged_items):
        record, item = judged[0]
        for name in [OWNED[by](item, scope)] if by in OWNED else names_of[record.id]:
            items.setdefault(name, []).append(judged)
    return records, items


def _row(name: str, scope: Scope, items: list["Judged"]) -> dict[str, Any]:
    minutes, actions = plain(held_figures(scope)), plain(figures_of(items))
    return {
        "name": name,
        "records": len(scope.records),
        "minutes_held": minutes["held"],
        "minutes_on_time": minutes["on_time"],
        "minutes_rate": minutes["rate"],
        "actions": actions["total"],
        "done": actions["done"],
        "done_on_time": actions["done_on_time"],
        "overdue": actions["overdue"],
        "completion_rate": actions["completion_rate"],
        "on_time_rate": actions["on_time_rate"],
    }


def _name(owner: str | None) -> str:
    found = person(owner) if owner else None
    return found.name if found else ""
