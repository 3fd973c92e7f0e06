"""The chase list as a calendar file: one entry a deadline, under an id that stays the same from day to day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from commcoord.chase.wording import subject
from commcoord.console import one_line
from commcoord.language.messages import _
from commcoord.render.to.ics import new_calendar

if TYPE_CHECKING:
    from icalendar import Event

    from commcoord.chase.attention import Attention

CLOCKS = {"action-overdue": "action", "action-due": "action"}
"""Types that are one clock: what was due and is overdue stays one entry of the calendar."""


def calendar_of(found: Sequence["Attention"], now: datetime) -> str:
    """Return a calendar with every deadline of the list; what has none is not in it.

    The entries are events of a whole day, because the calendars of offices import no tasks. Raises
    ImpossibleError where the extra `calendar` is not installed.
    """
    calendar = new_calendar()
    calendar.add("x-wr-calname", _("To follow up"))
    for one in found:
        if one.watch.due_day is not None:
            calendar.add_component(_event(one, one.watch.due_day, now))
    return str(calendar.to_ical().decode())


def _event(one: "Attention", day: date, now: datetime) -> "Event":
    from icalendar import Event

    watch, event = one.watch, Event()
    event.add("uid", uid(one))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", one_line(f"{subject(one)} · {watch.who}" if watch.who else subject(one)))
    event.add("description", "\n".join([one_line(watch.title), watch.record, watch.command]))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [CLOCKS.get(watch.type, watch.type)])
    return event


def uid(one: "Attention") -> str:
    """Return what a calendar knows the entry by: the same for as long as the deadline is chased, moved or not."""
    watch = one.watch
    return f"{watch.item or watch.record or watch.title}-{CLOCKS.get(watch.type, watch.type)}@commcoord"
