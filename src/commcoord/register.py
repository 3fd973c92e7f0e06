"""The register: what lists need of every record, by the index, without reading the records.

Its answers equal those of a full read, since `keeping` keeps the index true that it asks.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from commcoord.keeping import Keeper
from commcoord.language.instants import instant
from commcoord.records.ids import days_of, kind_of
from commcoord.store.index import BETWEEN, BOTH, ITEMS, STOOD, WORDS, WRITTEN, Index
from commcoord.store.scanning import walk_order

if TYPE_CHECKING:
    from commcoord.chase.attention import Attention
    from commcoord.records.directory import Directory, Entry
    from commcoord.records.filters import Filter
    from commcoord.records.naming import Called, CalledItem
    from commcoord.records.row import Row
    from commcoord.records.searching import Hit
    from commcoord.store.heads import Head

HALVES = ("often", "seldom")
"""The sections that hold records as they are written."""


class Register(Keeper):
    """The rows of one repository at one moment."""

    # ── what is asked ──────────────────────────────────────────────────────────────────────────────

    def listed(self, wanted: "Filter", *columns: str) -> list[tuple[Any, ...]]:
        """Return fields of the records, as they are written, that pass a filter; by day, time and id.

        The state is the step, or that it was cancelled.
        """
        first, last = wanted.days
        if not wanted.asks_for_names:
            return self.asked(lambda index: list(index.listed(columns, wanted.words, first, last)))
        more = (*columns, "people", "departments", "counterpart")
        found = self.asked(lambda index: list(index.listed(more, wanted.words, first, last)))
        return [one[:-3] for one in found if wanted.names_pass(*one[-3:])]

    def lines(self, wanted: "Filter", states: Mapping[str, str]) -> tuple[int, str]:
        """Return how many records `listed` has, and what a list shows of them, with states as they are called."""
        if wanted.asks_for_names:
            found = [
                line.replace(BETWEEN, states[state]) for state, line in self.listed(wanted, "state", "line")
            ]
            return len(found), "\n".join(found)
        return self.asked(lambda index: index.lines(states, wanted.words, *wanted.days))

    @cached_property
    def rows(self) -> "list[Row]":
        """The records as they are written, those ahead of their day too; in no order."""
        from commcoord.records.row import Row

        return self.asked(lambda index: list(map(Row._make, index.rows(WRITTEN, BOTH))))

    def standing(self, first: date, last: date) -> "list[Row]":
        """Return the records of some days as they stood at `now`; in no order."""
        from commcoord.records.row import Row

        days = first.isoformat(), last.isoformat()
        return self.asked(lambda index: list(map(Row._make, index.rows(STOOD, BOTH, days=days))))

    def attentions(self, within: int | None = None) -> list["Attention"]:
        """Return the chase list, as `chase.attention.attentions` does."""
        from commcoord.chase.attention import in_order
        from commcoord.chase.keeping import unpacked

        ahead = (self.now.date() + timedelta(days=within)).isoformat() if within is not None else ""
        moment = instant(self.now)
        return self.asked(
            lambda index: in_order(
                [unpacked(texts, self.zone) for texts in index.watches(moment, ahead)], self.now
            ),
        )

    def search(self, words: Sequence[str]) -> "list[Hit]":
        """Return the files in which all words stand, best first."""
        from commcoord.records.searching import Shelf, search

        return self.asked(
            lambda index: search(words, map(Shelf._make, index.shelves()), lambda hit: walk_order(hit.path)),
            WORDS,
        )

    def named(self) -> list[tuple[str, str, str]]:
        """Return id, title and path of every file, in their order."""
        found = self.asked(lambda index: list(index.named()))
        return sorted(found, key=lambda one: walk_order(one[2]))

    def heads(self, since: date) -> list["Head"]:
        """Return the heads of all files, in their order; of records from a day on with what is asked of them often."""
        return self.asked(
            lambda index: sorted(index.heads(since.isoformat()), key=lambda one: walk_order(one.path)),
            *HALVES,
        )

    def half(self, file: int, *, often: bool) -> str:
        """Return what `records.light` made of a file's record; raises one of `keeping.BROKEN` for a damaged index."""
        return self.index.half(file, HALVES[0 if often else 1])

    def called(self, name: str) -> "Row | None":
        """Return the row of the record that a name means, as `Workspace.find` has it.

        None where that is not plain: a path, nothing or several that it may mean, a file that cannot be read.
        """
        found = self.meant(name)
        if len(found) != 1 or name.endswith((".yaml", ".yml")):
            return None
        return next((row for row in self.rows if row.path == found[0].path), None)

    def meant(self, name: str, *kinds: str) -> "list[Called]":
        """Return the files whose records a name may mean, readable or not, in their order; one where it is clear.

        Of some kinds only, if any are said.
        """
        from commcoord.records.naming import Called, called

        def question(index: Index) -> list[Called]:
            among = map(Called._make, index.named())
            return called(name, [one for one in among if not kinds or kind_of(one.id) in kinds])

        return sorted(self.asked(question), key=lambda one: walk_order(one.path))

    def items_meant(self, name: str) -> "list[CalledItem]":
        """Return the actions, milestones and measures that a name may mean, and some others, in the order of files."""
        from commcoord.records.naming import CalledItem, as_heard, beginnings_of_items

        beginnings, words = beginnings_of_items(name), as_heard(name).split()
        if not words:
            return []
        found = self.asked(lambda index: list(index.items(beginnings, words)), ITEMS)
        items = [CalledItem(number, what, path, bool(closed)) for number, what, path, closed in found]
        return sorted(items, key=lambda one: walk_order(one.path))

    def is_taken(self, name: str) -> bool:
        """Whether a record or an item of any kind has that id."""
        return self.asked(lambda index: index.is_taken(name), ITEMS)

    def about(self, sort: str, name: str) -> list[str]:
        """Return the files that a question about a name needs; the sorts are those of `store.index_tables.ABOUT`."""
        return self.asked(lambda index: index.about(sort, name))

    def categories(self, quarter: str, besides: Collection[str] = ()) -> set[str]:
        """Return the problem categories of a quarter's records, besides some files', as `View.categories_in` does."""
        found = self.asked(lambda index: list(index.categories(*days_of(quarter))))
        return {category for category, path in found if path not in besides}

    @property
    def unreadable(self) -> list[str]:
        """The files that hold no record that can be read, in their order."""
        return sorted(self.asked(lambda index: index.broken()), key=walk_order)

    # ── what is known of the company ───────────────────────────────────────────────────────────────

    @property
    def organisation(self) -> str:
        """What the company calls itself; empty where it does not say."""
        return str(self.company["organisation"] or "")

    @cached_property
    def directory(self) -> "Directory[Entry]":
        """The people and departments of the settings."""
        from commcoord.records.directory import Directory, Entry

        company = self.company
        return Directory([Entry(*one) for one in company["people"]], company["departments"])

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Return the years from the first day's to the last's whose holidays the calendar does not know."""
        earliest, end = self.company["asked_years"]
        if earliest <= first.year and last.year < end:
            return [
                year for year in range(first.year, last.year + 1) if year not in self.company["known_years"]
            ]
        from commcoord.records.calendars import calendar_for

        return calendar_for(self.company["calendar"]).unknown_years(first, last)
