"""The index: an SQLite file of derived rows in `.commcoord/`. Deleting it loses nothing and changes no answer.

It knows files, names and time, and nothing of what rows mean. Of every file it keeps the stamp and a hash of the
text, the names that it carries and asks for, and rows of three sorts that others make. A row is true as long as the
file and those near it (up to two steps along names) are as they were, and from one moment until another.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.store import database, shelves
from commcoord.store.database import Ledger
from commcoord.store.index_tables import ABOUT, CALLED, ROW, SORTED, TABLES, WATCH

if TYPE_CHECKING:
    from commcoord.store.heads import Head
    from commcoord.store.lines import Batch, Row, WatchRow

FILE = "index.sqlite"
SCHEMA = 11
"""Counts the forms of what the index keeps; another one is made anew."""
GRAIN = 2_000_000_000
"""Nanoseconds, the coarsest clock of a file system in use, FAT's: what is younger may change unseen."""
NEVER, ALWAYS = 1 << 62, -(1 << 62)
"""Microseconds: before and after every moment."""
EVER = "", "9999-12-31"
"""The days of all records, as they are written."""
WRITTEN, STOOD, BOTH = 0, 1, 2
"""What a row shows: a record as it is written, as it stood at the time, or both where they are the same."""
LAST_SIGN = "\U0010ffff"
"""Comes behind every sign of an id."""
WHOLE = 0
"""The number under which the index keeps what concerns the repository as a whole."""
BETWEEN = "\x1f"
"""Stands in the line of a list for the state, whose name is another in each language."""
AT_ONCE = 400
"""Values in one statement, below the 999 of old SQLite."""

DERIVED_FROM_NEAR = ("rows", "watches")
OF_ONE_FILE = ("names", "often", "seldom", "items")
WORDS, ITEMS = "words", "items"
SECTIONS = {"often": "often", "seldom": "seldom", WORDS: "shelves", ITEMS: "items"}
"""The tables that are filled when they are first asked for, and kept true from then on.

That of the words has those of many files in one line: to look through them must not take a step for each.
"""


def opened(root: Path) -> sqlite3.Connection:
    """Return a connection to the index of a repository, or to one in memory where no file can be written."""
    return database.opened(root, FILE)


def in_memory(root: Path | None) -> sqlite3.Connection:
    """Return a copy of the index that nobody else sees and nothing outlives; empty where there is none to be read."""
    return database.in_memory(root, FILE)


def discard(root: Path) -> None:
    """Remove an index that cannot be read; the next command makes a new one."""
    database.discard(root, FILE)


def is_sound(root: Path) -> bool:
    """Whether the index of a repository can be read through; one that is missing or in use is no worry."""
    return database.is_sound(root, FILE)


