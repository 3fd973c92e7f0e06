"""The days that the text of a record names: enough to know, without its fields, from when on time changes nothing."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

AT = re.compile(rb"-(?<=(\d{4})-)(\d{2}-\d{2})")
"""Sought from its first dash on, which is rarer than a digit."""
UNKNOWN = "9999-12-31"
"""Where a text may hide a day, or nobody has looked: no day is later."""
LONGEST_OFFSET = timedelta(days=3)
"""What is written on a day has happened by so much later, whatever offset it is written with and wherever one is."""


def latest_day(text: bytes) -> str:
    """Return the latest day that a text seems to name, as ISO 8601 has it; empty where it names none."""
    if b"\\" in text:
        return UNKNOWN
    return b"-".join(max(set(AT.findall(text)), default=(b"",))).decode()


def latest_day_until(text: bytes, today: date, *, known: str = UNKNOWN) -> date | None:
    """Return the latest day up to today that a text names; today where it may hide one.

    Where its latest day is known and has come, nothing has to be looked for.
    """
    if b"\\" in text:
        return today
    if not known:
        return None
    if known <= today.isoformat() and (day := next(_days([(known[:4].encode(), known[5:].encode())]), None)):
        return day
    end = tuple(today.isoformat().encode().split(b"-", 1))
    found = sorted((one for one in set(AT.findall(text)) if one <= end), reverse=True)
    return next(_days(found), None)


def _days(found: Iterable[tuple[bytes, bytes]]) -> Iterator[date]:
    for year, rest in found:
        try:
            yield date.fromisoformat(f"{year.decode()}-{rest.decode()}")
        except ValueError:  # digits that are no day
            continue
