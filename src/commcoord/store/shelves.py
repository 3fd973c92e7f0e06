"""The words of many files in one line of the index: to look through thousands must not take a step for each."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

TABLE = "CREATE TABLE shelves (number INTEGER PRIMARY KEY, places TEXT, words BLOB, pages BLOB)"
FILES = 24
"""Files whose words lie on one shelf: as many are written anew with each that changes.

They have some 27 kB; in what is shorter than 30,000 bytes CPython finds a short text in two thirds of the time.
"""

Line = Sequence[int | bytes]
"""The number of a file, its words, and all else that whoever finds them asks for."""
Shelf = tuple[bytes, bytes, Sequence[int], Sequence[int]]
"""The words of many files in a row, all else of them in a row, and where what is of each file ends in both."""


def read(base: sqlite3.Connection) -> Iterator[Shelf]:
    """Yield all shelves; raises ValueError where one is damaged."""
    for places, words, pages in base.execute("SELECT places, words, pages FROM shelves"):
        numbers = list(map(int, places.split()))
        yield bytes(words), bytes(pages), numbers[1::3], numbers[2::3]


def put(base: sqlite3.Connection, lines: Iterable[Line]) -> None:
    """Keep lines of files of which there are none."""
    for shelf, some in groupby(sorted(lines, key=_file_of), lambda line: _file_of(line) // FILES):
        _keep(base, shelf, [*_lines(base, shelf), *some])


def drop(base: sqlite3.Connection, files: Iterable[int]) -> None:
    """Forget the lines of files, as far as there are any."""
    for shelf, some in groupby(sorted(files), lambda file: file // FILES):
        gone, before = set(some), _lines(base, shelf)
        left = [line for line in before if line[0] not in gone]
        if len(left) < len(before):
            _keep(base, shelf, left)


def _file_of(line: Line) -> int:
    return int(line[0])


def _lines(base: sqlite3.Connection, shelf: int) -> list[Line]:
    found = base.execute("SELECT * FROM shelves WHERE number = ?", (shelf,)).fetchone()
    if found is None:
        return []
    _number, places, words, pages = found
    numbers = list(map(int, places.split()))
    ends = (pairwise([0, *numbers[1::3]]), pairwise([0, *numbers[2::3]]))
    return [
        (file, bytes(words[slice(*word)]), bytes(pages[slice(*page)]))
        for file, word, page in zip(numbers[::3], *ends, strict=True)
    ]


def _keep(base: sqlite3.Connection, shelf: int, lines: Sequence[Line]) -> None:
    files, words, pages = zip(*lines, strict=True) if lines else ((), (), ())
    ends = zip(files, accumulate(map(len, words)), accumulate(map(len, pages)), strict=True)
    places = " ".join([str(one) for three in ends for one in three])
    base.execute(
        "INSERT OR REPLACE INTO shelves VALUES (?, ?, ?, ?)",
        (shelf, places, b"".join(words), b"".join(pages)),
    )
