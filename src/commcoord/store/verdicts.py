"""What `check` found last time: an SQLite file in `.commcoord/`. Deleting it loses nothing and changes no answer.

Of every file it keeps the stamp and a hash of the text, the keys that it gives (`records.noted`), and the verdict: what
was found, the keys that this rests on, and between which moments it holds.
"""

from array import array
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from commcoord.store.database import Ledger

if TYPE_CHECKING:
    from commcoord.store.scanning import Stamp

FILE = "verdicts.sqlite"
SCHEMA = 3
"""Counts the forms of what is kept; another one is made anew."""
NEVER, ALWAYS = 1 << 62, -(1 << 62)
"""Microseconds: after and before every moment."""
UNREADABLE = b"?"
"""The hash of a file that could not be read: no text has it, so that it is tried again each time."""
AT_ONCE = 400
"""Values in one statement, below the 999 of old SQLite."""
GIVEN, OWN, ASKED = 0, 1, 2
"""What a file has to do with a key: gives it, gives it and rests on it, rests on it."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INT, changed INT, touched INT, number INT, hash BLOB, fresh INT,
    name TEXT, given BLOB, own BLOB, asked BLOB, since INT, until INT, found TEXT);
CREATE TABLE keys (key INT, file INT, sort INT, PRIMARY KEY (key, file, sort)) WITHOUT ROWID;
CREATE INDEX files_fresh ON files (fresh) WHERE fresh;
CREATE INDEX files_name ON files (name);
"""

Moment = int


class Verdict(NamedTuple):
    """What was found in a file, and how long that holds."""

    asked: bytes
    """The keys that it rests on, beside the file's own."""
    since: Moment
    """Microseconds since 1970 UTC, as `until`: it holds after the one and before the other."""
    until: Moment
    found: str
    """The findings as text; empty where there are none."""


NONE_YET = Verdict(b"", NEVER, NEVER, "")


class Judged(NamedTuple):
    """What is kept of a file."""

    stamp: "Stamp"
    hash: bytes
    fresh: bool
    name: str
    """The id of the record, or what stands for it."""
    given: bytes
    own: bytes
    verdict: Verdict = NONE_YET


def packed(keys: Iterable[int]) -> bytes:
    """Return keys as they are kept."""
    return array("I", sorted(keys)).tobytes()


def unpacked(keys: bytes) -> "array[int]":
    """Return keys that were kept."""
    found = array("I")
    found.frombytes(keys)
    return found


