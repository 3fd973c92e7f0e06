"""spoken-unwritten: something was agreed by phone or message, and is written nowhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.types.minutes_missing import is_spoken
from commcoord.chase.watch import INSTANT, about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import over_at, written_due
from commcoord.records.said import said

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("spoken-unwritten",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield a plan of a call from its end, filed or not; minutes and feedback are a written record themselves."""
    if record.kind != "plan" or not is_spoken(record) or is_written(record, view):
        return
    what = Message("spoken, and not written down")
    watch = about(record, view, "spoken-unwritten", what, f"commcoord channel {record.id} --written-record …")
    yield from countdown(watch, written_due(record, view), view, first=over_at(record, view) + INSTANT)


def is_written(record: "Record", view: "View") -> bool:
    """Whether a written record is named, or minutes or feedback are linked, from either side."""
    linked = (*view.linked(record), *view.backlinks(record))
    return said(record.channel.written_record) or any(
        one.kind in ("minutes", "feedback") and one.cancelled is None for one in linked
    )
