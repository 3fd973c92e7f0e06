"""The feedback of the report: how it stands, the clocks of the complaints, the life of each."""

from typing import TYPE_CHECKING, Any

from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.render.charts.spans import spans
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, days, table

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Table

MOST_LIVES = 24  # rows of a picture that can still be read; xlsx and json have all
STAGES = (("acknowledged", "c3"), ("answered", "c1"), ("solved", "c5"), ("closed", "c2"))


def feedback(answer: "Answer") -> Section:
    """Return the section of the feedback from outside."""
    found = answer["feedback"]
    sentences = []
    if found["median_days_to_close"] is not None:
        sentences.append(
            _(
                "Half of the closed matters took no more than {days}.",
                days=days(found["median_days_to_close"]),
            )
        )
    tables = [
        _clocks(answer),
        _late(answer),
        _counts("feedback_status", _("How far it is"), _statuses(answer)),
    ]
    return Section("feedback", _("Feedback from outside"), tables, sentences, _pictures(answer))


def _clocks(answer: "Answer") -> "Table":
    found = answer["feedback"]
    names = {"acknowledged": _("Acknowledged"), "answered": _("Answered"), "solved": _("Solved")}
    columns = [
        Column(_("Promise"), "name"),
        Column(_("In time"), "number"),
        Column(_("Late"), "number"),
        Column(_("Rate in time"), "percent"),
    ]
    rows = [
        [said, found[f"{name}_on_time"], found[f"{name}_late"], found[f"{name}_rate"]]
        for name, said in names.items()
    ]
    return table("feedback_clocks", _("The clocks of complaints"), columns, rows if found["total"] else [])


def _late(answer: "Answer") -> "Table":
    names = {"acknowledge": _("Acknowledge"), "answer": _("Answer"), "solve": _("Solve")}
    columns = [
        Column(_("Record"), "id"),
        Column(_("Title")),
        Column(_("Responsible"), "name"),
        Column(_("Promise"), "name"),
        Column(_("Due"), "time"),
        Column(_("Kept"), "time"),
        Column(_("Late by"), "hours"),
    ]
    rows = (
        [
            one["record"],
            one["title"],
            one["owner"],
            names[one["clock"]],
            one["due"],
            one["met"],
            one["hours_late"],
        ]
        for one in answer["feedback"]["offenders"]
    )
    return table("feedback_offenders", _("Promises kept late or not at all"), columns, rows)


def _statuses(answer: "Answer") -> dict[str, int]:
    return {label(name): count for name, count in answer["feedback"]["by_status"].items() if count}


def _counts(name: str, title: str, counts: dict[str, int]) -> "Table":
    return table(name, title, [Column(_("Status")), Column(_("Count"), "number")], counts.items())


def _pictures(answer: "Answer") -> list["Picture"]:
    lives = answer["complaints"][:MOST_LIVES]
    if not lives:
        return []
    legend = [*((label(name), class_) for name, class_ in STAGES), (_("still open"), "c0")]
    return [spans(_("The life of complaints"), [_life(one) for one in lives], legend, _("days"))]


def _life(one: Any) -> tuple[str, list[tuple[float, str]], str]:
    stretches = [(one[name], class_) for name, class_ in STAGES if one[name] is not None]
    if one["closed"] is None:
        stretches.append((one["days"], "c0"))
    return one["title"], stretches, days(one["days"])
