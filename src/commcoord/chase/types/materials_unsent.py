"""materials-unsent: what people should have read is not in their hands a day ahead."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import materials_due
from commcoord.records.inheritance import plan_among
from commcoord.records.vocabulary import reached

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("materials-unsent",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield a communication until it starts; from then on the materials can no more come in time."""
    if record.kind == "task" or reached("followup", record.step) or plan_among(record, view.linked(record)):
        return
    lacking = lacks_materials(record)
    if lacking is None:
        return
    watch = about(record, view, "materials-unsent", lacking, f"commcoord prepare {record.id} --sent …")
    yield from countdown(watch, materials_due(record, view), view, until=record.begins(view.settings.zone))


def lacks_materials(record: "Record") -> Message | None:
    """Return what is not there or not sent; nothing where it is urgent, or neither weighty nor prepared."""
    if record.urgent:
        return None
    if not record.materials:
        return Message("no materials to read ahead") if record.weighty else None
    unsent = [one for one in record.materials if one.sent is None]
    if not unsent:
        return None
    first = unsent[0].title or "…"
    if len(unsent) == 1:
        return Message("not sent ahead: {material}", material=first)
    return Message("not sent ahead: {material} and {count} more", material=first, count=len(unsent) - 1)
