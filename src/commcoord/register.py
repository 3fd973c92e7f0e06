"""The register: what lists need of every record, by the index, without reading the records.

Its answers equal those of a full read. It looks at the file system once, has what changed read again
(`registering`), and answers from rows; pydantic and the YAML readers are imported only where something changed.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from commcoord.language.instants import instant
from commcoord.records.ids import days_of, quarter_of
from commcoord.store import tree
from commcoord.store.index import BETWEEN, BOTH, STOOD, WORDS, WRITTEN, Index, discard, in_memory, opened
from commcoord.store.looking import Look, compared, trust
from commcoord.store.scanning import walk_order

if TYPE_CHECKING:
    from commcoord.chase.attention import Attention
    from commcoord.records.directory import Directory, Entry
    from commcoord.records.filters import Filter
    from commcoord.records.naming import Called
    from commcoord.records.row import Row
    from commcoord.records.searching import Hit
    from commcoord.store.lines import Head
    from commcoord.store.scouting import Scout

BROKEN = (sqlite3.DatabaseError, ValueError, TypeError, LookupError)
"""What reading a damaged index raises."""

HALVES = ("often", "seldom")
"""The sections that hold records as they are written."""

Clock = Callable[[tzinfo], datetime]
Answer = TypeVar("Answer")


class Register:
    """The rows of one repository at one moment."""

    def __init__(
        self,
        directory: Path,
        clock: Clock,
        *,
        timeless: bool = False,
        scout: "Scout | None" = None,
        sections: Sequence[str] = (),
    ) -> None:
        """Look at the repository around a directory; raises ImpossibleError where there is none.

        A timeless register is asked only for what does not change with the time: records as they are written. A scout
        who was sent out before has looked already. An index that has to be made gets the sections at once.
        """
        self.root = tree.root_above(directory)
        self._look = Look.at(self.root, scout=scout) if scout is not None else None
        """A look that can be used once."""
        self._directory = directory
        self._clock = clock
        self._timeless = timeless
        self._sections = sections
        self._unproved: Look | None = None
        """What has to show yet that the index knows the files as they are; see `_asked`."""
        self._index = self._current(at_once=scout is None)

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    # ── what is asked ──────────────────────────────────────────────────────────────────────────────

    def listed(self, wanted: "Filter", *columns: str) -> list[tuple[Any, ...]]:
        """Return fields of the records, as they are written, that pass a filter; by day, time and id.

        The state is the step, or that it was cancelled.
        """
        first, last = wanted.days
        if not wanted.asks_for_names:
            return self._asked(lambda index: list(index.listed(columns, wanted.words, first, last)))
        more = (*columns, "people", "departments", "counterpart")
        found = self._asked(lambda index: list(index.listed(more, wanted.words, first, last)))
        return [one[:-3] for one in found if wanted.names_pass(*one[-3:])]

    def lines(self, wanted: "Filter", states: Mapping[str, str]) -> tuple[int, str]:
        """Return how many records `listed` has, and what a list shows of them, with states as they are called."""
        if wanted.asks_for_names:
            found = [
                line.replace(BETWEEN, states[state]) for state, line in self.listed(wanted, "state", "line")
            ]
            return len(found), "\n".join(found)
        return self._asked(lambda index: index.lines(states, wanted.words, *wanted.days))

    @cached_property
    def rows(self) -> "list[Row]":
        """The records as they are written, those ahead of their day too; in no order."""
        from commcoord.records.row import Row

        return self._asked(lambda index: list(map(Row._make, index.rows(WRITTEN, BOTH))))

    def standing(self, first: date, last: date) -> "list[Row]":
        """Return the records of some days as they stood at `now`; in no order."""
        from commcoord.records.row import Row

        days = first.isoformat(), last.isoformat()
        return self._asked(lambda index: list(map(Row._make, index.rows(STOOD, BOTH, days=days))))

    def attentions(self, within: int | None = None) -> list["Attention"]:
        """Return the chase list, as `chase.attention.attentions` does."""
        from commcoord.chase.attention import in_order
        from commcoord.chase.keeping import unpacked

        ahead = (self.now.date() + timedelta(days=within)).isoformat() if within is not None else ""
        moment = instant(self.now)
        return self._asked(
            lambda index: in_order(
                [unpacked(texts, self.zone) for texts in index.watches(moment, ahead)], self.now
            )
        )

    def search(self, words: Sequence[str]) -> "list[Hit]":
        """Return the files in which all words stand, best first."""
        from commcoord.records.searching import Shelf, search

        return self._asked(
            lambda index: search(words, map(Shelf._make, index.shelves()), lambda hit: walk_order(hit.path)),
            WORDS,
        )

    def named(self) -> list[tuple[str, str, str]]:
        """Return id, title and path of every file, in their order."""
        found = self._asked(lambda index: list(index.named()))
        return sorted(found, key=lambda one: walk_order(one[2]))

    def heads(self, since: date) -> list["Head"]:
        """Return the heads of all files, in their order; of records from a day on with what is asked of them often."""
        return self._asked(
            lambda index: sorted(index.heads(since.isoformat()), key=lambda one: walk_order(one.path)),
            *HALVES,
        )

    def half(self, file: int, *, often: bool) -> str:
        """Return what `records.light` made of a file's record; raises one of `BROKEN` where the index is damaged."""
        return self._index.half(file, HALVES[0 if often else 1])

    def called(self, name: str) -> "Row | None":
        """Return the row of the record that a name means, as `Workspace.find` has it.

        None where that is not plain: a path, nothing or several that it may mean, a file that cannot be read.
        """
        found = self.meant(name)
        if len(found) != 1 or name.endswith((".yaml", ".yml")):
            return None
        return next((row for row in self.rows if row.path == found[0].path), None)

    def meant(self, name: str) -> "list[Called]":
        """Return the files whose records a name may mean, readable or not, in their order; one where it is clear."""
        from commcoord.records.naming import Called, called

        found = self._asked(lambda index: called(name, list(map(Called._make, index.named()))))
        return sorted(found, key=lambda one: walk_order(one.path))

    def about(self, sort: str, name: str) -> list[str]:
        """Return the files that a question about a name needs; the sorts are those of `store.index_tables.ABOUT`."""
        return self._asked(lambda index: index.about(sort, name))

    def categories(self, quarter: str) -> set[str]:
        """Return the problem categories of the records of a quarter, as `View.categories_in` does."""
        return set(self._asked(lambda index: index.categories(*days_of(quarter))))

    @property
    def unreadable(self) -> list[str]:
        """The files that hold no record that can be read, in their order."""
        return sorted(self._asked(lambda index: index.broken()), key=walk_order)

    # ── what is known of the company ───────────────────────────────────────────────────────────────

    @property
    def organisation(self) -> str:
        """What the company calls itself; empty where it does not say."""
        return str(self._company["organisation"] or "")

    @cached_property
    def directory(self) -> "Directory[Entry]":
        """The people and departments of the settings."""
        from commcoord.records.directory import Directory, Entry

        company = self._company
        return Directory([Entry(*one) for one in company["people"]], company["departments"])

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Return the years from the first day's to the last's whose holidays the calendar does not know."""
        earliest, end = self._company["asked_years"]
        if earliest <= first.year and last.year < end:
            return [
                year for year in range(first.year, last.year + 1) if year not in self._company["known_years"]
            ]
        from commcoord.records.calendars import calendar_for

        return calendar_for(self._company["calendar"]).unknown_years(first, last)

    # ── keeping it true ────────────────────────────────────────────────────────────────────────────

    def _asked(self, question: Callable[[Index], Answer], *sections: str) -> Answer:
        """Answer a question that may need sections; an index that turns out to be damaged is made anew.

        While a scout looks at the files, the index is asked on trust: most times it will turn out to be true.
        """
        try:
            self._fill(sections)
            answer = question(self._index)
            return answer if self._proved() else question(self._index)
        except BROKEN:
            self._index.close()
            discard(self.root)
            self._unproved = None
            self._index = self._current()
            self._fill(sections)
            return question(self._index)

    def _proved(self) -> bool:
        """Whether what the index says was true all the time; from now on it is."""
        look, self._unproved = self._unproved, None
        if look is None or self._knows(self._index, look):
            return True
        self._index.close()
        self._look = look
        self._index = self._current()
        return False

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
            self._index.close()
            self._index = self._current(lasting=False)
            self._register_sections(missing)

    def _missing(self, sections: Iterable[str]) -> list[str]:
        return sorted(set(sections) - self._index.sections) if sections else []

    def _register_sections(self, sections: Sequence[str]) -> None:
        from commcoord.registering import register_sections
        from commcoord.repository import Repository

        self._index.forget()
        register_sections(self._index, Repository.open(self._directory, self._clock), sections)
        self._index.begin()

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
        if self._says_now(index, look):
            if not at_once:
                self._unproved = look
                return True
            if self._knows(index, look):
                return True
        from commcoord.registering import register_changes
        from commcoord.repository import Repository

        workspace = Repository.open(self._directory, self._clock)
        known = min(int(index.meta("now") or 0), time.time_ns() // 1000)
        goes_back = instant(workspace.now) < known
        index.forget()
        if goes_back and self._timeless:
            workspace.now = datetime.fromtimestamp(known / 1_000_000, workspace.zone)
        elif lasting and goes_back:
            return False  # what is kept for now must not be lost to a question about the past
        register_changes(index, workspace, look, self._sections)
        index.begin()
        return index.meta("folders") == look.state and self._says_now(index, look)

    def _knows(self, index: Index, look: Look) -> bool:
        """Whether an index was made from the files that a look saw."""
        changes = compared(index, self.root, look)
        if changes.changed or changes.gone:
            return False
        if changes.restamped:
            trust(index, changes, look)
        return True

    def _says_now(self, index: Index, look: Look) -> bool:
        """Whether an index was made with these settings and by this program, and holds at this moment."""
        if index.meta("key") != look.key:
            return False
        self._company = json.loads(index.meta("company"))
        self.zone = ZoneInfo(self._company["timezone"])
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
