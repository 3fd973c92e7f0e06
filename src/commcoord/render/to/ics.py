"""A record for a calendar: the communication itself, and one entry for each deadline that is still open.

An entry's id stays the same however often the file is made, so that a calendar moves it and makes no second one.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord import __version__
from commcoord.console import one_line
from commcoord.extras import needed
from commcoord.records.values import Moment
from commcoord.render.pen import Pen

if TYPE_CHECKING:
    from icalendar import Calendar, Event

    from commcoord.records.parts import Item
    from commcoord.render.composing import Composed


def rendered(found: "Composed", company: Path | None = None) -> str:
    """Return a calendar file; raises ImpossibleError where the extra `calendar` is not installed."""
    _ = company  # a calendar file has no template
    return calendar_of([found])


def calendar_of(listed: Sequence["Composed"], *, meetings: bool = True) -> str:
    """Return a calendar of several records, or of their deadlines alone."""
    calendar = new_calendar()
    for found in listed:
        for event in (*([_communication(found)] if meetings else []), *_deadlines(found)):
            calendar.add_component(event)
    return str(calendar.to_ical().decode())


def new_calendar() -> "Calendar":
    """Return a calendar to be filled; raises ImpossibleError where the extra `calendar` is not installed."""
    with needed("icalendar"):
        from icalendar import Calendar
    calendar = Calendar()
    calendar.add("prodid", f"-//commcoord//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def _event(found: "Composed", uid: str, summary: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@commcoord")
    event.add("dtstamp", found.view.now.astimezone(UTC))
    event.add("summary", one_line(summary))
    return event


def _communication(found: "Composed") -> "Event":
    record, event = found.record, _event(found, found.record.id, found.form.title)
    if isinstance(record.start, Moment):
        zone = found.view.settings.zone
        event.add("dtstart", record.begins(zone).astimezone(UTC))
        event.add("dtend", max(record.ends(zone), record.begins(zone)).astimezone(UTC))
    else:
        _whole_days(event, getattr(record, "start", None) or record.date, getattr(record, "end", None))
    if record.place:
        event.add("location", one_line(record.place))
    if description := _description(found):
        event.add("description", description)
    event.add("status", "CANCELLED" if record.cancelled else "CONFIRMED")
    return event


def _description(found: "Composed") -> str:
    """Return the goal and the agenda, as far as the form tells them to this audience."""
    rows = [row for row in (*found.form.rows, *found.form.besides) if row.name in ("goal", "agenda")]
    lines = [line.text for row in rows for line in row.lines]
    lines += [" · ".join(filter(None, one.cells)) for row in rows if row.table for one in row.table.entries]
    return "\n".join([*map(one_line, lines), found.record.id])


def _deadlines(found: "Composed") -> Iterator["Event"]:
    for place, item in enumerate(found.record.open_items, 1):
        if item.due is not None:
            yield _deadline(found, item, item.due, item.id or f"{found.record.id}-{place}")


def _deadline(found: "Composed", item: "Item", due: date, name: str) -> "Event":
    # The id is the one that the chase list gives the same deadline, where the item has one of its own.
    pen = Pen(found.form.kind, found.form.language)
    event = _event(found, f"{name}-action", pen.explained(item.owner, item.what))
    _whole_days(event, due)
    event.add("description", f"{one_line(found.form.title)}\n{name}")
    event.add("transp", "TRANSPARENT")
    return event


def _whole_days(event: "Event", first: date, last: date | None = None) -> None:
    event.add("dtstart", first)
    event.add("dtend", max(last or first, first) + timedelta(days=1))
