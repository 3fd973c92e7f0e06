"""spoken-unwritten: something was agreed by phone or message, and is written nowhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.types.minutes_missing import has_outcome, is_spoken
from commcoord.chase.watch import INSTANT, about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import over_at, written_due

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("spoken-unwritten",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield a plan of a call from its end; minutes and feedback are a written record themselves."""
    if record.kind != "plan" or record.step == "done" or not is_spoken(record):
        return
    if record.channel.written_record or has_outcome(record, view):
        return
    what = Message("spoken, and not written down")
    watch = about(record, view, "spoken-unwritten", what, f"commcoord channel {record.id} --written-record …")
    yield from countdown(watch, written_due(record, view), view, first=over_at(record, view) + INSTANT)
