"""A table with a record a row, under the fields' own names, as `export` writes it, and one with their items."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.console import one_line
from commcoord.errors import ImpossibleError
from commcoord.exchange.columns import ITEMS, LISTS, RECORDS, SEPARATOR
from commcoord.exchange.incoming.records import Incoming
from commcoord.exchange.incoming.times import span_in
from commcoord.exchange.papers import Grid, text_of
from commcoord.language.messages import Message, Several
from commcoord.records.ids import is_item_id, is_record_id, new_item_id
from commcoord.records.outline import MODELS
from commcoord.records.vocabulary import ITEM_FIELDS, ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.exchange.papers import Paper
    from commcoord.records.ids import Taken

NEEDED = frozenset({"kind", "title", "date"})
NEEDED_OF_ITEMS = frozenset({"id", "what", "record"})
NOT_OF_ITEMS = frozenset({"id", "department", "record", "kind", "title", "scenario"})
"""What a row tells of the item's record, or of its owner by the directory."""
TIMES = frozenset({"date", "start", "end", "due", "done_on"})
AS_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
"""How a day or time begins as records have it."""


def listed_records(paper: "Paper", path: Path, day: date | None = None) -> list[Incoming]:
    """Return the records of a list; empty where the paper is none. A column that is no field becomes a note.

    `day` is for rows that tell none. Raises ImpossibleError for a row that can be no record.
    """
    found: list[Incoming] = []
    for given in _rows(paper, NEEDED):
        if "kind" not in given and found:
            found[-1].notes += list(given.values())  # a remark below the rows
        else:
            found.append(_record({"date": str(day), **given} if day else given, path))
    return found


def listed_items(paper: "Paper") -> list[dict[str, str]]:
    """Return the rows of a list of items, by its columns; empty where the paper is none."""
    return list(_rows(paper, NEEDED_OF_ITEMS))


def is_list_of_items(paper: "Paper") -> bool:
    """Whether a paper is a list of items, though it may have none."""
    return any(isinstance(block, Grid) and set(_names(block)) >= NEEDED_OF_ITEMS for block in paper.blocks)


def place_items(
    rows: Sequence[dict[str, str]], records: Sequence[Incoming], path: Path, taken: "Taken"
) -> None:
    """Write the items of a list into their records; an id that is taken already gives way to a new one.

    Raises ImpossibleError where the record of an item is not among them.
    """
    by_id = {one.id: one for one in records if one.id}
    for row in rows:
        record = by_id.get(row.get("record", ""))
        if record is None:
            raise ImpossibleError(
                Message(
                    "{path}: {record}, of which “{text}” is an item, is not in this file.",
                    path=str(path),
                    record=row.get("record", "—"),
                    text=one_line(row.get("what", "")),
                ),
                Message("A list of items comes in together with its records: commcoord export --to xlsx."),
            )
        kept = ITEM_FIELDS[record.tree["kind"]]
        record.tree.setdefault(kept, []).append(_item(row, ITEM_LETTERS[kept], taken))
        record.notes += _notes({name: text for name, text in row.items() if name not in ITEMS})


def _rows(paper: "Paper", needed: frozenset[str]) -> Iterator[dict[str, str]]:
    """Yield what each row of the first table with the needed columns says, without what is empty."""
    for block in paper.blocks:
        if isinstance(block, Grid) and set(names := _names(block)) >= needed:
            for row in block.rows[1:]:
                texts = zip(names, map(text_of, row), strict=False)
                if given := {name: text for name, text in texts if text}:
                    yield given
            return


def _names(grid: Grid) -> list[str]:
    return [text_of(cell) for cell in grid.rows[0]]


def _record(given: dict[str, str], path: Path) -> Incoming:
    _demand_record(given, path)
    tree: dict[str, Any] = {}
    for name, text in given.items():
        if name in RECORDS and name != "id":
            _put(tree, name, text.split(SEPARATOR) if name in LISTS else _in_form(name, text))
    guessed = "scenario" not in tree
    tree.setdefault("scenario", "cross-department")
    number = given.get("id", "")
    notes = _notes({name: text for name, text in given.items() if name not in RECORDS})
    return Incoming(tree, number if is_record_id(number) else "", notes, guessed)


def _demand_record(given: dict[str, str], path: Path) -> None:
    """Raise ImpossibleError where a row lacks the kind or the day."""
    text = one_line(" ".join(given.values()))
    if given.get("kind") not in MODELS:
        raise ImpossibleError(
            Message("{path}: no kind of record is named in the row “{text}”.", path=str(path), text=text),
            Message("Known are {known}.", known=Several(MODELS)),
        )
    if span_in(given.get("date", "")).day is None:
        raise ImpossibleError(
            Message("{path}: no day with its year is named in the row “{text}”.", path=str(path), text=text),
            Message("Say it with --date 2023-10-20."),
        )


def _item(row: dict[str, str], letter: str, taken: "Taken") -> dict[str, Any]:
    number = row.get("id", "")
    if not (is_item_id(number) and number.startswith(letter)) or number in taken:
        number = new_item_id(letter, taken)
    taken.add(number)
    item: dict[str, Any] = {"id": number}
    for name, text in row.items():
        if name in ITEMS and name not in NOT_OF_ITEMS:
            _put(item, name, _in_form(name, text))
    return item


def _in_form(name: str, text: str) -> str:
    """Return what a cell says as records have it: Excel writes the days of a list that it saves as `2023/10/20`."""
    if name not in TIMES:
        return text
    span = span_in(text)
    if name == "date":
        return str(span.day)
    certain = span.day and not (span.rest or span.end_day or span.end or span.doubtful)
    return text if AS_WRITTEN.match(text) or not certain else span.start or str(span.day)


def _notes(given: dict[str, str]) -> list[str]:
    return [f"{name}：{text}" for name, text in given.items()]


def _put(tree: dict[str, Any], name: str, value: Any) -> None:
    *path, last = name.split(".")
    for key in path:
        tree = tree.setdefault(key, {})
    tree[last] = value
