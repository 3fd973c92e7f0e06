"""The read-only view of all records that rules, gates, chase and review look through."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from operator import is_
from typing import TYPE_CHECKING, Any

from commcoord.records.days_named import LONGEST_OFFSET
from commcoord.records.evidence import verdict
from commcoord.records.ids import quarter_of
from commcoord.records.inheritance import effective, inherited_fields, plan_among
from commcoord.records.kinds import category_of
from commcoord.records.lives import open_on
from commcoord.records.replay import as_it_stood
from commcoord.records.source import Source
from commcoord.records.vocabulary import KINDS, reached

if TYPE_CHECKING:
    from commcoord.records.calendars import WorkCalendar
    from commcoord.records.evidence import Claim, Evidence, Verdict
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings

Holder = tuple[Source, tuple[str | int, ...]]


MADE_OF = ("sources", "settings", "now", "calendar", "leaving", "evidence")


class View:
    """All records at one moment, `now` (aware, in the repository's time zone)."""

    def __init__(
        self,
        sources: Sequence["Source"],
        settings: "Settings",
        now: datetime,
        calendar: "WorkCalendar",
        leaving: str | None = None,
        evidence: "Evidence | None" = None,
    ) -> None:
        self.sources = sources
        self.settings = settings
        self.now = now
        self.calendar = calendar
        self.leaving = leaving
        """The step whose gate is being tried: what must be so by its end is asked for now."""
        self.evidence = evidence
        """When commits first said what records declare; none where the settings do not ask for it."""
        self._effective: dict[str, Record] = {}

    def but(self, **changes: Any) -> "View":
        """Return a view in which some of what it was made of is something else."""
        made_of = {name: getattr(self, name) for name in MADE_OF}
        return View(**(made_of | changes))

    @property
    def today(self) -> date:
        """The calendar day of `now`."""
        return self.now.date()

    def at_gate(self, step: str) -> "View":
        """Return the same view, asked on leaving that step."""
        return self.but(leaving=step)

    def past(self, record: "Record", step: str) -> bool:
        """Whether the record has a step behind it, or tries to leave it now."""
        return self.leaving == step or (record.step != step and reached(step, record.step))

    @cached_property
    def _long_past(self) -> str:
        """The first day that may not have ended everywhere: a record that names none from it on stood as it stands."""
        return (max(self.today, date.min + LONGEST_OFFSET) - LONGEST_OFFSET).isoformat()

    @property
    def replayed(self) -> "View":
        """The same view with every record as it stood at `now`, without those that did not exist yet.

        What is asked through it has one answer for a past day, whatever was noted since. Minutes, tasks and
        feedback made ahead of their day are not in it; whoever lists what lies in the folder wants those too.
        """
        return self._replayed or self

    @cached_property
    def _replayed(self) -> "View | None":
        """None where all records stood as they stand: a view that kept itself would never be let go of."""
        sources = [one for one in map(self._as_it_stood, self.sources) if one is not None]
        if len(sources) == len(self.sources) and all(map(is_, sources, self.sources)):
            return None
        return self.but(sources=tuple(sources))

    def _as_it_stood(self, source: Source) -> Source | None:
        if source.record is None or source.latest < self._long_past:
            return source
        record = as_it_stood(source.record, self.now, self.settings.zone)
        if record is source.record:
            return source
        return None if record is None else source.with_record(record)

    @cached_property
    def records(self) -> dict[str, "Record"]:
        """The records by id, as they are written; of two with one id, the first."""
        found: dict[str, Record] = {}
        for source in self.sources:
            if source.record is not None:
                found.setdefault(source.record.id, source.record)
        return found

    @cached_property
    def by_day(self) -> list["Record"]:
        """The records by date and id."""
        return sorted(self.records.values(), key=lambda one: (one.date, one.id))

    @cached_property
    def _backlinks(self) -> dict[str, list["Record"]]:
        found: dict[str, list[Record]] = {}
        for record in self.records.values():
            for link in record.links:
                found.setdefault(link, []).append(record)
        return found

    @cached_property
    def _items(self) -> dict[str, tuple["Record", "Item"]]:
        found: dict[str, tuple[Record, Item]] = {}
        for record in self.records.values():
            for item in record.items:
                if item.id:
                    found.setdefault(item.id, (record, item))
        return found

    @cached_property
    def _series(self) -> dict[str, list["Record"]]:
        found: dict[str, list[Record]] = {}
        for record in sorted(self.records.values(), key=lambda one: (one.date, str(one.start or ""), one.id)):
            if record.series:
                found.setdefault(record.series, []).append(record)
        return found

    @cached_property
    def _holders(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = {}
        for source in self.sources:
            for name, path in source.ids():
                found.setdefault(name, []).append((source, path))
        return found

    def holders(self, name: str) -> Sequence[Holder]:
        """Return the files, readable or not, that carry an id of a record or item, each with its place there."""
        return self._holders.get(name, ())

    @cached_property
    def _left_over(self) -> dict[str, list["Item"]]:
        found: dict[str, list[Item]] = {}
        for kind in KINDS:
            for series in self._series.values():
                still: list[Item] = []
                for record in series:
                    if record.kind == kind and record.cancelled is None:
                        still = [item for item in still if open_on(item, record.date)]
                        found[record.id] = still
                        still = still + record.items
        return found

    @cached_property
    def _categories(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for record in self.records.values():
            category = category_of(record)
            if category and record.cancelled is None:
                found.setdefault(quarter_of(record.date), set()).add(category)
        return found

    def proof(self, record: "Record", claim: "Claim", due: datetime) -> "Verdict | None":
        """Return whether a commit made a claim of a record by a deadline; none where nobody asks for proof."""
        return None if self.evidence is None else verdict(self.evidence, record.id, claim, due)

    def record(self, name: str) -> "Record | None":
        """Return the record with that id."""
        return self.records.get(name)

    def item(self, name: str) -> tuple["Record", "Item"] | None:
        """Return the record and the action, milestone or measure with that id."""
        return self._items.get(name)

    def linked(self, record: "Record") -> list["Record"]:
        """Return the records that it comes from, in the order of its links."""
        return [self.records[name] for name in record.links if name in self.records]

    def backlinks(self, record: "Record") -> list["Record"]:
        """Return the records that come from it."""
        return self._backlinks.get(record.id, [])

    def series(self, name: str) -> list["Record"]:
        """Return the records of a series, earliest first."""
        return self._series.get(name, [])

    def earlier_in_series(self, record: "Record") -> list["Record"]:
        """Return the records of the same series and kind before it, earliest first."""
        own = (record.date, str(record.start or ""), record.id)
        return [
            one
            for one in self.series(record.series or "")
            if one.kind == record.kind and (one.date, str(one.start or ""), one.id) < own
        ]

    def left_over(self, record: "Record") -> list["Item"]:
        """Return the items of earlier records of its series and kind that were still open on its day."""
        return self._left_over.get(record.id, [])

    def categories_in(self, quarter: str) -> set[str]:
        """Return the problem categories of the records of a quarter, `2023Q4`."""
        return self._categories.get(quarter, set())

    def effective(self, record: "Record") -> "Record":
        """Return the record with what it takes from its plan; of two with one id, each by itself."""
        if self.records.get(record.id) is not record:
            return effective(record, plan_among(record, self.linked(record)))
        found = self._effective.get(record.id)
        if found is None:
            found = self._effective[record.id] = effective(record, plan_among(record, self.linked(record)))
        return found

    def inherited(self, record: "Record") -> dict[str, str]:
        """Return which fields it takes from which record."""
        return inherited_fields(record, plan_among(record, self.linked(record)))

    def with_source(self, source: Source) -> "View":
        """Return a view in which this source stands in the place of the one with its path."""
        sources = [source if one.path == source.path else one for one in self.sources]
        known = any(one is source for one in sources)
        return self.but(sources=tuple(sources if known else [*sources, source]))
