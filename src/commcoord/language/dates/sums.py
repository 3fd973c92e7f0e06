"""Sums with days: weeks begin on Monday (ISO 8601), months and quarters have last days."""

from calendar import monthrange
from datetime import date, timedelta

from commcoord.language.dates.reading import IsWorkday

_DECEMBER = 12
_HALF_A_YEAR = timedelta(days=183)


def week_day(today: date, weeks: int, weekday: int) -> date:
    """Return the weekday (0 is Monday) of the ISO week that lies `weeks` after that of today."""
    return today + timedelta(days=weekday - today.weekday(), weeks=weeks)


def coming(today: date, weekday: int) -> date:
    """Return the first such weekday from today on; today counts."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def months_on(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def quarter_end(day: date, quarters: int = 0) -> date:
    """Return the last day of the quarter that lies `quarters` after that of the day."""
    first = months_on(day.replace(day=1), 3 * quarters)
    return month_end(first.year, (first.month - 1) // 3 * 3 + 3)


def nearest_year(today: date, month: int, day: int) -> date:
    """Return the month and day in the year from 183 days before today to about half a year after.

    So a day said without its year lies at most half a year back; ValueError where that year lacks it.
    """
    earliest = today - _HALF_A_YEAR
    year = earliest.year if (month, day) >= (earliest.month, earliest.day) else earliest.year + 1
    return date(year, month, day)


def nearest_day(today: date, day: int) -> date:
    """Return that day of this month, or of the next month if it has passed or does not exist in this one."""
    first = today.replace(day=1)
    if day >= today.day and day <= month_end(today.year, today.month).day:
        return today.replace(day=day)
    return months_on(first, 1).replace(day=day)


def workdays_on(day: date, count: int, is_workday: IsWorkday) -> date:
    """Return the `count`-th working day after the day."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day
