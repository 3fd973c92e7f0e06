"""外部沟通反馈表: what somebody outside said, when and how, what we do about it, and how far it is."""

from typing import TYPE_CHECKING

from commcoord.records.served import status_of

if TYPE_CHECKING:
    from commcoord.records.feedback import Feedback
    from commcoord.render.form import Row
    from commcoord.render.pen import Pen


def rows(feedback: "Feedback", pen: "Pen") -> list["Row"]:
    """Return the form's rows in their order."""
    end = feedback.solved or feedback.accepted
    return [
        pen.row("counterpart", pen.counterpart(feedback.people.counterpart)),
        pen.row("matter", feedback.title),
        pen.row("time", pen.time(feedback)),
        pen.row("means", pen.names(map(pen.label, feedback.channel.means))),
        pen.row("said", *feedback.said),
        pen.table("measures", "measures", pen.items(feedback.measures, "measures")),
        pen.row("status", pen.label(status_of(feedback))),
        pen.row("owner", feedback.people.owner),
        pen.row("completed", str(end.at or "") if end else ""),
    ]
