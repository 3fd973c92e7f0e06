"""The clocks of a complaint; they stand still while the other side must answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from commcoord.records.clocks.sums import deadline, happened, local

if TYPE_CHECKING:
    from commcoord.records.clocks.sums import Days
    from commcoord.records.feedback import Feedback
    from commcoord.records.parts import Stamp
    from commcoord.records.settings import Deadlines
    from commcoord.records.values import Span
    from commcoord.records.view import View

Promise = Literal["acknowledge", "answer", "solve"]

PROMISES: dict[Promise, Sequence[str]] = {
    "acknowledge": ("acknowledged", "answered", "solved"),
    "answer": ("answered", "solved"),
    "solve": ("solved",),
}
"""The stamps by which each promise is met: the first of them that has a time."""


class Clock(NamedTuple):
    """One promise to the counterpart: until when it is due, and when it was kept."""

    promise: Promise
    started: datetime
    due: datetime
    """Later by every day on which the other side had to answer."""
    met: datetime | None
    standing: bool
    """Whether the clock stands still now, because the other side must answer."""

    def late(self, now: datetime) -> bool:
        """Whether it was kept too late, or is not kept and overdue."""
        return (self.met or now) > self.due


def complaint_clocks(record: "Feedback", view: "View") -> list[Clock]:
    """Return the three clocks in their order; they start with the communication, in the repository's zone.

    Who was answered, or helped, needs no acknowledgement any more: a promise without a time of its own is
    met with the next that has one.
    """
    return [complaint_clock(record, promise, view) for promise in PROMISES]


def complaint_clock(record: "Feedback", promise: Promise, view: "View") -> Clock:
    """Return one of the three clocks."""
    start = local(record.begins(view.settings.zone), view.settings.zone)
    waits = _waits(record, view)
    standing = any(first <= view.today <= last for first, last in waits)
    met = _met(record, PROMISES[promise], view)
    due = deadline(start, _span(promise, view.settings.deadlines), view, waits)
    return Clock(promise, start, due, met, standing and met is None)


def _span(promise: Promise, limits: "Deadlines") -> "Span":
    if promise == "acknowledge":
        return limits.acknowledge_within
    return limits.answer_within if promise == "answer" else limits.solve_within


def _met(record: "Feedback", stamps: Sequence[str], view: "View") -> datetime | None:
    for name in stamps:
        stamp: Stamp | None = getattr(record, name)
        if stamp is not None and (at := happened(stamp.at, view)) is not None:
            return at
    return None


def _waits(record: "Feedback", view: "View") -> list["Days"]:
    """Return the first and last day of each wait that has begun; one without an end lasts until today."""
    begun = [(wait.from_, wait.to or view.today) for wait in record.waits if wait.from_ <= view.today]
    return sorted((first, max(first, last)) for first, last in begun)
