"""What a review counts: the records of a period as of the view's moment, those that were called off apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View
    from commcoord.review.period import Period

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Scope:
    """The records of one period; a record belongs to the period of its `date`, an action to its record's."""

    view: "View"
    period: "Period"
    chosen: tuple["Record", ...] | None = None
    """Only these of its records, effective, where somebody asks about some of them."""
    _departments: dict[str, str] = field(default_factory=dict, compare=False)
    _others: dict["Period", "Scope"] = field(default_factory=dict, compare=False)
    _answers: dict[Callable[["Scope"], Any], Any] = field(default_factory=dict, compare=False)

    @cached_property
    def written(self) -> Sequence["Record"]:
        """Every record of the period, by date and id."""
        if self.chosen is not None:
            return self.chosen
        days = self.view.by_day
        first = bisect_left(days, self.period.first, key=_day)
        return days[first : bisect_right(days, self.period.last, first, key=_day)]

    @cached_property
    def bare(self) -> Sequence["Record"]:
        """Those that were not called off, without what they take from their plans.

        Enough for what no record takes from a plan: its items, the times of its minutes and answers, its category.
        """
        return [one for one in self.written if one.cancelled is None]

    @cached_property
    def records(self) -> Sequence["Record"]:
        """The same records with what they take from their plans."""
        return self.bare if self.chosen is not None else [self.view.effective(one) for one in self.bare]

    @cached_property
    def items(self) -> list[tuple["Record", "Item"]]:
        """Their actions, milestones and measures."""
        return [(record, item) for record in self.bare for item in record.items]

    def of_kind(self, *kinds: str) -> Iterator["Record"]:
        """Yield the records of some kinds."""
        return (one for one in self.records if one.kind in kinds)

    def before(self) -> "Scope":
        """Return the same question to the period before."""
        return self.of(self.period.before)

    def once(self, question: Callable[["Scope"], Answer]) -> Answer:
        """Return the answer to a question about this period, computed when it is asked for the first time."""
        if question not in self._answers:
            self._answers[question] = question(self)
        found: Answer = self._answers[question]
        return found

    def of(self, period: "Period") -> "Scope":
        """Return the same question to another period."""
        if period not in self._others:
            self._others[period] = Scope(self.view, period, None, self._departments, self._others)
        return self._others[period]

    def only(self, records: Iterable["Record"]) -> "Scope":
        """Return the same question to some of its records."""
        return Scope(self.view, self.period, tuple(records), self._departments)

    def department(self, name: str | None) -> str:
        """Return the department of a name, empty where it is not known."""
        if not name:
            return ""
        if name not in self._departments:
            self._departments[name] = self.view.settings.department(name) or ""
        return self._departments[name]


def _day(record: "Record") -> date:
    return record.date
