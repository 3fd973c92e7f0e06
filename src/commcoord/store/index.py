"""The index: an SQLite file of derived rows in `.commcoord/`. Deleting it loses nothing and changes no answer.

It knows files, names and time, and nothing of what rows mean. Of every file it keeps the stamp and a hash of the
text, the names that it carries and asks for, and rows of three sorts that others make. A row is true as long as the
file and those near it (up to two steps along names) are as they were, and from one moment until another.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from commcoord.store.scanning import Stamp
from commcoord.store.tree import DERIVED

FILE = "index.sqlite"
SCHEMA = 1
"""Counts the forms of what the index keeps; another one is made anew."""
PATIENCE = 5.0
"""Seconds that a command waits for another one to finish its index before it makes do without."""
GRAIN = 2_000_000_000
"""Nanoseconds, the coarsest clock of a file system in use, FAT's: what is younger may change unseen."""
NEVER, ALWAYS = 1 << 62, -(1 << 62)
"""Microseconds: before and after every moment."""
WRITTEN, STOOD, BOTH = 0, 1, 2
"""What a row shows: a record as it is written, as it stood at the time, or both where they are the same."""
AT_ONCE = 400
"""Values in one statement, below the 999 of old SQLite."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INT, changed INT, touched INT, number INT,
    hash BLOB, fresh INT, since INT, until INT, name TEXT, title TEXT, broken INT);
CREATE TABLE names (name TEXT, file INT, asks INT);
CREATE TABLE pages (file INTEGER PRIMARY KEY, shown TEXT, fields TEXT, lines TEXT, folded TEXT);
CREATE TABLE rows (file INT, stands INT, day TEXT, row TEXT);
CREATE TABLE watches (file INT, begins INT, ends INT, soon TEXT, watch TEXT);
CREATE INDEX files_fresh ON files (fresh) WHERE fresh;
CREATE INDEX files_times ON files (since, until);
CREATE INDEX files_name ON files (name);
CREATE INDEX names_name ON names (name);
CREATE INDEX names_file ON names (file);
CREATE INDEX rows_file ON rows (file);
CREATE INDEX rows_day ON rows (day);
CREATE INDEX watches_file ON watches (file);
"""
DERIVED_FROM_NEAR = ("rows", "watches")
OF_ONE_FILE = ("names", "pages")


class Known(NamedTuple):
    """What the index keeps about a file itself."""

    stamp: Stamp
    hash: bytes
    fresh: bool
    since: int
    """Microseconds since 1970 UTC from which on what is derived holds; `NEVER` where the file speaks of the future."""
    until: int
    name: str
    title: str
    broken: bool
    carries: Sequence[str]
    asks: Sequence[str]
    page: Sequence[str]
    """What is shown of it, its fields, its lines, and its lines folded, each in one text; empty without lines."""


class Read(NamedTuple):
    """What a file was when it was read, and its number in the index."""

    stamp: Stamp
    hash: bytes
    number: int


class Row(NamedTuple):
    """One derived row of a file; `stands` says whether it is the record as written, as it stood, or both."""

    stands: int
    day: str
    text: str


class WatchRow(NamedTuple):
    """One derived watch; `soon` is the day that it may be shown ahead of, empty where it is not."""

    begins: int
    ends: int
    soon: str
    text: str


def opened(root: Path) -> sqlite3.Connection:
    """Return a connection to the index of a repository, or to one in memory where no file can be written."""
    folder = root / DERIVED
    try:
        folder.mkdir(exist_ok=True)
        connection = _connected(str(folder / FILE))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if not isinstance(error, sqlite3.OperationalError):
            discard(root)
        return in_memory(root)
    except OSError:
        return in_memory(root)
    return connection


def in_memory(root: Path | None) -> sqlite3.Connection:
    """Return a copy of the index that nobody else sees and nothing outlives; empty where there is none to be read."""
    copy = _connected(":memory:")
    if root is None:
        return copy
    path = root / DERIVED / FILE
    with suppress(sqlite3.Error), closing(_read_only(path)) as found:
        found.execute("BEGIN")  # whoever only calls backup() waits for another's lock for ever
        found.execute("SELECT count(*) FROM sqlite_master").fetchone()
        found.backup(copy)
    return copy


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)


