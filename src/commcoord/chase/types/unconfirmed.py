"""unconfirmed: a letter asked for a confirmation that did not come."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import INSTANT, about
from commcoord.language.messages import Message
from commcoord.records.clocks import confirmation_due, end_of

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("unconfirmed",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield a record whose confirmation is overdue; before, there is nothing to do but to wait."""
    confirmation = record.channel.confirmation
    if record.step == "done" or confirmation is None or confirmation.asked is None or confirmation.received:
        return
    due = confirmation_due(confirmation.asked, view)
    command = f"commcoord channel {record.id} --confirmation-received …"
    watch = about(record, view, "unconfirmed", Message("no confirmation has come"), command)
    yield watch._replace(severity="late", due=due, begins=end_of(due, view.settings.zone) + INSTANT)
