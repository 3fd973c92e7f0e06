"""会议纪要表: who met, what was said and decided, and who does what by when."""

from typing import TYPE_CHECKING

from commcoord.render.form import Discussion, Row

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.render.pen import Pen


def rows(minutes: "Minutes", pen: "Pen") -> list[Row]:
    """Return the form's rows in their order."""
    topics = [
        Discussion(one.topic or "", (one.notes or "").strip(), pen.label(one.outcome))
        for one in minutes.topics
    ]
    steps = minutes.next_steps
    return [
        pen.row("name", minutes.title),
        pen.row("time", pen.time(minutes)),
        pen.row("place", minutes.place),
        pen.row("chair", minutes.chair),
        pen.row("recorder", minutes.recorder),
        pen.row("attendees", pen.names(minutes.attendees)),
        pen.row("absent", *(pen.explained(one.who, one.why) for one in minutes.absent)),
        pen.row("copies", pen.names(minutes.cc)),
        Row("topics", pen.row("topics").heading, discussion=topics),
        pen.row("decisions", *map(pen.decision, minutes.decisions)),
        pen.table("actions", "actions", pen.items(minutes.actions, "actions")),
        pen.row("next_steps", *(steps if isinstance(steps, list) else [steps])),
    ]
