"""When somebody should say again how far an action, milestone or measure is."""

from datetime import date
from typing import TYPE_CHECKING

from commcoord.records.clocks.sums import last_day
from commcoord.records.lives import last_word, open_on, stood_on
from commcoord.records.said import said
from commcoord.records.vocabulary import CLOSED

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View


def progress_due(record: "Record", item: "Item", view: "View") -> date | None:
    """Return the last day for the next word on an item; none where nobody waits for one.

    That is so for a closed item, for a blocked one (what it needs is asked for instead), and for one that
    waits for another item, unless it has a rhythm of its own. Items of a record that wait for each other in
    a circle wait for nobody: else none of them would ever be asked for.
    """
    if not open_on(item, view.today) or item.status == "blocked":
        return None
    if item.every is None and _waits(record, item, view):
        return None
    since = max(last_word(item, view.today) or record.date, record.date)
    return last_day(since, item.every or view.settings.deadlines.progress_every, view)


def _waits(record: "Record", item: "Item", view: "View") -> bool:
    return any(_still_open(name, view) for name in item.after if not _comes_back(record, item, name))


def _comes_back(record: "Record", item: "Item", name: str) -> bool:
    """Whether what an item waits for waits for that item in turn, within their record."""
    after = {one.id: one.after for one in record.items}
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead += after.get(here, ())
    return item.id in reached


def _still_open(name: str, view: "View") -> bool:
    found = view.item(name)
    return found is not None and stood_on(found[1], view.today).status not in CLOSED


def unexplained(item: "Item", view: "View") -> bool:
    """Whether an item is open and overdue, and its log has no note since the deadline."""
    if item.due is None or item.due >= view.today or not open_on(item, view.today):
        return False
    notes = [entry.on for entry in item.log if entry.on and said(entry.note) and entry.on <= view.today]
    return all(day < item.due for day in notes)
