"""What the index is given to keep, and what it returns whole: lines of its tables, in the order of their columns."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Known(NamedTuple):
    """What the index keeps about a file itself, in the order of the columns of `files`."""

    number: int
    path: str
    size: int
    changed: int
    touched: int
    inode: int
    hash: bytes
    fresh: int
    since: int
    """Microseconds since 1970 UTC from which on what is derived holds; `NEVER` where the file speaks of the future."""
    until: int
    name: str
    title: str
    broken: int


class Head(NamedTuple):
    """What is known of a file and its record without looking into it."""

    file: int
    path: str
    name: str
    latest: str | None
    """No day that the file names is later; none, like the others, where it holds no record that can be read."""
    kind: str | None
    day: str | None
    half: str | None
    """What is asked often of the record, where that was wanted."""


class Row(NamedTuple):
    """One derived row of a file; `stands` says whether it is the record as written, as it stood, or both."""

    stands: int
    values: Sequence[str | int | None]
    """In the order of the columns `ROW`."""
    line: str
    """What a list shows of it."""


class WatchRow(NamedTuple):
    """One derived watch; `soon` is the day that it may be shown ahead of, empty where it is not."""

    begins: int
    ends: int
    opens: int
    soon: str
    texts: Sequence[str]
    """In the order of the columns `WATCH`."""


class Batch:
    """All that some files came to, in the order of the columns of each table; every line begins with the file's number.

    Lines of `names` begin with the name.
    """

    def __init__(self) -> None:
        self.files: list[Known] = []
        self.names: list[tuple[str, int, int]] = []
        self.sections: dict[str, list[Sequence[Any]]] = {}
        self.rows: list[tuple[Any, ...]] = []
        self.watches: list[tuple[Any, ...]] = []

    def derived(self, file: int, rows: Iterable[Row], watches: Iterable[WatchRow]) -> None:
        """Take what is derived from a file."""
        self.rows += [(file, one.stands, *one.values, one.line) for one in rows]
        self.watches += [(file, *one[:-1], *one.texts) for one in watches]
