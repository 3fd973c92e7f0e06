"""The stretch of days that a review looks at, and the one before it that it compares with."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from commcoord.errors import UsageError
from commcoord.language.messages import Message
from commcoord.records.ids import quarter_of
from commcoord.records.values import parse_day

_QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DAY = timedelta(days=1)
_EARLIEST = 1900  # nobody reviews an older year, and there is always a year before it


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both in it; `months` is its length where it is whole months, else 0."""

    label: str
    first: date
    last: date
    months: int = 0

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def before(self) -> "Period":
        """The period of the same length directly before: quarter before quarter, as many days before a range."""
        if self.months:
            return _of_months(*_moved(self.first, -self.months), self.months)
        length = self.last - self.first
        return span_of_days(self.first - _DAY - length, self.first - _DAY)

    @property
    def after(self) -> "Period":
        """The period of the same length directly after."""
        if self.months:
            return _of_months(*_moved(self.first, self.months), self.months)
        return span_of_days(self.last + _DAY, self.last + _DAY + (self.last - self.first))


def period_called(text: str) -> Period:
    """Return the period that `2023Q4`, `2023-10`, `2023` or `2023-10-01..2023-11-15` means; else UsageError."""
    try:
        found = _called(text.strip())
    except ValueError:
        found = None
    if found is None or found.first.year < _EARLIEST:
        raise UsageError(
            Message("“{text}” is no quarter.", text=text),
            Message("Write 2023Q4, 2023-10, 2023 or 2023-10-01..2023-11-15."),
        )
    return found


def quarter_ended_last(today: date) -> Period:
    """Return the quarter that ended last before that day."""
    return quarter_with(today).before


def quarter_with(day: date) -> Period:
    """Return the quarter of a day."""
    return _of_months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def quarters_up_to(day: date, count: int) -> list[Period]:
    """Return so many quarters, the last being the day's own, earliest first."""
    found = [quarter_with(day)]
    while len(found) < count:
        found.append(found[-1].before)
    return found[::-1]


def span_of_days(first: date, last: date) -> Period:
    """Return the period of any two days; ValueError where the last lies before the first."""
    if last < first:
        raise ValueError(last)
    return Period(f"{first}..{last}", first, last)


def _called(text: str) -> Period | None:
    if quarter := _QUARTER.fullmatch(text):
        return _of_months(int(quarter[1]), int(quarter[2]) * 3 - 2, 3)
    if month := _MONTH.fullmatch(text):
        return _of_months(int(month[1]), int(month[2]), 1)
    if _YEAR.fullmatch(text):
        return _of_months(int(text), 1, 12)
    first, dots, last = text.partition("..")
    return span_of_days(parse_day(first.strip()), parse_day(last.strip())) if dots else None


def _of_months(year: int, month: int, months: int) -> Period:
    first = date(year, month, 1)
    last = date(*_moved(first, months), 1) - _DAY
    label = {3: quarter_of(first), 1: f"{first:%Y-%m}", 12: f"{first:%Y}"}[months]
    return Period(label, first, last, months)


def _moved(day: date, months: int) -> tuple[int, int]:
    """Return year and month so many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1
