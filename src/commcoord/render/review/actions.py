"""The actions of the report: what became of them, by department and week, and which were late."""

from typing import TYPE_CHECKING, Any

from commcoord.language.messages import _
from commcoord.render.charts.bars import bars
from commcoord.render.charts.columns import columns as column_chart
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, percent, table

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Table

KEYS = ("total", "done", "done_on_time", "done_late", "open", "overdue", "blocked", "cancelled")
MOST_DEPARTMENTS = 16  # bars of a picture that can still be read; the table has all


def actions(answer: "Answer") -> Section:
    """Return the section of actions, milestones and measures."""
    tables = [_by_department(answer), _late(answer)]
    return Section("actions", _("Actions, milestones and measures"), tables, pictures=_pictures(answer))


def _by_department(answer: "Answer") -> "Table":
    found = answer["actions"]
    columns = [
        Column(_("Department"), "name"),
        Column(_("All"), "number"),
        Column(_("Done"), "number"),
        Column(_("Done in time"), "number"),
        Column(_("Done late"), "number"),
        Column(_("Open"), "number"),
        Column(_("Overdue"), "number"),
        Column(_("Blocked"), "number"),
        Column(_("Cancelled"), "number"),
        Column(_("Rate done"), "percent"),
        Column(_("Rate in time"), "percent"),
    ]
    rows = [_row(name or _("(department unknown)"), one) for name, one in found["by_department"].items()]
    return table("actions", _("By department"), columns, [*rows, _row(_("Total"), found)])


def _row(name: str, found: Any) -> list[Any]:
    return [name, *(found[key] for key in KEYS), found["completion_rate"], found["on_time_rate"]]


def _late(answer: "Answer") -> "Table":
    columns = [
        Column(_("Record"), "id"),
        Column(_("Item"), "id"),
        Column(_("What")),
        Column(_("Responsible"), "name"),
        Column(_("First due"), "date"),
        Column(_("Done on"), "date"),
        Column(_("Late by"), "days"),
        Column(_("Reason")),
    ]
    keys = ("record", "item", "what", "owner", "due", "done_on", "days_late", "reason")
    rows = ([one[key] for key in keys] for one in answer["actions"]["offenders"])
    return table("actions_offenders", _("Actions late or overdue"), columns, rows)


def _pictures(answer: "Answer") -> list["Picture"]:
    weeks = answer["weeks"]
    found = []
    if answer["actions"]["total"]:
        series = [
            (_("opened"), "c1", [one["opened"] for one in weeks]),
            (_("done"), "c2", [one["closed"] for one in weeks]),
        ]
        labels = [one["from"][5:] for one in weeks]
        if len(weeks) <= MOST_DEPARTMENTS:
            found.append(column_chart(_("Actions opened and closed by week (from Monday)"), labels, series))
    rated = [
        (name or _("(department unknown)"), one)
        for name, one in answer["actions"]["by_department"].items()
        if one["on_time_rate"] is not None
    ]
    if rated:
        found.append(
            bars(_("Done in time by department"), [_bar(*one) for one in rated[:MOST_DEPARTMENTS]], top=1)
        )
    return found


def _bar(name: str, found: Any) -> tuple[str, list[tuple[float, str, str]]]:
    rate, kept = found["on_time_rate"], found["done_on_time"]
    said = f"{percent(rate)} ({kept}/{kept + found['done_late']})"
    return name, [(rate, said, "c2" if rate >= 0.9 else "c3")]  # noqa: PLR2004  nine of ten is a habit
