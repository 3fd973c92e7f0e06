"""minutes-uncirculated: a meeting is over and its minutes are not in everybody's hands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import INSTANT, about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import minutes_due, over_at
from commcoord.records.kinds import is_minutes

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("minutes-uncirculated",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield minutes from the end of their meeting, unless sent or let through with a reason."""
    if not is_minutes(record) or record.step == "done" or is_circulated(record):
        return
    if any(one.step == "followup" for one in record.overrides):
        return
    what, command = Message("the minutes are not sent yet"), f"commcoord circulate {record.id}"
    watch = about(record, view, "minutes-uncirculated", what, command, record.recorder or "")
    yield from countdown(watch, minutes_due(record, view), view, first=over_at(record, view) + INSTANT)


def is_circulated(record: "Record") -> bool:
    """Whether a record says when it was sent; a list of recipients alone may be one that is still to be served."""
    return record.circulated is not None and record.circulated.at is not None
