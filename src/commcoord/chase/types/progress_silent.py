"""progress-silent: an open item of which nothing was heard within its rhythm, or the house's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.chase.watch import INSTANT, about_item, bounded
from commcoord.records.clocks import end_of, nearing, progress_due

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("progress-silent",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield an item from the day after its last day for a word until its deadline is near and asks."""
    for item in record.open_items:
        due = progress_due(record, item, view)
        if due is None:
            continue
        watch = about_item(record, item, view, "progress-silent", f'commcoord progress {item.id} "…"')
        silent = watch._replace(due=due, begins=end_of(due, view.settings.zone) + INSTANT)
        near = nearing(item.due, view.settings.deadlines.due_soon, view) if item.due else None
        yield from bounded(silent, None, near)