class Verdicts(Ledger):
    """The verdicts of one repository, open."""

    TABLES = TABLES

    # ── what is asked ──────────────────────────────────────────────────────────────────────────────

    def stale(self, moment: Moment) -> dict[str, int]:
        """Return the numbers of the files without a verdict that holds at a moment, by path."""
        query = "SELECT path, id FROM files WHERE since >= ? OR until <= ?"
        return dict(self._base.execute(query, (moment, moment)))

    def found(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the findings of every file that has some."""
        return self._base.execute("SELECT path, found FROM files WHERE found <> ''")

    def count(self) -> int:
        """Return how many files are known."""
        return int(self._base.execute("SELECT count(*) FROM files").fetchone()[0])

    def paths(self, files: Iterable[int]) -> dict[int, str]:
        """Return the paths of files, by number."""
        return dict(self._asked("SELECT id, path FROM files WHERE id IN ({})", list(files)))

    def numbers(self, paths: Iterable[str]) -> list[int]:
        """Return the numbers of the files of these paths that are known."""
        return [number for (number,) in self._asked("SELECT id FROM files WHERE path IN ({})", list(paths))]

    def version(self) -> int:
        """Return a number that changes when another process has written; this one's own writing does not count."""
        return int(self._base.execute("PRAGMA data_version").fetchone()[0])

    def namesakes(self, files: Iterable[int]) -> set[int]:
        """Return the files and those that have the id of one of them."""
        query = "SELECT id FROM files WHERE name IN (SELECT name FROM files WHERE id IN ({}))"
        return {number for (number,) in self._asked(query, list(files))}

    def givers(self, keys: Iterable[int]) -> set[int]:
        """Return the files that give one of the keys."""
        query = f"SELECT file FROM keys WHERE key IN ({{}}) AND sort <= {OWN}"  # noqa: S608  a number
        return {number for (number,) in self._asked(query, list(keys))}

    def resting(self, keys: Iterable[int]) -> set[int]:
        """Return the files whose verdicts rest on one of the keys."""
        query = f"SELECT file FROM keys WHERE key IN ({{}}) AND sort >= {OWN}"  # noqa: S608  a number
        return {number for (number,) in self._asked(query, list(keys))}

    def given(self, files: Iterable[int]) -> set[int]:
        """Return the keys that files give."""
        return self._keys("given, own", files)

    def rested_on(self, files: Iterable[int]) -> set[int]:
        """Return the keys that the verdicts on files rest on, or rested on when they held."""
        return self._keys("own, asked", files)

    def _keys(self, columns: str, files: Iterable[int]) -> set[int]:
        found = self._asked(f"SELECT {columns} FROM files WHERE id IN ({{}})", list(files))  # noqa: S608  two names
        return {key for row in found for keys in row for key in unpacked(keys)}

    def across(self, parts: Sequence[range], settled: Collection[int]) -> set[int]:
        """Return the keys that one part's files give and another's rest on, save those that are settled.

        Those that two files with one id give are always among them: it is not told in a part which of the two counts.
        The parts hold the numbers of files, in rising order.
        """
        first = [part.start for part in parts]
        several = "SELECT key, min(file), max(file), min(sort), max(sort) FROM keys GROUP BY key HAVING count(*) > 1"
        found = {
            key
            for key, low, high, least, most in self._base.execute(several)
            if least <= OWN <= most and key not in settled and bisect(first, low) != bisect(first, high)
        }
        twice = (
            "SELECT id FROM files WHERE name IN (SELECT name FROM files GROUP BY name HAVING count(*) > 1)"
        )
        return found | self.given([number for (number,) in self._base.execute(twice)])

    def _asked(self, query: str, values: Sequence[Any]) -> Iterator[Any]:
        for first in range(0, len(values), AT_ONCE):
            some = values[first : first + AT_ONCE]
            yield from self._base.execute(query.format(",".join("?" * len(some))), some).fetchall()

    # ── what is kept ───────────────────────────────────────────────────────────────────────────────

    def put(self, some: Collection[Judged]) -> range:
        """Keep what was judged, in place of what was known of the files; return their numbers."""
        self._base.executemany(
            "DELETE FROM keys WHERE key = ? AND file = ?", self._pairs([one.stamp.path for one in some])
        )
        self._base.executemany("DELETE FROM files WHERE path = ?", ((one.stamp.path,) for one in some))
        highest = self._base.execute("SELECT max(id) FROM files").fetchone()[0] or 0
        numbers = range(highest + 1, highest + 1 + len(some))
        self._base.executemany(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (number, *one.stamp, *one[1:-1], *one.verdict)
                for number, one in zip(numbers, some, strict=True)
            ),
        )
        rows = [row for number, one in zip(numbers, some, strict=True) for row in _rows(number, one)]
        self._base.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", sorted(rows))
        return numbers

    def _pairs(self, paths: Sequence[str]) -> list[tuple[int, int]]:
        """Return the keys that files of these paths have to do with, each with the file's number."""
        query = "SELECT id, given, own, asked FROM files WHERE path IN ({})"
        return [
            (key, row[0]) for row in self._asked(query, paths) for keys in row[1:] for key in unpacked(keys)
        ]

    def drop(self, files: Iterable[int]) -> None:
        """Forget files."""
        paths = list(self.paths(files).values())
        self._base.executemany("DELETE FROM keys WHERE key = ? AND file = ?", self._pairs(paths))
        self._base.executemany("DELETE FROM files WHERE path = ?", ((path,) for path in paths))

    def judge(self, file: int, verdict: Verdict) -> None:
        """Keep a verdict in place of the one before."""
        (before,) = self._base.execute("SELECT asked FROM files WHERE id = ?", (file,)).fetchone()
        gone = ((key, file, ASKED) for key in unpacked(before))
        self._base.executemany("DELETE FROM keys WHERE key = ? AND file = ? AND sort = ?", gone)
        asked = ((key, file, ASKED) for key in unpacked(verdict.asked))
        self._base.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", asked)
        self._base.execute(
            "UPDATE files SET asked = ?, since = ?, until = ?, found = ? WHERE id = ?", (*verdict, file)
        )

    def doubt(self, files: Iterable[int]) -> None:
        """Let the verdicts on files hold no more; what they rested on stays known."""
        query = "UPDATE files SET since = ?, until = ? WHERE id = ?"
        self._base.executemany(query, ((NEVER, NEVER, file) for file in files))


def _rows(number: int, one: Judged) -> Iterator[tuple[int, int, int]]:
    sorts = ((one.given, GIVEN), (one.own, OWN), (one.verdict.asked, ASKED))
    return chain.from_iterable(((key, number, sort) for key in unpacked(keys)) for keys, sort in sorts)
