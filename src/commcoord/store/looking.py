"""What has changed since the index was made: one look at the files against what the index knows of them."""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import adler32, crc32

from commcoord import __version__
from commcoord.store.index import GRAIN, SCHEMA
from commcoord.store.scanning import stamps_in
from commcoord.store.scouting import mark_in, mark_of
from commcoord.store.sighting import looked_over, place_of
from commcoord.store.tree import SETTINGS

if TYPE_CHECKING:
    from commcoord.store.database import Ledger
    from commcoord.store.scanning import Stamp
    from commcoord.store.scouting import Scout
    from commcoord.store.sighting import Entry

ROOMS = ("records", "records/clocks", "chase", "chase/types", "language", "language/dates", "store", ".")
"""The code that rows are made by: where it changed, they are made anew."""
AT_ONCE = 1 << 16
"""Bytes that are read of a file at once: hardly one has as many."""
CALENDARS = ("chinese_calendar", "holidays")


class Look:
    """The stamps of all files at one time, and what else rows depend on."""

    def __init__(self, key: str, root: Path, scout: "Scout | None" = None) -> None:
        self.key = key
        self._root = root
        self._scout = scout

    @classmethod
    def at(
        cls, root: Path, *, rooms: Sequence[str] = ROOMS, schema: int = SCHEMA, scout: "Scout | None" = None
    ) -> "Look":
        """Look at a repository; `rooms` hold the code that counts, `schema` counts the forms of what is kept.

        A scout that was sent out before looks meanwhile, and is waited for by whoever asks what was seen.
        """
        key = _key((root / SETTINGS).read_bytes(), rooms, schema)
        look = cls(key, root, scout if scout is not None and scout.looks_at(root) else None)
        if look._scout is None:
            look.marks  # noqa: B018  what is seen is seen now
        return look

    @cached_property
    def began(self) -> int:
        """Nanoseconds since 1970: when the look began."""
        return self._scout.began if self._scout is not None else time.time_ns()

    @cached_property
    def _folders(self) -> "dict[str, list[Entry]]":
        """The files of all folders, where no scout was sent or it was lost."""
        self.began = time.time_ns()
        return dict(looked_over(self._root))

    @cached_property
    def marks(self) -> dict[str, str]:
        """What tells the state of each folder: only where that differs does anybody look closer."""
        if self._scout is not None:
            if self._scout.has_seen_all():
                return self._scout.marks
            self._scout = None
        return {name: mark_in(files) for name, files in self._folders.items()}

    @cached_property
    def state(self) -> str:
        """What tells the state of all files from any other: the marks of all folders."""
        return json.dumps(self.marks, sort_keys=True)

    @cached_property
    def stamps(self) -> list["Stamp"]:
        """The stamps of the files of all records, in their order."""
        return self.stamps_in(self.marks)

    def stamps_in(self, folders: Iterable[str]) -> list["Stamp"]:
        """Return the stamps of the files in some folders, as far as there are any, in their order."""
        seen = sorted(self.marks.keys() & set(folders), key=place_of)
        files = self._scout.files if self._scout is not None else self._folders.__getitem__
        return stamps_in((name, files(name)) for name in seen)

    def differs_already(self, index: "Ledger") -> bool:
        """Whether what a scout has told so far is not what an index knows; most folders may not have been seen yet."""
        if self._scout is None:
            return False
        self._scout.listen()
        noted = json.loads(index.meta("folders") or "{}")
        return any(noted.get(folder) != mark for folder, mark in self._scout.marks.items())

    @property
    def bare(self) -> "Look":
        """The same look without what it has seen, for whoever asks only how young a stamp is."""
        look = Look(self.key, self._root)
        look.began = self.began
        return look

    def is_fresh(self, stamp: "Stamp") -> bool:
        """Whether a file is so young that it may change again without a new stamp, or claims to be of the future."""
        return max(stamp.changed, stamp.touched) >= self.began - GRAIN


