"""Records and their items as rows, under the fields' own names, for spreadsheets and scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.exchange.columns import ITEMS, LISTS, NOT_OUTSIDE, RECORDS, SEPARATOR
from commcoord.records.kinds import is_feedback
from commcoord.records.light import dumped
from commcoord.records.served import status_of

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

Row = list[str | date]


@dataclass(frozen=True)
class Listing:
    """Records as one audience may see them, cut already, to be written as tables or whole."""

    records: Sequence["Record"]
    view: "View"
    audience: str = "internal"

    def columns(self, *, items: bool) -> list[str]:
        """Return the columns of the records, or of their items; outside only what both sides know."""
        outside = self.audience == "external"
        return [name for name in (ITEMS if items else RECORDS) if not (outside and name in NOT_OUTSIDE)]

    def rows(self, *, items: bool) -> list[Row]:
        """Return a row for each record, or for each action, milestone and measure."""
        columns = self.columns(items=items)
        if not items:
            return [[_cell(record, name) for name in columns] for record in self.records]
        return [self._item_row(record, item, columns) for record in self.records for item in record.items]

    def objects(self, *, items: bool) -> list[dict[str, Any]]:
        """Return the same for JSON; for our own people the records are whole, as they are written."""
        if self.audience == "internal" and not items:
            written = [self.view.records[one.id] for one in self.records]
            return [dumped(one) for one in written]
        columns = self.columns(items=items)
        return [dict(zip(columns, row, strict=True)) for row in self.rows(items=items)]

    def _item_row(self, record: "Record", item: "Item", columns: Sequence[str]) -> Row:
        given = {
            "record": record.id,
            "kind": record.kind,
            "title": record.title,
            "scenario": record.scenario,
            "department": (self.view.settings.department(item.owner) or "") if item.owner else "",
            "status": item.status or "open",
        }
        return [given[name] if name in given else _value(item, name) for name in columns]


def _cell(record: "Record", path: str) -> str | date:
    """Return a field of a record; of feedback how far it is, whether somebody wrote it or its stamps tell."""
    if path == "status" and is_feedback(record):
        return status_of(record)
    return _value(record, path)


def _value(holder: Any, path: str) -> str | date:
    for name in path.split("."):
        holder = getattr(holder, name, None)
    if path in LISTS:
        return SEPARATOR.join(holder or ())
    return holder if isinstance(holder, date) else "" if holder is None else str(holder)
