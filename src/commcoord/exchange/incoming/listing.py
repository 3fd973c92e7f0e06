"""A table with a record a row, under the fields' own names, as `export` writes it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from commcoord.exchange.columns import LISTS, RECORDS, SEPARATOR
from commcoord.exchange.incoming.records import Incoming
from commcoord.exchange.papers import Grid, text_of
from commcoord.records.ids import is_record_id
from commcoord.records.outline import MODELS

if TYPE_CHECKING:
    from commcoord.exchange.papers import Paper

NEEDED = frozenset({"kind", "title", "date"})


def listed_records(paper: "Paper") -> list[Incoming]:
    """Return the records of a list; empty where the paper is none. A column that is no field becomes a note."""
    for block in paper.blocks:
        if isinstance(block, Grid):
            names = [text_of(cell) for cell in block.rows[0]]
            if set(names) >= NEEDED:
                rows = ([text_of(cell) for cell in row] for row in block.rows[1:])
                return list(_records(names, rows))
    return []


def _records(names: list[str], rows: Iterator[list[str]]) -> Iterator[Incoming]:
    for row in rows:
        given = {name: text for name, text in zip(names, row, strict=False) if text}
        if given.get("kind") in MODELS:
            yield _record(given)
        elif given:
            yield Incoming({}, "", [f"{name}：{text}" for name, text in given.items()])


def _record(given: dict[str, str]) -> Incoming:
    tree: dict[str, Any] = {}
    notes = []
    for name, text in given.items():
        if name == "id":
            continue
        if name in RECORDS:
            _put(tree, name, text.split(SEPARATOR) if name in LISTS else text)
        else:
            notes.append(f"{name}：{text}")
    guessed = "scenario" not in tree
    tree.setdefault("scenario", "cross-department")
    number = given.get("id", "")
    return Incoming(tree, number if is_record_id(number) else "", notes, guessed)


def _put(tree: dict[str, Any], name: str, value: Any) -> None:
    *path, last = name.split(".")
    for key in path:
        tree = tree.setdefault(key, {})
    tree[last] = value
