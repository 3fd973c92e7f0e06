"""acknowledge-due, answer-due, solve-due: what the other side was promised; not yet due while it must answer."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import complaint_clocks
from commcoord.records.kinds import is_feedback
from commcoord.records.said import said
from commcoord.records.served import is_complaint, status_of

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.clocks import Clock
    from commcoord.records.feedback import Feedback
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("acknowledge-due", "answer-due", "solve-due")

NEXT = {
    "acknowledge": (Message("not acknowledged yet"), "commcoord hold {id} --acknowledged …"),
    "answer": (Message("not answered yet"), "commcoord followup {id} --answered …"),
    "solve": (Message("not solved yet"), "commcoord followup {id} --solved …"),
}
KEPT = {
    "received": (),
    "acknowledged": ("acknowledge",),
    "in_progress": ("acknowledge",),
    "waiting": ("acknowledge",),
    "answered": ("acknowledge", "answer"),
    "solved": ("acknowledge", "answer", "solve"),
    "closed": ("acknowledge", "answer", "solve"),
}
"""Which promises a status says are kept, even where nobody wrote down when."""

CLOSING = ("followup", "archive")
"""The steps whose gate, passed with a reason, says why a complaint was filed as it was."""


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield the countdown of each promise that is not kept yet, in the order in which they are to be kept.

    A wait that began when a promise was overdue already does not undo that.
    """
    if is_feedback(record):
        for clock in owed(record, view):
            if not clock.standing or clock.late(view.now):
                yield from _countdown(record, clock, view)


def owed(record: "Feedback", view: "View") -> list["Clock"]:
    """Return the clocks of the promises that are not kept yet; none of what was accepted.

    Of what is filed only a complaint is still owed something, unless somebody gave a reason to file it so.
    """
    if record.accepted is not None or (record.step == "done" and not _unheard(record)):
        return []
    kept = KEPT[status_of(record)]
    return [one for one in complaint_clocks(record, view) if one.met is None and one.promise not in kept]


def _unheard(record: "Feedback") -> bool:
    """Whether a filed record is a complaint, and nobody answers for filing it with a promise open."""
    waived = any(one.step in CLOSING and said(one.because) for one in record.overrides)
    return is_complaint(record) and not waived


def _countdown(record: "Feedback", clock: "Clock", view: "View") -> Iterator["Watch"]:
    what, command = NEXT[clock.promise]
    watch = about(record, view, f"{clock.promise}-due", what, command.format(id=record.id))
    return countdown(watch, clock.due, view, first=clock.started)
