"""The clocks of the report: minutes and materials, how fast they went out and who was late."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import _
from commcoord.render.charts.columns import columns as column_chart
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, table

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Table

LIMITS = (1, 4, 24, 72)
"""Hours at which the picture of the time to circulation parts its columns."""
COLOURS = ("c2", "c2", "c2", "c3", "c3", "c4")


def clocks(answer: "Answer") -> Section:
    """Return the section of minutes and materials with the offenders of each clock."""
    tables = [
        _counts(answer),
        _late("minutes_offenders", _("Minutes late or never sent"), answer["minutes"]["offenders"]),
        _late("materials_offenders", _("Materials late or missing"), answer["materials"]["offenders"]),
    ]
    return Section("clocks", _("Minutes and materials"), tables, pictures=_pictures(answer))


def _counts(answer: "Answer") -> "Table":
    minutes, materials = answer["minutes"], answer["materials"]
    columns = [
        Column(_("Clock")),
        Column(_("All"), "number"),
        Column(_("In time"), "number"),
        Column(_("Late"), "number"),
        Column(_("Never"), "number"),
        Column(_("Not due yet"), "number"),
        Column(_("Rate in time"), "percent"),
    ]
    rows = [
        [
            _("Minutes after the meeting"),
            minutes["held"],
            minutes["on_time"],
            minutes["late"],
            minutes["never"],
            minutes["not_yet"],
            minutes["rate"],
        ],
        [
            _("Materials before the meeting"),
            materials["needed"],
            materials["on_time"],
            materials["late"],
            None,
            materials["not_yet"],
            materials["rate"],
        ],
    ]
    return table("clocks", _("The 24-hour clocks"), columns, rows)


def _late(name: str, title: str, offenders: Sequence[Mapping[str, Any]]) -> "Table":
    columns = [
        Column(_("Record"), "id"),
        Column(_("Title")),
        Column(_("Responsible"), "name"),
        Column(_("Due"), "time"),
        Column(_("Sent"), "time"),
        Column(_("Late by"), "hours"),
    ]
    keys = ("record", "title", "owner", "due", "sent", "hours_late")
    return table(name, title, columns, ([one[key] for key in keys] for one in offenders))


def _pictures(answer: "Answer") -> list["Picture"]:
    if not answer["minutes"]["held"]:
        return []
    counts = [0] * (len(LIMITS) + 1)
    for one in answer["hours_to_circulation"]:
        counts[bisect_left(LIMITS, one["hours"])] += 1
    names = [
        _("within 1 h"),
        _("1 to 4 h"),
        _("4 to 24 h"),
        _("1 to 3 days"),
        _("over 3 days"),
        _("never"),
    ]
    values = [*counts, answer["minutes"]["never"]]
    return [column_chart(_("From the end to circulation"), names, [(_("Minutes"), "c2", values)], COLOURS)]
