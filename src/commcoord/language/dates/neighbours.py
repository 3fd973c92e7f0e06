"""The day that stands beside a day: 下周五（10-27）, 10/27（五）, Friday, October 27."""

import re
from collections.abc import Callable
from datetime import timedelta

from commcoord.language.dates.reading import Asked, Kind, Reading
from commcoord.language.dates.sums import coming
from commcoord.language.dates.weeks import ENGLISH_WEEKDAY, WEEKDAYS
from commcoord.language.later import later

_GAP = re.compile(r" ?(?:,|即|也就是|亦即|是|->|→|=|i\.e\.|\bthe )? ?")
_OPENED = re.compile(
    r" ?(?:之?前|以前)? ?\( ?(?:(?:no later than|before|by|until|on|i\.e\.|=)(?: the)? |"
    "即|也就是|是|截至|最迟|最晚|不晚于|不迟于)?"
)
_CLOSED = re.compile(" ?(?:之?前|以前|为止|止)? ?\\)")
_WEEKDAY = re.compile("[一二三四五六日天](?= ?\\))")
_FIGURES = re.compile("[0-9]{1,2}[-./][0-9]{1,2}")
_ORDINAL = re.compile("[0-3]?[0-9](?:st|nd|rd|th)")
_NAMES_WEEKDAY = later(f"(?:周|星期|礼拜)[一二三四五六日天]|{ENGLISH_WEEKDAY}")
_OWN_DATE = {Kind.ABSOLUTE, Kind.RELATIVE, Kind.WEEKDAY}
_ABOUT = timedelta(days=31)
"""How far from the day of a vague phrase (下周, mid-November) the one beside it may lie."""

Reader = Callable[[Asked, int], Reading | None]
"""Reads the phrase at a place of the text."""


def with_neighbour(asked: Asked, start: int, first: Reading, read: Reader) -> Reading:
    """Join 下周五（10月27日）, Friday, October 27 and 10月27日 周五 into the one day they mean."""
    if first.kind not in _OWN_DATE:
        return first
    return _bracketed(asked, start, first, read) or _following(asked, start, first, read) or first


def _bracketed(asked: Asked, start: int, first: Reading, read: Reader) -> Reading | None:
    opened = None if asked.bracketed else _OPENED.match(asked.text, first.end)
    if opened is None:
        return None
    place, inside = opened.end(), asked._replace(bracketed=True)
    second = read(inside, place) or _weekday_alone(inside, place)
    if second is None:
        return None
    second = with_neighbour(inside, place, second, read)
    closed = _CLOSED.match(asked.text, second.end)
    joined = _joined(asked, (start, first), (place, second)) if closed else None
    if closed is None or joined is None:
        return None
    if joined.against and asked.prose:
        written = asked.text[place : second.end]
        if _WEEKDAY.match(asked.text, place):
            return None  # （一） may count something
        if _FIGURES.fullmatch(written):
            joined = first._replace(ambiguous=True, against=asked.original[place : second.end])
    return joined._replace(end=closed.end())


def _following(asked: Asked, start: int, first: Reading, read: Reader) -> Reading | None:
    gap = _GAP.match(asked.text, first.end)
    if gap is None:
        return None
    named = first.kind is Kind.WEEKDAY and _ORDINAL.match(asked.text, gap.end())
    inside = asked._replace(bracketed=asked.bracketed or bool(named) or gap[0].endswith("the "))
    if (second := read(inside, gap.end())) is None:
        return None
    joined = _joined(asked, (start, first), (gap.end(), second))
    if joined is None or (gap[0].strip() == "," and joined.ambiguous):
        return None
    return joined._replace(end=second.end)


def _weekday_alone(asked: Asked, place: int) -> Reading | None:
    found = _WEEKDAY.match(asked.text, place)
    return found and Reading(found.end(), Kind.WEEKDAY, coming(asked.today, WEEKDAYS[found[0]]))


def _joined(asked: Asked, one: tuple[int, Reading], two: tuple[int, Reading]) -> Reading | None:
    first, second = one[1], two[1]
    pair = {first.kind, second.kind}
    if (
        not pair <= _OWN_DATE
        or (first.kind == second.kind)
        or not (Kind.ABSOLUTE in pair or second.kind is Kind.WEEKDAY)
    ):
        return None
    leading, (start, other) = (second, one) if second.kind is Kind.ABSOLUTE else (first, two)
    if _agree(leading, other, asked.text[start : other.end]):
        return _settled(leading, other)
    return leading._replace(ambiguous=True, against=asked.original[start : other.end])


def _agree(leading: Reading, other: Reading, words: str) -> bool:
    if leading.day is None or other.day is None:
        return False
    if other.kind is Kind.WEEKDAY:
        return leading.day.weekday() == other.day.weekday()
    if not other.ambiguous:
        return leading.day == other.day
    if _NAMES_WEEKDAY.search(words):
        return leading.day.weekday() == other.day.weekday()
    return abs(leading.day - other.day) <= _ABOUT


def _settled(leading: Reading, other: Reading) -> Reading:
    """Of 11/3 (Fri), only the third of November is a Friday."""
    if (
        leading.other
        and other.kind is Kind.WEEKDAY
        and other.day
        and leading.other.weekday() != other.day.weekday()
    ):
        return leading._replace(ambiguous=False, other=None)
    return leading
