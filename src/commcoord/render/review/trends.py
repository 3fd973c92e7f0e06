"""The last eight quarters of the report."""

from typing import TYPE_CHECKING

from commcoord.language.messages import _
from commcoord.render.charts.lines import lines
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, table

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer

SEVERAL = 2


def trends(answer: "Answer") -> Section:
    """Return the section of the quarters side by side, a picture where there is more than one."""
    found = answer["trends"]
    names = {
        "minutes_rate": _("Minutes sent in time"),
        "completion_rate": _("Actions done"),
        "on_time_rate": _("Actions done in time"),
        "answered_rate": _("Feedback answered in time"),
    }
    columns = [
        Column(_("Quarter")),
        Column(_("Records"), "number"),
        *(Column(said, "percent") for said in names.values()),
        Column(_("Feedback"), "number"),
        Column(_("Problem cases"), "number"),
    ]
    rows = [
        [
            one["quarter"],
            one["records"],
            *(one[name] for name in names),
            one["feedback"],
            sum(one["problems"].values()),
        ]
        for one in found
    ]
    title = _("The last eight quarters")
    series = [
        (said, f"c{place}", [one[name] for one in found])
        for place, (name, said) in enumerate(names.items(), start=1)
    ]
    pictures = (
        [lines(_("Rates by quarter"), [one["quarter"] for one in found], series)]
        if len(found) >= SEVERAL
        else []
    )
    sentences = [] if found else [_("There are no records.")]
    return Section("trends", title, [table("trends", title, columns, rows)], sentences, pictures)