class Index(Ledger):
    """One index, open."""

    TABLES = TABLES

    # ── files ──────────────────────────────────────────────────────────────────────────────────────

    def untimely(self, moment: int) -> list[int]:
        """Return the files of which nothing derived holds at a moment."""
        # Each by its own index: one question with OR goes through all of them.
        found = self._base.execute(
            "SELECT id FROM files WHERE since > ? UNION SELECT id FROM files WHERE until <= ?",
            (moment, moment),
        )
        return [number for (number,) in found]

    def numbered(self, paths: Sequence[str]) -> dict[str, int]:
        """Return the numbers of files, new ones for those that are not known yet."""
        known = dict(self._asked("SELECT path, id FROM files WHERE path IN ({})", paths))
        (last,) = self._base.execute("SELECT max(id) FROM files").fetchone()
        unused = count((last or WHOLE) + 1)
        return {path: known.get(path) or next(unused) for path in paths}

    def put(self, batch: "Batch") -> None:
        """Keep what files came to of which nothing is known."""
        for table in ("files", "names", "rows", "watches"):
            lines = getattr(batch, table)
            if lines:
                self._base.executemany(f"INSERT INTO {table} VALUES ({_marks(lines[0])})", lines)  # noqa: S608  a name of ours
        for name, lines in batch.sections.items():
            self.put_section(name, lines)

    @property
    def sections(self) -> frozenset[str]:
        """The sections that are kept."""
        return frozenset(self.meta("sections").split())

    def put_section(self, name: str, lines: Sequence[Sequence[Any]]) -> None:
        """Keep lines of a section, each of which begins with the number of its file; of words these are pages."""
        if name == WORDS:
            shelves.put(self._base, lines)
        elif lines:
            self._base.executemany(f"INSERT INTO {SECTIONS[name]} VALUES ({_marks(lines[0])})", lines)  # noqa: S608  a name of ours

    def sort(self) -> None:
        """Make what is asked for quick to find; to be called when new tables have been filled."""
        for statement in SORTED.strip().split(";"):
            if statement.strip():
                self._base.execute(statement)

    def drop(self, files: Collection[int]) -> None:
        """Forget files and all that is derived from them."""
        for number in files:
            for table in DERIVED_FROM_NEAR:
                self._base.execute(f"DELETE FROM {table} WHERE file = ?", (number,))  # noqa: S608  a name of ours
        self.drop_own(files)

    def drop_own(self, files: Iterable[int]) -> None:
        """Forget files; what is derived from them and those near them stays, to be derived again."""
        for number in files:
            self._base.execute("DELETE FROM files WHERE id = ?", (number,))
            for table in OF_ONE_FILE:
                self._base.execute(f"DELETE FROM {table} WHERE file = ?", (number,))  # noqa: S608  a name of ours
        shelves.drop(self._base, files)

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

    def derive(self, file: int, rows: "Iterable[Row]", watches: "Iterable[WatchRow]") -> None:
        """Keep what is derived from a file, in place of what was; file `WHOLE` is the repository as a whole."""
        from commcoord.store.lines import Batch

        batch = Batch()
        batch.derived(file, rows, watches)
        for table in DERIVED_FROM_NEAR:
            query = f"SELECT * FROM {table} WHERE file = ? ORDER BY rowid"  # noqa: S608  a name of ours
            before = self._base.execute(query, (file,)).fetchall()
            if before == getattr(batch, table):
                getattr(batch, table).clear()
            elif before:
                self._base.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608  a name of ours
        self.put(batch)

    def rows(self, *stands: int, days: tuple[str, str] = EVER) -> Iterator[tuple[Any, ...]]:
        """Yield the values `ROW` of the rows of those sorts, from a day to another."""
        wanted = ",".join("?" * len(stands))
        query = f"SELECT {ROW} FROM rows WHERE stands IN ({wanted}) AND day BETWEEN ? AND ?"  # noqa: S608  question marks
        return self._base.execute(query, (*stands, *days))

    def stood(self, since: str) -> Iterator[tuple[str, str, str, str]]:
        """Yield id, day, title and series of the records from a day on, as they stood."""
        query = f"SELECT id, day, title, series FROM rows WHERE stands IN ({STOOD:d}, {BOTH:d}) AND day >= ?"  # noqa: S608  constants
        return self._base.execute(query, (since,))

    def said(self, files: Iterable[int]) -> Counter[tuple[str, str, str, str]]:
        """Return what `stood` has of some files, whatever the day."""
        query = f"SELECT id, day, title, series FROM rows WHERE stands IN ({STOOD:d}, {BOTH:d}) AND file IN ({{}})"  # noqa: S608  constants
        return Counter(self._asked(query, sorted(files)))

    def listed(
        self, columns: Sequence[str], words: Mapping[str, str], first: str, last: str
    ) -> Iterator[tuple[Any, ...]]:
        """Yield columns of the records as written that have words in some columns and lie between two days.

        They come by day, time and id.
        """
        shown = ", ".join([CALLED.get(column, column) for column in columns])
        query, values = _as_listed(shown, words, first, last)
        return self._base.execute(query, values)

    def lines(
        self, states: Mapping[str, str], words: Mapping[str, str], first: str, last: str
    ) -> tuple[int, str]:
        """Return how many records `listed` has, and what a list shows of them, each state as it is called."""
        called = " ".join(["WHEN ? THEN ?"] * len(states))
        line = f"replace(line, char({ord(BETWEEN)}), CASE {CALLED['state']} {called} END) AS shown"
        query, values = _as_listed(line, words, first, last)
        told = [one for pair in states.items() for one in pair]
        query = f"SELECT count(*), group_concat(shown, char(10)) FROM ({query})"  # noqa: S608  names of ours
        found, text = self._base.execute(query, (*told, *values)).fetchone()
        return int(found), str(text or "")

    def watches(self, moment: int, soon: str) -> Iterator[tuple[str, ...]]:
        """Yield the values `WATCH` of what speaks at a moment.

        Where a day is named, those that may be shown ahead speak if they are due by that day.
        """
        ahead = "CASE WHEN soon <> '' THEN opens <= ?1 AND soon <= ?2 ELSE begins <= ?1 END"
        speaks = ahead if soon else "begins <= ?1"
        query = f"SELECT {WATCH} FROM watches WHERE ends > ?1 AND {speaks}"  # noqa: S608  constants
        return self._base.execute(query, (moment, soon) if soon else (moment,))

    def shelves(self) -> Iterator[shelves.Shelf]:
        """Yield what was put of the words of many files at once."""
        return shelves.read(self._base)

    def categories(self, first: str, last: str) -> Iterator[tuple[str, str]]:
        """Yield category and path of the records as written between two days that have one and were not called off."""
        return self._base.execute(
            f"SELECT category, path FROM rows WHERE stands IN ({WRITTEN:d}, {BOTH:d}) AND day BETWEEN ? AND ?"  # noqa: S608
            " AND category <> '' AND NOT called_off",
            (first, last),
        )

    def about(self, sort: str, name: str) -> list[str]:
        """Return the paths of the files that a question of a sort is about, and of those that have the same id."""
        query = "SELECT DISTINCT other.path FROM files AS one JOIN files AS other ON other.name = one.name"
        found = self._base.execute(f"{query} WHERE one.id IN ({ABOUT[sort]})", (name,))
        return [path for (path,) in found]

    def heads(self, since: str) -> "Iterator[Head]":
        """Yield the heads of all files, of records from a day on with what is asked of them often.

        Raises KeyError where a record is missing.
        """
        from commcoord.store.heads import Head

        found = self._base.execute(
            "SELECT broken, id, path, name, latest, kind, day, CASE WHEN day >= ? THEN half END"
            " FROM files LEFT JOIN often ON file = id",
            (since,),
        )
        for broken, *values in found:
            head = Head._make(values)
            if not (broken or head.kind):
                raise KeyError(head.path)
            yield head

    def half(self, file: int, section: str) -> str:
        """Return what is kept of a file's record in a section; KeyError where nothing is."""
        found = self._base.execute(f"SELECT half FROM {SECTIONS[section]} WHERE file = ?", (file,)).fetchone()  # noqa: S608  a name of ours
        if found is None:
            raise KeyError(file)
        return str(found[0])

    def numbers(self) -> Iterator[tuple[int, str]]:
        """Yield number and path of every file."""
        return self._base.execute("SELECT id, path FROM files")

    def named(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, title and path of every file, readable or not."""
        return self._base.execute("SELECT name, title, path FROM files")

    def items(self, beginnings: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, str, str, int]]:
        """Yield id, words, path and whether it is closed of items that may be called.

        Of those whose id has one of the beginnings, and those in whose words, as they are heard, all of these stand.
        """
        named = " OR ".join(["(items.name >= ? AND items.name < ?)"] * len(beginnings))
        said = " AND ".join(["instr(heard, ?)"] * len(words))
        bounds = [bound for one in beginnings for bound in (one, f"{one}{LAST_SIGN}")]
        return self._base.execute(
            f"SELECT items.name, what, path, closed FROM items JOIN files ON id = file"  # noqa: S608  question marks
            f" WHERE what IS NOT NULL AND ({named} OR ({said}))",
            (*bounds, *words),
        )

    def is_taken(self, name: str) -> bool:
        """Whether a record or an item of any kind has that id."""
        query = "SELECT EXISTS (SELECT 1 FROM files WHERE name = ?1) OR EXISTS (SELECT 1 FROM items WHERE name = ?1)"
        return bool(self._base.execute(query, (name,)).fetchone()[0])

    def broken(self) -> list[str]:
        """Return the files that hold no record that can be read."""
        return [path for (path,) in self._base.execute("SELECT path FROM files WHERE broken")]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _as_listed(shown: str, words: Mapping[str, str], first: str, last: str) -> tuple[str, tuple[str, ...]]:
    """Return the query for records that have words and lie between two days, in their order, and its values."""
    same = "".join([f" AND {column} = ?" for column in words])
    query = (
        f"SELECT {shown} FROM rows WHERE stands IN ({WRITTEN:d}, {BOTH:d}) AND day BETWEEN ? AND ?{same}"  # noqa: S608  names of ours
        " ORDER BY day, start, id"
    )
    return query, (first, last, *words.values())
