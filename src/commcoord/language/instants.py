"""Moments as numbers, which an index compares without knowing anything of time zones."""

from datetime import datetime, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""What is further away is a slip, or the empty date of another program, and nobody can count from it."""
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  the offset is taken off by hand: the first days have none before them
_MICROSECOND = timedelta(microseconds=1)


def instant(moment: datetime) -> int:
    """Return an aware time as microseconds since 1970 UTC."""
    return (moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta()) - _EPOCH) // _MICROSECOND
