"""What the index is given to keep: lines of its tables, in the order of their columns."""

from collections.abc import Iterable, Sequence
from typing import Any

File = tuple[int, str, int, int, int, int, bytes, int, int, int, str, str, int]
"""What the index keeps about a file itself, in the order of the columns of `files`.

`since` and `until` are microseconds since 1970 UTC between which what is derived holds; `since` is `NEVER` where the
file speaks of the future.
"""
Row = tuple[Any, ...]
"""One derived row of a file: whether it is the record as written, as it stood, or both; the values of the columns
`ROW`; and what a list shows of it.
"""
WatchRow = tuple[Any, ...]
"""One derived watch: when it begins, ends and may be shown first, in microseconds since 1970 UTC; the day that it may
be shown ahead of, empty where it is not; and the values of the columns `WATCH`.
"""


class Batch:
    """All that some files came to, in the order of the columns of each table; every line begins with the file's number.

    Lines of `names` begin with the name.
    """

    def __init__(self) -> None:
        self.files: list[File] = []
        self.names: list[tuple[str, int, int]] = []
        self.sections: dict[str, list[Sequence[Any]]] = {}
        self.rows: list[tuple[Any, ...]] = []
        self.watches: list[tuple[Any, ...]] = []

    def derived(self, file: int, rows: Iterable[Row], watches: Iterable[WatchRow]) -> None:
        """Take what is derived from a file."""
        self.rows += [(file, *one) for one in rows]
        self.watches += [(file, *one) for one in watches]
