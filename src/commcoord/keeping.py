"""The index of one repository at one moment, kept true: whoever asks it gets what a full read would say.

It looks at the file system once and has what changed read again (`registering`); the YAML readers are imported only
where something did. While a scout looks at the files the index is asked on trust, and proved afterwards; unless the
scout has told of a change already.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from commcoord.language.instants import instant
from commcoord.records.ids import quarter_of
from commcoord.store import tree
from commcoord.store.index import Index, discard, in_memory, opened
from commcoord.store.looking import Look, compared, trust

if TYPE_CHECKING:
    from commcoord.store.scouting import Scout

BROKEN = (sqlite3.DatabaseError, ValueError, TypeError, LookupError)
"""What reading a damaged index raises."""

Clock = Callable[[tzinfo], datetime]
Answer = TypeVar("Answer")


class Keeper:
    """Whoever keeps the index of one repository true at one moment, and has it asked."""

    company: dict[str, Any]
    """What lists ask of the settings."""
    zone: ZoneInfo
    now: datetime

    def __init__(
        self,
        directory: Path,
        clock: Clock,
        *,
        timeless: bool = False,
        scout: "Scout | None" = None,
        sections: Sequence[str] = (),
        resting: bool = False,
    ) -> None:
        """Look at the repository around a directory; raises ImpossibleError where there is none.

        A timeless keeper is asked only for what does not change with the time: records as they are written. A scout
        who was sent out before has looked already. An index that has to be made gets the sections at once. A resting
        keeper holds nobody else up between its questions, as whoever waits for a person has to.
        """
        self.root = tree.root_above(directory)
        self._look = Look.at(self.root, scout=scout) if scout is not None else None
        """A look that can be used once."""
        self._directory = directory
        self._clock = clock
        self._timeless = timeless
        self._sections = sections
        self._key = ""
        """What an index that says how things are now was made with."""
        self._unproved: Look | None = None
        """What has to show yet that the index knows the files as they are; see `asked`."""
        self._resting = resting
        self.index = self._current(at_once=scout is None)
        self._rest()

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    # ── who is asked ───────────────────────────────────────────────────────────────────────────────

    def asked(self, question: Callable[[Index], Answer], *sections: str) -> Answer:
        """Answer a question that may need sections; an index that turns out to be damaged is made anew.

        While a scout looks at the files, the index is asked on trust: most times it will turn out to be true.
        """
        try:
            self._wake()
            self._fill(sections)
            answer = question(self.index)
            return answer if self._proved() else question(self.index)
        except BROKEN as error:
            self.index.close()
            if "locked" not in str(error):  # somebody who writes it for long has a sound one
                discard(self.root)
            self._unproved = None
            self.index = self._current()
            self._fill(sections)
            return question(self.index)
        finally:
            self._rest()

    def _wake(self) -> None:
        if self._resting:
            self.index.begin()

    def _rest(self) -> None:
        """Let others write the index until the next question."""
        if self._resting:
            self.index.forget()

    def _proved(self) -> bool:
        """Whether what the index says was true all the time; from now on it is."""
        look, self._unproved = self._unproved, None
        if look is None or self._knows(self.index, look):
            return True
        self.index.close()
        self._look = look
        self.index = self._current()
        return False

    # ── sections ───────────────────────────────────────────────────────────────────────────────────

    def _fill(self, sections: Iterable[str]) -> None:
        """Fill sections of the index that are asked for the first time."""
        if not self._missing(sections):
            return
        self._proved()  # nothing may be added to what is not true
        missing = self._missing(sections)
        if not missing:
            return
        try:
            self._register_sections(missing)
        except sqlite3.OperationalError:  # locked, read-only, full
            self.index.close()
            self.index = self._current(lasting=False)
            self._register_sections(missing)

    def _missing(self, sections: Iterable[str]) -> list[str]:
        return sorted(set(sections) - self.index.sections) if sections else []

    def _register_sections(self, sections: Sequence[str]) -> None:
        from commcoord.registering import register_sections
        from commcoord.repository import Repository

        self.index.forget()
        register_sections(self.index, Repository.open(self._directory, self._clock), sections)
        self.index.begin()

    # ── keeping it true ────────────────────────────────────────────────────────────────────────────

    def _current(self, *, lasting: bool = True, at_once: bool = True) -> Index:
        """Return an index that says how things are now: the one on disk if it is to last, else one in memory.

        Where that need not be sure at once, the index may have to be proved yet.
        """
        for index, lasts in self._tried():
            if lasts and not lasting:
                index.close()
                continue
            try:
                if self._brought_up(index, lasting=lasts, at_once=at_once):
                    return index
                index.close()
            except sqlite3.OperationalError:  # locked, read-only, full
                index.close()
            except BROKEN:
                index.close()
                discard(self.root)
        raise AssertionError("an index in memory that is made anew can always be used")

    def _tried(self) -> Iterator[tuple[Index, bool]]:
        """Yield the index on disk, twice since others may write it, a copy of it in memory, and empty ones."""
        for _attempt in range(2):
            yield Index(opened(self.root)), True
        yield Index(in_memory(self.root)), False
        for _attempt in range(2):
            yield Index(in_memory(None)), False

    def _brought_up(self, index: Index, *, lasting: bool, at_once: bool) -> bool:
        look, self._look = self._look or Look.at(self.root), None
        index.begin()
        self._key = look.key
        if self._says_now(index):
            if at_once:
                if self._knows(index, look):
                    return True
            elif not look.differs_already(index):
                self._unproved = look
                return True
        if not self._register(index, look, lasting=lasting):
            return False
        index.begin()
        return index.meta("folders") == look.state and self._says_now(index)

    def _register(self, index: Index, look: Look, *, lasting: bool) -> bool:
        """Bring an index up to what a look has seen; false where what is kept for now would be lost by that."""
        from commcoord.registering import register_changes
        from commcoord.repository import Repository

        workspace = Repository.open(self._directory, self._clock)
        known = min(int(index.meta("now") or 0), time.time_ns() // 1000)
        goes_back = instant(workspace.now) < known
        if index.meta("key") == look.key:
            workspace.workdays = json.loads(index.meta("company"))["workdays"]
        index.forget()
        if goes_back and self._timeless:
            workspace.now = datetime.fromtimestamp(known / 1_000_000, workspace.zone)
        elif lasting and goes_back:
            return False  # to a question about the past
        register_changes(index, workspace, look, self._sections)
        return True

    def _knows(self, index: Index, look: Look) -> bool:
        """Whether an index was made from the files that a look saw."""
        changes = compared(index, self.root, look)
        if changes.changed or changes.gone:
            return False
        if changes.restamped:
            trust(index, changes, look)
        return True

    def _says_now(self, index: Index) -> bool:
        """Whether an index was made with these settings and by this program, and holds at this moment."""
        if index.meta("key") != self._key:
            return False
        self.company = json.loads(index.meta("company"))
        self.zone = ZoneInfo(self.company["timezone"])
        self.now = self._clock(self.zone)
        moment = instant(self.now)
        made_now = index.meta("now") == str(
            moment
        )  # what speaks of the future is derived for one moment only
        return (
            self._timeless
            or made_now
            or (index.meta("quarter") == quarter_of(self.now.date()) and not index.untimely(moment))
        )
