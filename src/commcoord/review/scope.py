"""What a review counts: the records of a period as of the view's moment, those that were called off apart."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from commcoord.records.parts import Item
from commcoord.records.record import Record
from commcoord.records.view import View
from commcoord.review.figure import Ref
from commcoord.review.period import Period

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Scope:
    """The records of one period; a record belongs to the period of its `date`, an action to its record's."""

    view: View
    period: Period
    chosen: tuple[Record, ...] | None = None
    """Only these of its records, effective, where somebody asks about some of them."""
    _departments: dict[str, str] = field(default_factory=dict, compare=False)
    _others: dict[Period, "Scope"] = field(default_factory=dict, compare=False)
    _answers: dict[Callable[["Scope"], Any], Any] = field(default_factory=dict, compare=False)

    @cached_property
    def all_records(self) -> list[Record]:
        """Every record of the period with what it takes from its plan, by date and id."""
        if self.chosen is not None:
            return list(self.chosen)
        mine = [one for one in self.view.records.values() if one.date in self.period]
        return [self.view.effective(one) for one in sorted(mine, key=lambda one: (one.date, one.id))]

    @cached_property
    def records(self) -> list[Record]:
        """Those that were not called off."""
        return [one for one in self.all_records if one.cancelled is None]

    @cached_property
    def items(self) -> list[tuple[Record, Item]]:
        """Their actions, milestones and measures."""
        return [(record, item) for record in self.records for item in record.items]

    def of_kind(self, *kinds: str) -> Iterator[Record]:
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

    def of(self, period: Period) -> "Scope":
        """Return the same question to another period."""
        if period not in self._others:
            self._others[period] = Scope(self.view, period, None, self._departments, self._others)
        return self._others[period]

    def only(self, records: Iterable[Record]) -> "Scope":
        """Return the same question to some of its records."""
        return Scope(self.view, self.period, tuple(records), self._departments)

    def department(self, name: str | None) -> str:
        """Return the department of a name, empty where it is not known."""
        if not name:
            return ""
        if name not in self._departments:
            self._departments[name] = self.view.settings.department(name) or ""
        return self._departments[name]


def ref(record: Record) -> Ref:
    """Return the reference to a record."""
    return Ref(record.id)


def item_ref(pair: tuple[Record, Item]) -> Ref:
    """Return the reference to an item."""
    record, item = pair
    return Ref(record.id, item.id or item.what or "?")
