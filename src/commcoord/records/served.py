"""How far the other side was served: what the status of feedback says, and what its stamps and its step tell."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from commcoord.language.complaints import sounds_like_complaint
from commcoord.records.vocabulary import FEEDBACK_STATUSES

if TYPE_CHECKING:
    from commcoord.records.feedback import Feedback

STAMPS = {"acknowledged": "acknowledged", "answered": "answered", "solved": "solved", "accepted": "solved"}
"""What each stamp tells."""
UNSTAMPED = ("in_progress", "waiting")
"""What goes on beside an answer: who was answered may still have to send something. No stamp tells of these."""


def status_of(record: "Feedback") -> str:
    """Return how far feedback is: the further of what is written and what its stamps and its step tell.

    What was solved or accepted, and is filed, is closed. Work and waits that are written go on until then.
    """
    given = [name for name in STAMPS if getattr(record, name) is not None]
    told = told_by(given)
    if told == "solved" and record.step == "done":
        told = "closed"
    if record.status in UNSTAMPED and told in ("received", "acknowledged", "answered"):
        return record.status
    return max(told, record.status or told, key=FEEDBACK_STATUSES.index)


def told_by(stamps: Iterable[str]) -> str:
    """Return the status that some stamps stand for; received where there are none."""
    return max((STAMPS[name] for name in stamps), key=FEEDBACK_STATUSES.index, default="received")


def is_complaint(record: "Feedback") -> bool:
    """Whether somebody complains: the feedback has a severity, or its words say so."""
    return bool(record.severity) or any(map(sounds_like_complaint, (record.title, *record.said)))
