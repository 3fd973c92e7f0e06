"""What must be sent, written or confirmed, and until when."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from commcoord.records.clocks.sums import before, deadline, end_of, happened, last_day
from commcoord.records.values import Moment

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View


def has_ended(record: "Record", view: "View") -> bool:
    """Whether the communication is over."""
    return view.now > over_at(record, view)


def over_at(record: "Record", view: "View") -> datetime:
    """Return when the communication is over: its end, or the end of its day where no time is known."""
    if not isinstance(record.end or record.start, Moment):
        return end_of(record.date, view.settings.zone)
    return record.ends(view.settings.zone)


def materials_due(record: "Record", view: "View") -> datetime:
    """Return until when the materials must have been sent."""
    return before(record.begins(view.settings.zone), view.settings.deadlines.materials_before, view)


def minutes_due(record: "Record", view: "View") -> datetime:
    """Return until when the minutes must have gone to everybody concerned."""
    return deadline(record.ends(view.settings.zone), view.settings.deadlines.minutes_within, view)


def written_due(record: "Record", view: "View") -> datetime:
    """Return until when what was spoken must have been written down."""
    return deadline(record.ends(view.settings.zone), view.settings.deadlines.written_within, view)


def confirmation_due(asked: date, view: "View") -> date:
    """Return the last day for a confirmation that was asked for on that day."""
    return last_day(asked, view.settings.deadlines.confirm_within, view)


def sent_at(record: "Record", view: "View") -> datetime | None:
    """Return when the record was circulated; none where it was not by now."""
    return happened(record.circulated.at, view) if record.circulated else None
