"""跨部门协作任务跟踪表: who asked whom for what, from when to when, and the dated milestones on the way."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.records.task import Task
    from commcoord.render.form import Row
    from commcoord.render.pen import Pen


def rows(task: "Task", pen: "Pen") -> list["Row"]:
    """Return the form's rows in their order."""
    return [
        pen.row("name", task.title),
        pen.row("initiator", task.initiator),
        pen.row("collaborators", pen.names(task.collaborators)),
        pen.row("goal", task.goal),
        pen.row("span", pen.span(task.start, task.end)),
        pen.table("milestones", "milestones", pen.items(task.milestones, "milestones")),
    ]
