"""Who is named in a record, in which duty, and where that stands in its file."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from commcoord.language.names import people_in
from commcoord.records.outline import MODELS, fields_at
from commcoord.records.parsing import Path

if TYPE_CHECKING:
    from commcoord.records.record import Record

Named = tuple[Path, str]
"""The place of a name and the name as it is written; a field that names two yields both, with one place."""

OWNERS = "owners"
"""Stands for the owners of the record's actions, milestones or measures."""


def named(record: "Record", *fields: str) -> Iterator[Named]:
    """Yield the names in some fields, as `people.decides`, `chair` or `OWNERS`; a field of other kinds has none."""
    for field in fields:
        if field == OWNERS:
            for place, item in enumerate(record.items):
                if item.owner:
                    yield from _names(item.owner, (record.items_field, place, "owner"))
        elif value := _value(record, field):
            yield from _names(value, tuple(field.split(".")))


def texts(record: "Record", *fields: str) -> list[str]:
    """Return the names in some fields without their places.

    Several rules ask for those of one record, one rule after the other: what was found in a field is kept meanwhile.
    """
    if _LAST.record is not record:
        _LAST.record, _LAST.names = record, {}
    found: list[str] = []
    for way in _ways(record.kind, fields):
        names = _LAST.names.get(way)
        if names is None:
            names = _LAST.names[way] = _names_in(record, *way)
        found += names
    return found


class _Last:
    """The record that was asked about last, and the names in its fields."""

    def __init__(self) -> None:
        self.record: Record | None = None
        self.names: dict[tuple[str, str], list[str]] = {}


_LAST = _Last()


def _names_in(record: "Record", first: str, rest: str) -> list[str]:
    if first == OWNERS:
        return [name for item in record.items if item.owner for name in people_in(item.owner)]
    value = getattr(record, first)
    if rest:
        value = getattr(value, rest, None)
    listed = [value] if isinstance(value, str) else value
    return [name for one in listed or () for name in people_in(one)]


def _value(record: "Record", field: str) -> Any:
    found: Any = record
    for key in _way(record.kind, field):
        found = getattr(found, key, None) if key else found
    return None if found is record else found


@cache
def _ways(kind: str, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the ways to the fields that records of that kind have: to ask for others is slow."""
    return [way for field in fields if (way := _way(kind, field))]


@cache
def _way(kind: str, field: str) -> tuple[str, str] | tuple[()]:
    """Return a field and the field below it, empty where none is meant; nothing where that kind has no such field."""
    first, _dot, rest = field.partition(".")
    return (first, rest) if first in fields_at(MODELS[kind], ()) or field == OWNERS else ()


def _names(value: str | list[str], path: Path) -> list[Named]:
    if isinstance(value, str):
        return [(path, name) for name in people_in(value)]
    return [((*path, place), name) for place, one in enumerate(value) for name in people_in(one)]
