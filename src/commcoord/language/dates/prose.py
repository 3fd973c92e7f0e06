"""The date phrases of a running text: decisions, actions, facts, mails."""

from datetime import date
from typing import NamedTuple

from commcoord.language.dates.reading import Asked, IsWorkday, Kind, Reading
from commcoord.language.dates.scanning import may_begin, readings
from commcoord.language.folding import folded
from commcoord.language.remembering import remembered
from commcoord.language.weekdays import monday_to_friday

_NEAR = 4  # as in "EOD on Friday"


class Found(NamedTuple):
    """A date phrase in a text: `text` is its `[start:end]`, without 前, by and the time of day around it."""

    start: int
    end: int
    text: str
    date: date | None  # None where the phrase sets no date: 尽快, soon
    relative: bool  # means something only with the day it was said
    ambiguous: bool
    vague: bool


def dates_in(text: str, today: date, is_workday: IsWorkday = monday_to_friday) -> list[Found]:
    """Return the date phrases of a text from left to right, counted from today; never overlapping.

    Recurring days (每周五, every Friday), terms counted from an event (收货后7天内) and days that do not
    exist are left out. Whatever `is_workday` raises for a span in working days goes through.
    """
    return list(_read(text, today, is_workday)) if may_begin(folded(text)) else []


@remembered(256)  # a sentence is looked at by several rules, one after the other
def _read(text: str, today: date, is_workday: IsWorkday) -> tuple[Found, ...]:
    asked = Asked(folded(text), text, today, is_workday, prose=True)
    understood = _without_idle_day_ends(list(readings(asked)))
    return tuple(
        _found(text, start, reading) for start, reading in understood if reading.kind is not Kind.NOTHING
    )


def _without_idle_day_ends(understood: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Drop the EOD of "EOD Friday" and the 下班前 of 周五下班前: the day beside it is the date."""
    return [
        (start, reading)
        for place, (start, reading) in enumerate(understood)
        if reading.kind is not Kind.DAY_END or not _day_beside(understood, place)
    ]


def _day_beside(understood: list[tuple[int, Reading]], place: int) -> bool:
    start, reading = understood[place]
    before = place > 0 and 0 <= start - understood[place - 1][1].end <= _NEAR
    after = place + 1 < len(understood) and 0 <= understood[place + 1][0] - reading.end <= _NEAR
    return before or after


def _found(text: str, start: int, reading: Reading) -> Found:
    return Found(
        start,
        reading.end,
        text[start : reading.end],
        reading.day,
        relative=reading.kind is not Kind.ABSOLUTE,
        ambiguous=reading.ambiguous,
        vague=reading.kind is Kind.VAGUE,
    )
