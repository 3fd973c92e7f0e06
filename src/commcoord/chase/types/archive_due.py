"""archive-due: everything is done; what is left is to file it and to learn from it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from commcoord.chase.types.complaints import owed
from commcoord.chase.types.minutes_missing import has_outcome
from commcoord.chase.types.minutes_uncirculated import is_circulated
from commcoord.chase.watch import about, start_of
from commcoord.language.messages import Message
from commcoord.records.clocks import over_at
from commcoord.records.kinds import is_feedback, is_minutes
from commcoord.records.served import status_of
from commcoord.records.vocabulary import WRITTEN

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("archive-due",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield a record from the moment at which its last open end was closed."""
    if record.step == "done" or record.open_items or not is_finished(record, view):
        return
    watch = about(
        record, view, "archive-due", Message("everything is done: file it"), f"commcoord archive {record.id}"
    )
    yield watch._replace(begins=finished_at(record, view))


def is_finished(record: "Record", view: "View") -> bool:
    """Whether nothing is left to do: sent, answered for, solved or delivered, as its kind has it."""
    if is_feedback(record):
        if record.step == "archive":
            return not owed(record, view)
        return status_of(record) in ("solved", "closed")
    if record.step == "archive":
        return True
    if record.kind == "plan":
        return has_outcome(record, view) or _is_confirmed_letter(record)
    return is_circulated(record, view) if is_minutes(record) else bool(record.items)


def _is_confirmed_letter(record: "Record") -> bool:
    means, confirmation = record.channel.means, record.channel.confirmation
    return (
        bool(means) and all(one in WRITTEN for one in means) and bool(confirmation and confirmation.received)
    )


def finished_at(record: "Record", view: "View") -> datetime:
    """Return the latest moment at which something about the record was closed; at least its end."""
    zone = view.settings.zone
    moments = [passage.at.at(zone) for passage in record.history if passage.at]
    if record.circulated is not None and record.circulated.at:
        moments.append(record.circulated.at.at(zone))
    if is_feedback(record):
        stamps = (record.solved, record.accepted)
        moments += [one.at.at(zone) for one in stamps if one and one.at]
    moments += [start_of(day, view) for day in _closed_on(record)]
    begun = start_of(record.date, view) if record.kind == "task" else over_at(record, view)
    return max(moments, default=begun) if record.step == "archive" else max([begun, *moments])


def _closed_on(record: "Record") -> list[date]:
    return [one.done_on for one in record.items if one.done_on]
