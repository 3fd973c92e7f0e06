"""action-due and action-overdue: a promise whose day comes, has come, or has passed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import about_item, countdown
from commcoord.records.clocks import end_of

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("action-overdue", "action-due")


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield the countdown of each open item that has a deadline; a day is over at its end."""
    for item in record.open_items:
        if item.due is not None:
            watch = about_item(record, item, view, "action-due", f"commcoord done {item.id} --evidence …")
            yield from countdown(watch, end_of(item.due, view.settings.zone), view, late="action-overdue")