class Changes:
    """The difference between a look and an index."""

    def __init__(self) -> None:
        self.changed: list[Stamp] = []
        self.gone: list[int] = []
        self.restamped: list[Stamp] = []
        """Files with another stamp, or one that can be trusted now, and the same text."""


def compared(index: "Ledger", root: Path, look: Look) -> Changes:
    """Return what differs; reads only the files whose stamps differ or were too fresh to be trusted."""
    fresh = set(index.fresh())
    noted = index.meta("folders")
    if not fresh and noted == look.state:
        return Changes()
    found = Changes()
    if not noted:  # a new one
        found.changed = list(look.stamps)
        return found
    doubted = {path.rpartition("/")[0] for path in fresh}.union(differing(json.loads(noted), look.marks))
    seen = look.stamps_in(doubted)
    known = index.stamps(doubted)
    doubtful = [stamp for stamp in seen if stamp not in known or stamp.path in fresh]
    before = index.read(stamp.path for stamp in doubtful)
    for stamp in doubtful:
        read = before.get(stamp.path)
        same = read is not None and hash_of(content_of(root, stamp.path)) == read.hash
        (found.restamped if same else found.changed).append(stamp)
    missing = {stamp[0] for stamp in known.difference(seen)} - before.keys()
    found.gone = [read.number for read in index.read(missing).values()]
    return found


def differing(noted: Mapping[str, str], seen: Mapping[str, str]) -> set[str]:
    """Return the folders that were seen otherwise than they were noted, or not seen any more."""
    return {folder for folder, _mark in noted.items() ^ seen.items()}


def content_of(root: Path, path: str) -> bytes | None:
    """Return what is in a file below the root, without a file object, which takes thrice as long; none on an error."""
    try:
        handle = os.open(f"{root}/{path}", os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        found = os.read(handle, AT_ONCE)
        while more := os.read(handle, AT_ONCE):  # one read need not bring all, on a file system far away
            found += more
    except OSError:
        return None
    finally:
        os.close(handle)
    return found


def hash_of(content: bytes | None) -> bytes:
    """Return what tells texts apart; no text has that of a file that cannot be read."""
    return b"" if content is None else mark_of(content)


def note(index: "Ledger", changes: Changes, look: Look) -> None:
    """Note that the index says what a look has seen."""
    for stamp in changes.restamped:
        index.restamp(stamp, fresh=look.is_fresh(stamp))
    index.note("folders", look.state)
    index.note("key", look.key)


def trust(ledger: "Ledger", changes: Changes, look: Look) -> None:
    """Trust the files that were too young when they were read; where that cannot be noted, it is seen again."""
    ledger.forget()
    with suppress(sqlite3.OperationalError):
        ledger.begin(to_write=True)
        note(ledger, changes, look)
        ledger.commit()
    ledger.forget()
    ledger.begin()


def _key(settings: bytes, rooms: Sequence[str], schema: int) -> str:
    """Return what every row depends on: settings, program, Python, calendars."""
    parts = [
        schema,
        __version__,
        sys.version_info[:3],
        _code(rooms),
        list(_calendars()),
        settings.decode("latin-1"),
    ]
    return json.dumps(parts)


def _code(rooms: Sequence[str]) -> tuple[int, int]:
    """Return numbers that change with the code: a version number does not, while somebody works on it."""
    package = Path(__file__).parent.parent
    sizes = []
    for room in rooms:
        with os.scandir(package / room) as found:
            files = sorted((one.name, one.stat()) for one in found if one.name.endswith(".py"))
        sizes += [(name, found.st_size, found.st_mtime_ns) for name, found in files]
    told = repr(sizes).encode()
    return crc32(told), adler32(told)


def _calendars() -> Iterable[int]:
    for name in CALENDARS:
        found = PathFinder.find_spec(name)
        yield Path(found.origin).parent.stat().st_mtime_ns if found and found.origin else 0
