"""minutes-missing: the day of a plan has passed, and nothing says what came of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import INSTANT, about, countdown
from commcoord.language.messages import Message
from commcoord.records.clocks import minutes_due, over_at
from commcoord.records.vocabulary import SPOKEN, TALKS

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("minutes-missing",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield a plan of a meeting from its end, until minutes or feedback come from it."""
    if (
        record.kind != "plan"
        or record.step == "done"
        or not is_a_meeting(record)
        or has_outcome(record, view)
    ):
        return
    what, command = Message("held, and no minutes"), f"commcoord new minutes --from {record.id}"
    watch = about(record, view, "minutes-missing", what, command)
    yield from countdown(watch, minutes_due(record, view), view, first=over_at(record, view) + INSTANT)


def is_a_meeting(record: "Record") -> bool:
    """Whether people meet: it is said, or no means is chosen yet."""
    return not record.channel.means or any(means in TALKS for means in record.channel.means)


def is_spoken(record: "Record") -> bool:
    """Whether it is spoken without a meeting: by phone or message."""
    return not is_a_meeting(record) and any(means in SPOKEN for means in record.channel.means)


def has_outcome(record: "Record", view: "View") -> bool:
    """Whether minutes or feedback come from a plan."""
    return any(
        one.kind in ("minutes", "feedback") and one.cancelled is None for one in view.backlinks(record)
    )
