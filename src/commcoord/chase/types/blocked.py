"""blocked: an item that cannot go on; asked of whom it needs, after a set time of the record's owner."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from commcoord.chase.watch import INSTANT, about_item, bounded, department_of, owner_of, start_of
from commcoord.language.messages import Message
from commcoord.records.clocks import end_of, last_day
from commcoord.records.lives import blocked_by

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("blocked",)


def watches(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield each blocked item: for whoever must give what it needs, then for the record's owner."""
    for item in record.open_items:
        if item.status == "blocked":
            yield from _stuck(record, item, view)


def _stuck(record: "Record", item: "Item", view: "View") -> Iterator["Watch"]:
    since = blocked_since(record, item)
    last = end_of(last_day(since, view.settings.deadlines.escalate_after, view), view.settings.zone)
    watch = about_item(record, item, view, "blocked", f'commcoord progress {item.id} "…" --status doing')
    watch = watch._replace(what=_need(item), begins=start_of(since, view))
    asked = item.needs.of if item.needs and item.needs.of else ""
    yield from bounded(_asked_of(watch, asked, view), None, last + INSTANT)
    escalated = _asked_of(watch, owner_of(record, view), view)
    if asked and asked not in (escalated.who, *escalated.also):  # it is still for them to give
        escalated = escalated._replace(also=(*escalated.also, asked))
    yield escalated._replace(severity="today", begins=max(watch.begins, last + INSTANT))


def _asked_of(watch: "Watch", whom: str, view: "View") -> "Watch":
    """Return the watch as somebody's move; whoever owns the item stays concerned."""
    if not whom or whom == watch.who:
        return watch
    return watch._replace(
        who=whom, department=department_of(whom, view), also=(watch.who,) if watch.who else ()
    )


def _need(item: "Item") -> Message:
    if item.needs is None or not item.needs.what:
        return Message("{what}: blocked, and not said by what", what=item.what or "")
    return Message("{what}; {blocked}", what=item.what or "", blocked=blocked_by(item.needs))


def blocked_since(record: "Record", item: "Item") -> date:
    """Return the day on which an item was blocked, by its log; the record's day where it does not say."""
    said = [entry.on for entry in item.log if entry.status == "blocked" and entry.on]
    return max(said, default=record.date)
