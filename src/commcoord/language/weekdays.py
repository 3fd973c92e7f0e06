"""Working days where no calendar is known."""

from datetime import date

SATURDAY = 5


def monday_to_friday(day: date) -> bool:
    """Say whether a day is a working day where no calendar is known."""
    return day.weekday() < SATURDAY
