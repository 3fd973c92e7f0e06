"""Who is named in a record, in which duty, and where that stands in its file."""

from collections.abc import Iterator
from typing import Any

from commcoord.language.names import several
from commcoord.records.parsing import Path
from commcoord.records.record import Record

Named = tuple[Path, str]
"""The place of a name and the name as it is written; a field that names two yields both, with one place."""

OWNERS = "owners"
"""Stands for the owners of the record's actions, milestones or measures."""


def named(record: Record, *fields: str) -> Iterator[Named]:
    """Yield the names in some fields, as `people.decides`, `chair` or `OWNERS`; a field of other kinds has none."""
    for field in fields:
        if field == OWNERS:
            for place, item in enumerate(record.items):
                yield from _names(item.owner, (record.items_field, place, "owner"))
        else:
            yield from _names(_value(record, field), tuple(field.split(".")))


def texts(record: Record, *fields: str) -> list[str]:
    """Return the names in some fields without their places."""
    return [name for _path, name in named(record, *fields)]


def _value(record: Record, field: str) -> Any:
    found: Any = record
    for key in field.split("."):
        found = getattr(found, key, None)
    return found


def _names(value: Any, path: Path) -> list[Named]:
    if not value:
        return []
    if isinstance(value, str):
        return [(path, name) for name in several(value)]
    return [((*path, place), name) for place, one in enumerate(value) for name in several(one)]
