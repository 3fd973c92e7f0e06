"""minutes-uncirculated: a meeting is over and its minutes are not in everybody's hands."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from commcoord.chase.watch import INSTANT, about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import minutes_due, over_at
from commcoord.records.concerned import concerned, counts_as_all, not_reached
from commcoord.records.kinds import is_minutes

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.minutes import Minutes
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("minutes-uncirculated",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield minutes from the end of their meeting, unless everybody has them or they were let through with a reason."""
    if not is_minutes(record) or record.step == "done" or is_circulated(record, view):
        return
    if any(one.step == "followup" for one in record.overrides):
        return
    what, command = _lacking(record, view)
    watch = about(record, view, "minutes-uncirculated", what, command, record.recorder or "")
    yield from countdown(watch, minutes_due(record, view), view, first=over_at(record, view) + INSTANT)


def is_circulated(record: "Minutes", view: "View") -> bool:
    """Whether minutes say when they were sent, and went to everybody whom rule CC601 demands.

    A list of recipients alone may be one that is still to be served.
    """
    return _is_sent(record) and not _left_out(record, view)


def _is_sent(record: "Minutes") -> bool:
    return record.circulated is not None and record.circulated.at is not None


def _left_out(record: "Minutes", view: "View") -> Sequence[str]:
    whole = view.effective(record)
    return not_reached(whole, view.settings) if is_minutes(whole) and not counts_as_all(whole) else ()


def _lacking(record: "Minutes", view: "View") -> tuple[Message, str]:
    """Return what is still to be done for them, and the command that does it."""
    command = f"commcoord circulate {record.id} --send"
    if not _is_sent(record):
        what, whole = Message("the minutes are not sent yet"), view.effective(record)
        named = is_minutes(whole) and concerned(whole, view.settings)
        return what, command if named else f'commcoord hold {record.id} --attendee "…"'
    first, *others = _left_out(record, view)
    if others:
        return Message(
            "the minutes did not reach {name} and {count} more", name=first, count=len(others)
        ), command
    return Message("the minutes did not reach {name}", name=first), command
