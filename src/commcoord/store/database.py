"""Files of derived things in `.commcoord/`, kept by SQLite: deleting one loses nothing and changes no answer."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import ClassVar, NamedTuple

from commcoord.store.scanning import Stamp
from commcoord.store.tree import DERIVED

PATIENCE = 5.0
"""Seconds that a command waits for another one to finish with a file before it makes do without."""
KEPT_TO_READ, KEPT_TO_WRITE = 1_000, 16_000
"""kB that SQLite keeps of a file: what is read once is not read again, and to take memory costs more than to read."""


def opened(root: Path, file: str) -> sqlite3.Connection:
    """Return a connection to a repository's file of that name, or to one in memory where it cannot be written."""
    folder = root / DERIVED
    for _attempt in range(2):
        try:
            folder.mkdir(exist_ok=True)
            connection = _connected(str(folder / file))
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except (sqlite3.OperationalError, OSError):
            break
        except sqlite3.DatabaseError:
            discard(root, file)
        else:
            return connection
    return in_memory(root, file)


def in_memory(root: Path | None, file: str) -> sqlite3.Connection:
    """Return a copy that nobody else sees and nothing outlives; empty where there is nothing to be read."""
    copy = _connected(":memory:")
    if root is None:
        return copy
    path = root / DERIVED / file
    with suppress(sqlite3.Error), closing(_read_only(path)) as found:
        found.execute("BEGIN")  # whoever only calls backup() waits for another's lock for ever
        found.execute("SELECT count(*) FROM sqlite_master").fetchone()
        found.backup(copy)
    return copy


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)


def discard(root: Path, file: str) -> None:
    """Remove a file that cannot be read; the next command makes a new one."""
    for suffix in ("", "-journal"):
        with suppress(OSError):
            (root / DERIVED / f"{file}{suffix}").unlink()


def is_sound(root: Path, file: str) -> bool:
    """Whether a repository's file of that name can be read through; one that is missing or in use is no worry."""
    path = root / DERIVED / file
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
    connection.execute(
        "PRAGMA page_size = 16384"
    )  # of a file that is still empty: few large reads for many rows
    return connection


class Read(NamedTuple):
    """What a file was when it was read, and its number in the index."""

    stamp: Stamp
    hash: bytes
    number: int


class Ledger:
    """One such file, open: what it notes under a key, and what every file of the repository was when it was read.

    Its tables have to be `meta (key TEXT PRIMARY KEY, value)` and `files` with the columns that are asked for here.
    """

    TABLES: ClassVar[str]

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._base = connection

    def close(self) -> None:
        """Close it; what was not committed is forgotten."""
        self._base.close()

    # ── the whole ──────────────────────────────────────────────────────────────────────────────────

    def begin(self, *, to_write: bool = False) -> None:
        """Begin to look at one state of it, and where it is to be written to, alone."""
        self._base.execute(f"PRAGMA cache_size = {-KEPT_TO_WRITE if to_write else -KEPT_TO_READ}")
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
        for statement in self.TABLES.strip().split(";"):
            if statement.strip():
                self._base.execute(statement)

    # ── files ───────────────────────────────────────────────────────────────────────────────────────────

    def stamps(self, folders: Iterable[str]) -> set[tuple[str, int, int, int, int]]:
        """Return the values of the stamps that the known files of some folders had when they were read."""
        query = "SELECT path, size, changed, touched, number FROM files WHERE path BETWEEN ? AND ?"
        return {
            stamp
            for folder in folders
            for stamp in self._base.execute(query, (f"{folder}/", f"{folder}0"))  # the sign behind the slash
            if stamp[0].rpartition("/")[0] == folder
        }

    def read(self, paths: Iterable[str]) -> dict[str, Read]:
        """Return what files were when they were read, by path; those that are known."""
        query = "SELECT path, size, changed, touched, number, hash, id FROM files WHERE path = ?"
        found = (self._base.execute(query, (path,)).fetchone() for path in paths)
        return {row[0]: Read(Stamp(*row[:5]), row[5], row[6]) for row in found if row}

    def fresh(self) -> list[str]:
        """Return the files that were too young to be trusted when they were read."""
        return [path for (path,) in self._base.execute("SELECT path FROM files WHERE fresh")]

    def restamp(self, stamp: Stamp, *, fresh: bool) -> None:
        """Note that a file has another stamp and the same text."""
        _path, *values = stamp
        self._base.execute(
            "UPDATE files SET size = ?, changed = ?, touched = ?, number = ?, fresh = ? WHERE path = ?",
            (*values, int(fresh), stamp.path),
        )
