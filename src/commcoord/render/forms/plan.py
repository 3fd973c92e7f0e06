"""沟通计划表: what the communication is for, who comes, when and where, what goes through it and comes out of it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.records.plan import Plan
    from commcoord.render.form import Row
    from commcoord.render.pen import Pen

TIME_AND_PLACE = " / "


def rows(plan: "Plan", pen: "Pen") -> list["Row"]:
    """Return the form's rows in their order."""
    people = plan.people
    audience = [*plan.audience_departments, pen.counterpart(people.counterpart)]
    return [
        pen.row("topic", plan.title),
        pen.row("goal", plan.goal),
        pen.row("audience", pen.names(filter(None, audience))),
        pen.row("time_place", TIME_AND_PLACE.join(filter(None, (pen.time(plan), plan.place)))),
        pen.row("participants", pen.names(people.takes_part)),
        pen.table("agenda", "agenda", pen.agenda(plan.agenda)),
        pen.row("deliverables", *plan.deliverables),
        pen.row("owner", people.owner),
    ]