def discard(root: Path) -> None:
    """Remove an index that cannot be read; the next command makes a new one."""
    for suffix in ("", "-journal"):
        with suppress(OSError):
            (root / DERIVED / f"{FILE}{suffix}").unlink()


def is_sound(root: Path) -> bool:
    """Whether the index of a repository can be read through; one that is missing or in use is no worry."""
    path = root / DERIVED / FILE
    if not path.exists():
        return True
    try:
        with closing(_read_only(path)) as found:
            return bool(found.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False


def _connected(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


class Index:
    """One index, open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._base = connection

    def close(self) -> None:
        """Close it; what was not committed is forgotten."""
        self._base.close()

    # ── the whole ──────────────────────────────────────────────────────────────────────────────────

    def begin(self, *, to_write: bool = False) -> None:
        """Begin to look at one state of the index, and where it is to be written to, alone."""
        self._base.execute("BEGIN IMMEDIATE" if to_write else "BEGIN")

    def commit(self) -> None:
        """Keep what was written."""
        if self._base.in_transaction:
            self._base.execute("COMMIT")

    def forget(self) -> None:
        """Drop what was written since `begin`."""
        if self._base.in_transaction:
            self._base.execute("ROLLBACK")

    def meta(self, key: str) -> str:
        """Return a value that was noted; empty where there is none."""
        try:
            found = self._base.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        except sqlite3.OperationalError as error:
            if "no such" not in str(error):
                raise
            return ""  # somebody else's tables, or none yet
        return str(found[0]) if found else ""

    def note(self, key: str, value: str) -> None:
        """Note a value."""
        self._base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def empty(self) -> None:
        """Make all tables anew."""
        found = self._base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in found:
            if not str(name).startswith("sqlite_"):
                self._base.execute(f'DROP TABLE "{str(name).replace(chr(34), "")}"')
        for statement in TABLES.strip().split(";"):
            if statement.strip():
                self._base.execute(statement)

    # ── files ──────────────────────────────────────────────────────────────────────────────────────

    def stamps(self) -> dict[str, Read]:
        """Return what every known file was when it was read, by path."""
        found = self._base.execute("SELECT path, size, changed, touched, number, hash, id FROM files")
        return {row[0]: Read(Stamp(*row[:5]), row[5], row[6]) for row in found}

    def fresh(self) -> list[str]:
        """Return the files that were too young to be trusted when they were read."""
        return [path for (path,) in self._base.execute("SELECT path FROM files WHERE fresh")]

    def untimely(self, moment: int) -> list[int]:
        """Return the files of which nothing derived holds at a moment."""
        found = self._base.execute("SELECT id FROM files WHERE since > ? OR until <= ?", (moment, moment))
        return [number for (number,) in found]

    def restamp(self, stamp: Stamp, *, fresh: bool) -> None:
        """Note that a file has another stamp and the same text."""
        _path, *values = stamp
        self._base.execute(
            "UPDATE files SET size = ?, changed = ?, touched = ?, number = ?, fresh = ? WHERE path = ?",
            (*values, int(fresh), stamp.path),
        )

    def put(self, one: Known) -> int:
        """Keep a file, in place of what was known of it; return its number."""
        found = self._base.execute("SELECT id FROM files WHERE path = ?", (one.stamp.path,)).fetchone()
        if found:
            self.drop([found[0]])
        values = (
            *one.stamp,
            one.hash,
            int(one.fresh),
            one.since,
            one.until,
            one.name,
            one.title,
            int(one.broken),
        )
        cursor = self._base.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (found[0] if found else None, *values),
        )
        number = int(cursor.lastrowid or 0)
        names = [(name, number, 0) for name in one.carries] + [(name, number, 1) for name in one.asks]
        self._base.executemany("INSERT INTO names VALUES (?, ?, ?)", names)
        if one.page:
            self._base.execute("INSERT INTO pages VALUES (?, ?, ?, ?, ?)", (number, *one.page))
        return number

    def drop(self, files: Iterable[int]) -> None:
        """Forget files and all that is derived from them."""
        for number in files:
            self._base.execute("DELETE FROM files WHERE id = ?", (number,))
            for table in (*OF_ONE_FILE, *DERIVED_FROM_NEAR):
                self._base.execute(f"DELETE FROM {table} WHERE file = ?", (number,))  # noqa: S608  a name of ours

    def crossing(self, parts: Mapping[int, int]) -> set[int]:
        """Return the files of some parts that share a name with a file outside of their own part, and those files."""
        self._base.execute("CREATE TEMP TABLE IF NOT EXISTS part (file INTEGER PRIMARY KEY, number INT)")
        self._base.execute("DELETE FROM part")
        self._base.executemany("INSERT INTO part VALUES (?, ?)", parts.items())
        found = self._base.execute(
            "SELECT one.file, other.file FROM part JOIN names AS one ON one.file = part.file"
            " JOIN names AS other ON other.name = one.name AND other.file <> one.file"
            " LEFT JOIN part AS its ON its.file = other.file"
            " WHERE its.number IS NOT part.number AND NOT (one.asks AND other.asks)"
        )
        return {number for pair in found for number in pair}

    def near(self, files: Iterable[int]) -> set[int]:
        """Return the files and those that they share a name with, unless both only ask for it."""
        found = set(files)
        query = (
            "SELECT DISTINCT other.file FROM names AS one JOIN names AS other ON other.name = one.name"
            " WHERE one.file IN ({}) AND NOT (one.asks AND other.asks)"
        )
        return found | {number for (number,) in self._asked(query, sorted(found))}

    def paths(self, files: Iterable[int]) -> dict[int, str]:
        """Return the paths of files."""
        return dict(self._asked("SELECT id, path FROM files WHERE id IN ({})", list(files)))

    def _asked(self, query: str, values: Sequence[Any]) -> Iterator[Any]:
        for first in range(0, len(values), AT_ONCE):
            some = values[first : first + AT_ONCE]
            yield from self._base.execute(query.format(",".join("?" * len(some))), some).fetchall()

    # ── what is derived ────────────────────────────────────────────────────────────────────────────

    def time(self, file: int, since: int, until: int) -> None:
        """Note from when until when what is derived from a file holds."""
        self._base.execute("UPDATE files SET since = ?, until = ? WHERE id = ?", (since, until, file))

    def derive(self, file: int, rows: Iterable[Row], watches: Iterable[WatchRow]) -> None:
        """Keep what is derived from a file, in place of what was; file 0 is the repository as a whole."""
        for table in DERIVED_FROM_NEAR:
            self._base.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608  a name of ours
        self._base.executemany(f"INSERT INTO rows VALUES ({file:d}, ?, ?, ?)", rows)  # noqa: S608  a number
        self._base.executemany(f"INSERT INTO watches VALUES ({file:d}, ?, ?, ?, ?)", watches)  # noqa: S608  a number

    def rows(self, *stands: int, since: str = "") -> Iterator[str]:
        """Yield the rows of those sorts, from a day on."""
        wanted = ",".join("?" * len(stands))
        query = f"SELECT row FROM rows WHERE stands IN ({wanted}) AND day >= ?"  # noqa: S608  question marks
        return (row for (row,) in self._base.execute(query, (*stands, since)))

    def watches(self, moment: int, soon: str) -> Iterator[str]:
        """Yield the watches that speak at a moment or, where they may be shown ahead, are due by a day."""
        found = self._base.execute(
            "SELECT watch FROM watches WHERE ends > ?1 AND (begins <= ?1 OR (soon <> '' AND soon <= ?2))"
            " ORDER BY file, rowid",
            (moment, soon),
        )
        return (watch for (watch,) in found)

    def pages(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Yield name, path and page of the files in which all the folded words stand."""
        condition = " AND ".join(["instr(folded, ?) > 0"] * len(words))
        query = f"SELECT name, path, shown, fields, lines, folded FROM pages JOIN files ON id = file WHERE {condition}"  # noqa: S608  constants
        return self._base.execute(query, tuple(words))

    def named(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, title and path of every file, readable or not."""
        return self._base.execute("SELECT name, title, path FROM files")

    def broken(self) -> int:
        """Return how many files hold no record that can be read."""
        return int(self._base.execute("SELECT count(*) FROM files WHERE broken").fetchone()[0])
