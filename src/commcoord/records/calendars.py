"""The working days of a company: its country's, with make-up workdays, and its own corrections.

China's come from chinesecalendar, which knows the State Council's tables; other countries' from holidays.
Neither is believed for a year that it only extrapolates: such a year raises `UnknownYearError`, unless the
company's own days answer. A caller that must answer all the same asks `guessing()`, which takes Monday to
Friday for unknown years, and says with `calendar.unknown_years(first, last)` for which years it guessed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.messages import Message
from commcoord.language.weekdays import monday_to_friday

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)
_LONGEST = 10_000  # working days; no deadline of an office lies 40 years ahead


class UnknownYearError(ImpossibleError):
    """The public holidays of a year are not known, so a sum of working days would be a guess."""

    def __init__(self, year: int) -> None:
        super().__init__(
            Message("the working days of {year} are not known yet", year=year),
            Message("update commcoord, or list the days off and make-up workdays in commcoord.yaml"),
        )
        self.year = year


class WorkCalendar(Protocol):
    """What rules and clocks ask of a calendar; the first three may raise `UnknownYearError`."""

    def is_workday(self, day: date) -> bool:
        """Say whether people work on that day."""

    def add_workdays(self, day: date, count: int) -> date:
        """Return the `count`-th working day after the day (before it, if negative); the day itself for 0."""

    def workdays_between(self, first: date, last: date) -> int:
        """Count the working days after the first day up to the last; negative if the last lies before."""

    def known(self, year: int) -> bool:
        """Say whether the year's public holidays are known."""

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Return the years from the first day's to the last's whose holidays are not known."""

    def guessing(self) -> "WorkCalendar":
        """Return a calendar that takes Monday to Friday for unknown years instead of raising."""


class CompanyCalendar(NamedTuple):
    """A country's working days with a company's own days off and extra working days, which go first."""

    is_public_workday: Callable[[date], bool]
    knows: Callable[[int], bool]
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    guesses: bool = False

    def is_workday(self, day: date) -> bool:
        """Say whether people work on that day; own working days win over own days off."""
        if day in self.workdays or day in self.holidays:
            return day in self.workdays
        if self.knows(day.year):
            return self.is_public_workday(day)
        if not self.guesses:
            raise UnknownYearError(day.year)
        return monday_to_friday(day)

    def add_workdays(self, day: date, count: int) -> date:
        """Return the `count`-th working day after the day (before it, if negative); the day itself for 0."""
        if abs(count) > _LONGEST:
            raise OverflowError(count)
        step = _DAY if count > 0 else -_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def workdays_between(self, first: date, last: date) -> int:
        """Count the working days after the first day up to the last; negative if the last lies before."""
        if last < first:
            return -self.workdays_between(last, first)
        return sum(self.is_workday(first + _DAY * offset) for offset in range(1, (last - first).days + 1))

    def known(self, year: int) -> bool:
        """Say whether the year's public holidays are known."""
        return self.knows(year)

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Return the years from the first day's to the last's whose holidays are not known."""
        return [year for year in range(first.year, last.year + 1) if not self.knows(year)]

    def guessing(self) -> "CompanyCalendar":
        """Return the same calendar, taking Monday to Friday for unknown years instead of raising."""
        return _guessing(self)


@lru_cache(maxsize=8)  # asked for again with every record
def _guessing(calendar: CompanyCalendar) -> CompanyCalendar:
    return calendar._replace(guesses=True)


def calendar_for(
    code: str,
    holidays: Collection[date] = (),
    workdays: Collection[date] = (),
    remembered: Mapping[str, str] = MappingProxyType({}),
) -> CompanyCalendar:
    """Return the calendar of CN, of another ISO country code, or of none (Monday to Friday).

    `holidays` and `workdays` are the company's own. What is `remembered` (see there) need not be looked up in tables
    that take long to load. UsageError for a country that nobody has a calendar of.
    """
    is_public_workday, knows = _country(code)
    if remembered:
        is_public_workday, knows = _remembering(remembered, is_public_workday, knows)
    return CompanyCalendar(is_public_workday, knows, frozenset(holidays), frozenset(workdays))


def remembered(code: str, years: Iterable[int]) -> dict[str, str]:
    """Return the public working days of a country in those of some years that are known: 1 for each, else 0."""
    works, knows = _country(code)
    return {
        str(year): "".join(
            "1" if works(date.fromordinal(day)) else "0"
            for day in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
        )
        for year in years
        if knows(year)
    }


def _remembering(
    kept: Mapping[str, str], works: Callable[[date], bool], knows: Callable[[int], bool]
) -> tuple[Callable[[date], bool], Callable[[int], bool]]:
    @cache
    def is_workday(day: date) -> bool:
        days = kept.get(str(day.year))
        return days[day.toordinal() - date(day.year, 1, 1).toordinal()] == "1" if days else works(day)

    return is_workday, lambda year: str(year) in kept or knows(year)


@cache
def _country(code: str) -> tuple[Callable[[date], bool], Callable[[int], bool]]:
    if code.lower() == "none":
        return monday_to_friday, lambda _year: True
    return (_china_works, _china_knows) if code.upper() == "CN" else _elsewhere(code.upper())


@cache
def _china_knows(year: int) -> bool:
    from chinese_calendar import is_workday

    try:
        is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _china_works(day: date) -> bool:
    from chinese_calendar import is_workday

    return bool(is_workday(day))


def _elsewhere(code: str) -> tuple[Callable[[date], bool], Callable[[int], bool]]:
    from holidays import country_holidays

    try:
        country = country_holidays(code)
    except NotImplementedError as unknown:
        raise UsageError(Message("no calendar is known for country {code}", code=code)) from unknown
    last = _last_certain_year(country)

    def works(day: date) -> bool:
        return bool(country.is_working_day(day))

    return works, lambda year: country.start_year <= year <= last


def _last_certain_year(country: "HolidayBase") -> int:
    """Where decrees move working days, only the tabled years are certain; elsewhere holidays follow rules."""
    tabled = max(getattr(country, "special_public_holidays", None) or {0: ()})
    moved = country.__class__(years=range(tabled - 2, tabled + 1)).weekend_workdays if tabled else ()
    return tabled if moved else int(country.end_year)
