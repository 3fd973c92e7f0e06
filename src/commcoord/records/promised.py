"""The actions, milestones and measures of a record, as rules speak of them: their place, their name, their words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from commcoord.records.ids import is_item_id
from commcoord.records.lives import stood_on

if TYPE_CHECKING:
    from commcoord.records.parsing import Path
    from commcoord.records.parts import Item
    from commcoord.records.record import Record


class Promised:
    """One item of a record with its place in the list."""

    __slots__ = ("index", "item", "record")

    def __init__(self, item: "Item", record: "Record", index: int) -> None:
        self.item = item
        self.record = record
        self.index = index

    def at(self, *keys: str | int) -> "Path":
        """Return the path of the item, or of a field below it."""
        return (self.record.items_field, self.index, *keys)

    @property
    def id(self) -> str:
        """Its id, empty where it has none yet."""
        return self.item.id or ""

    @property
    def name(self) -> str:
        """What commands call it: its id; ITEM where it has none, for a command holds no text of a record."""
        return self.id if is_item_id(self.id) else "ITEM"

    @property
    def title(self) -> str:
        """What messages call it: its words, or its id."""
        return self.item.what or self.id or str(self.index + 1)

    def setting(self, field: str, value: str) -> str:
        """Return the command that sets one of its fields."""
        name = self.id if is_item_id(self.id) else self.index
        place = f"{self.record.items_field}.{name}.{field}"
        return f"commcoord followup {self.record.id} --set {place}={value}"


class _Last:
    """The record that was asked about last, its items, and what was answered."""

    record: "Record | None" = None
    items: Sequence["Item"] = ()
    promised: Sequence[Promised] = ()


_LAST = _Last()


def promised(record: "Record") -> Sequence[Promised]:
    """Return the items of a record, less those that were cancelled; nobody may change the list.

    A dozen rules ask for those of one record, one rule after the other: the last answer is given again.
    """
    items = record.items
    if _LAST.items is not items or _LAST.record is not record:
        kept = [
            Promised(item, record, index) for index, item in enumerate(items) if item.status != "cancelled"
        ]
        _LAST.record, _LAST.items, _LAST.promised = record, items, kept
    return _LAST.promised


def promised_on(record: "Record", day: date) -> Iterator[Promised]:
    """Yield the items of a record as they stood on a day, less those that were cancelled by then.

    Rules that watch a clock ask so: what was noted later explains, moves and closes nothing on that day.
    """
    for index, item in enumerate(record.items):
        then = stood_on(item, day)
        if then.status != "cancelled":
            yield Promised(then, record, index)
