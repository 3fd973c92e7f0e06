"""The clocks of a complaint; they stand still while the other side must answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from commcoord.records.clocks.sums import Days, deadline, happened, local
from commcoord.records.feedback import Feedback
from commcoord.records.fields import Span
from commcoord.records.settings import Deadlines
from commcoord.records.view import View

Promise = Literal["acknowledge", "answer", "solve"]


@dataclass(frozen=True)
class Clock:
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


def complaint_clocks(record: Feedback, view: View) -> list[Clock]:
    """Return the three clocks in their order; they start with the communication, in the repository's zone.

    Who was answered, or helped, needs no acknowledgement any more: a promise without a time of its own is
    met with the next that has one.
    """
    start = local(record.begins(view.settings.zone), view.settings.zone)
    waits = _waits(record, view)
    standing = any(first <= view.today <= last for first, last in waits)
    spans = _spans(view.settings.deadlines)
    return [
        Clock(promise, start, deadline(start, span, view, waits), met, standing and met is None)
        for (promise, span), met in zip(spans.items(), _met(record, view), strict=True)
    ]


def _spans(limits: Deadlines) -> dict[Promise, Span]:
    return {
        "acknowledge": limits.acknowledge_within,
        "answer": limits.answer_within,
        "solve": limits.solve_within,
    }


def _met(record: Feedback, view: View) -> Iterator[datetime | None]:
    stamps = (record.acknowledged, record.answered, record.solved)
    moments = [happened(stamp.at, view) if stamp else None for stamp in stamps]
    for place in range(len(moments)):
        yield next((one for one in moments[place:] if one is not None), None)


def _waits(record: Feedback, view: View) -> list[Days]:
    """Return the first and last day of each wait that has begun; one without an end lasts until today."""
    begun = [(wait.from_, wait.to or view.today) for wait in record.waits if wait.from_ <= view.today]
    return sorted((first, max(first, last)) for first, last in begun)
