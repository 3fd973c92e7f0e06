"""A time and a span added up: hours, days and weeks by the wall clock, working days by the calendar.

Due in `n` working days is the end of the n-th working day after the day on which the clock started. A year
whose holidays are unknown is taken as Monday to Friday. A sum beyond the calendar is its last day.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.records.values import Moment, Span
    from commcoord.records.view import View

END_OF_DAY = time(23, 59, 59)
Days = tuple[date, date]
"""The first and last of some days on which a clock stands still."""
_DAY = timedelta(days=1)


def deadline(start: datetime, span: "Span", view: "View", waits: Sequence[Days] = ()) -> datetime:
    """Return when a span that starts at an aware time is over, in the repository's time zone.

    The clock stands still on the days of the waits, which come in their order.
    """
    start = local(start, view.settings.zone)
    try:
        if span.unit == "wd":
            return end_of(_working_day(start.date(), span.number, waits, view), start.tzinfo)
        return _paused(start, start + span.delta, waits)
    except OverflowError:
        return end_of(date.max, start.tzinfo)


def before(start: datetime, span: "Span", view: "View") -> datetime:
    """Return until when something must have happened that is due a span before an aware time."""
    start = local(start, view.settings.zone)
    try:
        if span.unit == "wd":
            return end_of(view.calendar.guessing().add_workdays(start.date(), -span.number), start.tzinfo)
        return start - span.delta
    except OverflowError:
        return datetime.min.replace(tzinfo=start.tzinfo)


def nearing(day: date, span: "Span", view: "View") -> datetime:
    """Return from when on a day is a span away or less: of working days, from the beginning of the first of them."""
    begins = before(datetime.combine(day, time.min, view.settings.zone), span, view)
    return datetime.combine(begins.date(), time.min, begins.tzinfo) if span.unit == "wd" else begins


def last_day(day: date, span: "Span", view: "View") -> date:
    """Return the last day on which something due a span after a day is still on time."""
    return deadline(end_of(day, view.settings.zone), span, view).date()


def end_of(day: date, zone: tzinfo | None) -> datetime:
    """Return the last second of a day."""
    return datetime.combine(day, END_OF_DAY, zone)


def local(moment: datetime, zone: tzinfo) -> datetime:
    """Return an aware time as the clocks of that zone show it."""
    try:
        return moment.astimezone(zone)
    except OverflowError:  # the first or last day of the calendar, seen from another zone
        return moment.replace(tzinfo=zone)


def happened(moment: "Moment | None", view: "View") -> datetime | None:
    """Return the time of something that has happened by now; none where it has not, or nobody wrote when."""
    at = moment.at(view.settings.zone) if moment is not None else None
    return at if at is not None and at <= view.now else None


def _working_day(day: date, count: int, waits: Sequence[Days], view: "View") -> date:
    calendar = view.calendar.guessing()
    while count:
        day += _DAY
        waited = next((last for first, last in waits if first <= day <= last), None)
        if waited is not None:
            day = waited
        else:
            count -= calendar.is_workday(day)
    return day


def _paused(start: datetime, due: datetime, waits: Sequence[Days]) -> datetime:
    since = start
    for first, last in waits:
        begins = max(since, datetime.combine(first, time.min, start.tzinfo))
        ends = datetime.combine(last + _DAY, time.min, start.tzinfo)
        if begins < due and begins < ends:
            due += ends - begins
            since = ends
    return due
