"""A watch: one thing that will have to be said about a record, from a moment on until another.

A clock becomes a few watches that follow each other: soon, today, late. None of them depends on the time that
it is; whether one speaks is a comparison (`speaks`). An index may therefore keep the watches of a record and
answer by its columns. They have to be made again when the record changes, or one that it is linked to or waits
for; and, while the other side of a complaint must answer, every day.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from commcoord.language.messages import Message
from commcoord.language.names import several

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

Severity = Literal["late", "today", "soon", "info"]
SEVERITIES: tuple[Severity, ...] = ("late", "today", "soon", "info")
"""Most pressing first: past its time, due today, due within `due_soon`, without a deadline of its own."""

INSTANT = timedelta(microseconds=1)
"""What is due at a moment is late only after it."""


class Watch(NamedTuple):
    """What is to be said, about which record and item, to whom, and between which moments."""

    type: str
    severity: Severity
    record: str
    item: str
    title: str
    """The record's title."""
    what: str | Message
    """What somebody promised, in the record's words; or what is lacking, in ours."""
    who: str
    """Whose move it is, as the record writes the name."""
    department: str
    scenario: str
    command: str
    """The next move."""
    begins: datetime
    """The moment from which it is said (aware)."""
    ends: datetime | None = None
    """The moment from which it is said no more."""
    opens: datetime | None = None
    """Before this it is never said, however far ahead somebody looks: no minutes are missing before the meeting."""
    due: date | datetime | None = None
    also: tuple[str, ...] = ()
    """Who else is concerned: the owner of what is blocked, for instance."""

    def speaks(self, now: datetime) -> bool:
        """Whether it is to be said at that moment."""
        return self.begins <= now and (self.ends is None or now < self.ends)

    @property
    def due_day(self) -> date | None:
        """The day on which it is due."""
        return self.due.date() if isinstance(self.due, datetime) else self.due


def about(
    record: "Record", view: "View", type_: str, what: "str | Message", command: str, who: str = ""
) -> Watch:
    """Return a watch over a record that begins with its day; its owner's move, unless somebody is named."""
    who = who or owner_of(record, view)
    return Watch(
        type=type_,
        severity="info",
        record=record.id,
        item="",
        title=record.title,
        what=what,
        who=who,
        department=department_of(who, view),
        scenario=record.scenario,
        command=command,
        begins=start_of(record.date, view),
    )


def about_item(record: "Record", item: "Item", view: "View", type_: str, command: str) -> Watch:
    """Return a watch over an item of a record; its owner's move, the record's owner's where it has none.

    What a hand wrote without an id cannot be called by a command: the next move is to give it one.
    """
    if not item.id:
        command = f"commcoord check --fix {record.path}"
    watch = about(record, view, type_, item.what or "", command, item.owner or "")
    return watch._replace(item=item.id or "", due=item.due)


def countdown(
    watch: Watch,
    due: datetime,
    view: "View",
    *,
    first: datetime | None = None,
    until: datetime | None = None,
    late: str = "",
) -> Iterator[Watch]:
    """Yield the watches of a clock: soon (`due_soon` ahead), today, and late after `due`, under the type `late`.

    None begins before `first` or lasts beyond `until`. A watch that names no deadline gets this one.
    """
    from commcoord.records.clocks import nearing  # whoever only reads watches must not wait for the models

    watch = watch._replace(due=watch.due or due)
    day = start_of(due.date(), view)
    over = due + INSTANT
    rows = (
        watch._replace(
            severity="soon", begins=nearing(due.date(), view.settings.deadlines.due_soon, view), ends=day
        ),
        watch._replace(severity="today", begins=day, ends=over),
        watch._replace(severity="late", begins=over, ends=None, type=late or watch.type),
    )
    for row in rows:
        yield from bounded(row, first, until)


def bounded(watch: Watch, first: datetime | None, until: datetime | None) -> Iterator[Watch]:
    """Yield the watch cut to a span of time, or nothing where nothing is left of it."""
    begins = max(watch.begins, first) if first is not None else watch.begins
    ends = min(watch.ends, until) if watch.ends and until else watch.ends or until
    if ends is None or begins < ends:
        yield watch._replace(begins=begins, ends=ends, opens=first)


def start_of(day: date, view: "View") -> datetime:
    """Return the first moment of a day in the repository's time zone."""
    return datetime.combine(day, datetime.min.time(), view.settings.zone)


def owner_of(record: "Record", view: "View") -> str:
    """Return who answers for a record: its owner, or its plan's; else whoever led or wrote it."""
    owner = view.effective(record).people.owner
    return owner or getattr(record, "chair", None) or getattr(record, "recorder", None) or ""


def department_of(who: str, view: "View") -> str:
    """Return the department of the first of the people that a field names; empty where it is not known."""
    first = next(iter(several(who)), "")
    return view.settings.department(first) or "" if first else ""
