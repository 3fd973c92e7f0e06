"""The problem list of the report 客户沟通问题清单, with pictures and what the other side said."""

from typing import TYPE_CHECKING

from commcoord.language.messages import _
from commcoord.render.charts.bars import bars
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, listed, table

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture
    from commcoord.render.review.section import Answer


def problems(answer: "Answer") -> Section:
    """Return the section of the problem list."""
    found = answer["problems"]
    title = _("Customer communication problem list")
    columns = [
        Column(_("Category"), "name"),
        Column(_("Cases"), "number"),
        Column(_("Share"), "percent"),
        Column(_("Change against {period}", period=answer["before"]), "change"),
        Column(_("Keeps coming back")),
        Column(_("Department"), "name"),
        Column(_("Cause")),
        Column(_("Improvement")),
    ]
    rows = [
        [
            one["category"],
            one["count"],
            one["share"],
            one["change"],
            _("yes") if one["recurring"] else _("no"),
            listed(one["concerned"]),
            "\n".join(one["causes"]),
            "\n".join(one["improvements"]),
        ]
        for one in found
    ]
    quotes = [
        {"about": one["category"], "text": said["text"], "record": said["record"]}
        for one in found
        for said in one["examples"]
    ]
    sentences = [] if found else [_("No feedback was filed under a problem.")]
    return Section(
        "problems", title, [table("problems", title, columns, rows)], sentences, _picture(answer), quotes
    )


def _picture(answer: "Answer") -> list["Picture"]:
    """Return the cases by category with the period before beside; problems that are gone stand there too."""
    rows = [(one["category"], one["count"], one["previous"]) for one in answer["problems"]]
    known = {name for name, _, _ in rows}
    rows += [
        (one["category"], 0, one["count_then"])
        for one in answer["previous_notices"]
        if one["category"] not in known
    ]
    if not rows:
        return []
    pairs = [(name, [(now, str(now), "c1"), (before, str(before), "c0")]) for name, now, before in rows]
    names = [(answer["quarter"], "c1"), (answer["before"], "c0")]
    return [bars(_("Problems by category"), pairs, names)]
