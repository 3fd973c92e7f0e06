"""Times as people write them on forms: 2023年10月20日（周五）下午2:00—3:30, 2023-10-20 14:00–15:30."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from commcoord.language.dates import IsWorkday, Meaning, when
from commcoord.language.numerals import number
from commcoord.language.weekdays import monday_to_friday

_PLAIN = str.maketrans("０１２３４５６７８９：／－．　兩點時號○", "0123456789:/-. 两点时号〇")
"""Width and script do not change what is a number, a clock or a day; a character stays a character."""

_TO = r"[-–—~～至到]"
_MONTH = r"(\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAYS = r"(\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY = re.compile(
    rf"(\d{{4}}|[〇零一二三四五六七八九]{{4}})\s*[-/.年]\s*{_MONTH}\s*[-/.月]\s*{_DAYS}\s*(?:日|号)?"
)
_DAY_OF_YEAR = re.compile(rf"{_MONTH}\s*月\s*{_DAYS}\s*[日号]")
_TO_DAY = re.compile(rf"{_TO}\s*((?:{_MONTH}\s*月\s*)?{_DAYS}\s*[日号])")
_TO_NUMBERS = re.compile(rf"\s*{_TO}\s*(([01]?\d)[-/.]([0-3]?\d)(?![\d:]))")
_NEXT_DAY = re.compile(rf"{_TO}\s*(次日|翌日|隔日|隔天|第二天)")
_CLOCK = re.compile(
    r"(?P<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|早|am|pm)?\s*(?<![\d.〇零一二三四五六七八九十])(?<!\d:)"
    r"(?P<hour>[01]?\d|2[0-3]|24(?=:00|[点时])|(?:二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])(?=[点时]))"
    r"(?::(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d)?"
    r"|[点时](?![间期候建])(?:(?P<m2>[0-5]\d(?!\d)|\d(?=分)|[零〇一二三四五十]+[一二三四五六七八九]?(?=分))分?|(?P<quarter>[一三]刻)|(?P<half_past>半)|[整钟])?"
    rf"|(?=\s*[ap]m\b)|(?=\s*{_TO}\s*\d{{1,2}}\s*[点时]))"
    r"\s*(?P<after>am|pm)?(?:\s?(?P<utc>UTC)?(?P<offset>(?(utc)[+-]|\+)\d{2}:?\d{2})|(?P<zulu>\s?UTC\b|Z\b))?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"[\s（）()\[\]【】,，、/／~～至到–—\-－|]|(?:星期|礼拜|周|週)[一二三四五六日天]|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?",
    re.IGNORECASE,
)
_TAKEN = "\0"
"""Stands where a day was, while clocks are looked for."""
_NOON = 12
_HALF_DAY = 12 * 60  # minutes
_DAWN = ("凌晨", "清晨")
_NIGHT = ("晚上", "晚间", "晚")
_LATER_HALVES = ("下午", "傍晚", "pm", *_NIGHT)
_AFTERNOON = 4  # 中午3点 is still said, 中午4点 is not
_EARLIEST_EVENING = 5  # 晚上1点 belongs to the night


@dataclass(frozen=True)
class Span:
    """When something is: days and clock times as records write them, and what else the text says."""

    day: date | None = None
    end_day: date | None = None
    start: str = ""
    end: str = ""
    rest: str = ""
    doubtful: bool = False
    """Whether an end stands there that would lie before the start, and is left out."""


class _Clock(NamedTuple):
    minutes: int
    """Since the day began; of 24:00 and of 晚上1点 more than a day has."""
    half: str
    offset: str


class _Named(NamedTuple):
    """A day that is named, and from where to where in the text."""

    day: date
    start: int
    end: int


def span_in(text: str, near: date | None = None) -> Span:
    """Return the time that a text of a form names; what is neither day nor clock, a place perhaps, is its rest.

    A day without its year is taken where it is `near`, the day that is known otherwise.
    """
    plain = text.translate(_PLAIN)
    days = list(_days(plain, near))
    if not days:
        return Span(rest=text.strip())
    clocks = [one for one in _CLOCK.finditer(_blanked(plain, days)) if one.end() > days[0].start][:2]
    first, last = days[0].day, days[-1].day
    start, end, doubtful = _moments(first, last, [_clock(one) for one in clocks])
    taken = sorted([*((one.start, one.end) for one in days), *(one.span() for one in clocks)])
    cuts = [0, *(place for span in taken for place in span)]
    between = _AROUND.sub(
        "", "".join(text[cuts[place] : cuts[place + 1]] for place in range(0, len(cuts) - 1, 2))
    )
    after = re.sub(rf"^(?:{_AROUND.pattern})+", "", text[cuts[-1] :], flags=re.IGNORECASE)
    rest = " ".join(filter(None, (between, after.strip())))
    end_day = last if last > first else None
    return Span(first, end_day, start, end, rest, doubtful or last < first)


def day_in(text: str, today: date, is_workday: IsWorkday = monday_to_friday) -> Meaning | None:
    """Return the day that a text names, also by a phrase counted from today; none where it is not certain."""
    named = span_in(text).day
    if named:
        return Meaning(named, False, text)
    meaning = when(text, today, is_workday) if text.strip() else None
    return meaning if meaning and not meaning.ambiguous else None


def _blanked(text: str, days: list[_Named]) -> str:
    for one in days:
        text = f"{text[: one.start]}{_TAKEN * (one.end - one.start)}{text[one.end :]}"
    return text


def _days(text: str, near: date | None) -> Iterator[_Named]:
    """Yield the days of a text: those with their year, else the one that is near; and until when it lasts."""
    found = [(one, _day(*map(_number, one.groups()))) for one in _DAY.finditer(text)]
    named = [_Named(day, *one.span()) for one, day in found if day]
    if not named and near:
        days = _DAY_OF_YEAR.finditer(text)
        named = [
            _Named(near, *one.span()) for one in days if _day(near.year, *map(_number, one.groups())) == near
        ]
    yield from named
    if len(named) != 1:
        return
    (first,) = named
    if following := _NEXT_DAY.search(text, first.end):
        yield _Named(first.day + timedelta(days=1), *following.span(1))
    elif until := _TO_NUMBERS.match(text, first.end) or _TO_DAY.search(text, first.end):
        month = _number(until[2]) if until[2] else first.day.month
        day = _day(first.day.year, month, _number(until[3]))
        if day and day < first.day and until[2]:
            day = _day(first.day.year + 1, month, _number(until[3]))
        if day and day >= first.day:
            yield _Named(day, *until.span(1))


def _moments(first: date, last: date, clocks: list[_Clock]) -> tuple[str, str, bool]:
    """Return start and end as records write them, and whether an end before the start was left out."""
    if not clocks:
        return "", "", False
    begin, *ends = clocks
    if not ends:
        return _moment(first, begin), "", False
    (close,) = ends
    if close.offset and not begin.offset:
        begin = begin._replace(offset=close.offset)  # 08:40–09:00+01:00: the offset is that of both
    if first == last and close.minutes < begin.minutes:
        if close.half in _DAWN:
            last += timedelta(days=1)
        elif not close.half and close.minutes < _HALF_DAY:
            close = close._replace(minutes=close.minutes + _HALF_DAY)  # 下午2:00—3:30 says 下午 once
    start, end = _moment(first, begin), _moment(last, close)
    if bool(begin.offset) == bool(close.offset) and datetime.fromisoformat(end) < datetime.fromisoformat(
        start
    ):
        return start, "", True
    return start, end, False


def _moment(day: date, clock: _Clock) -> str:
    days, minutes = divmod(clock.minutes, 2 * _HALF_DAY)
    return f"{day + timedelta(days=days)} {minutes // 60:02}:{minutes % 60:02}{clock.offset}"


def _clock(found: re.Match[str]) -> _Clock:
    hour = _number(found["hour"])
    quarter = {"一刻": 15, "三刻": 45}.get(found["quarter"] or "", 0)
    minute = 30 if found["half_past"] else quarter or _number(found["minute"] or found["m2"] or "0")
    half = (found["half"] or found["after"] or "").lower()
    if half in _NIGHT and (hour == _NOON or hour < _EARLIEST_EVENING):
        hour += _NOON if hour == _NOON else 2 * _NOON
    elif hour < (_AFTERNOON if half == "中午" else _NOON if half in _LATER_HALVES else 0):
        hour += _NOON
    elif half in (*_DAWN, "am") and hour == _NOON:
        hour = 0
    return _Clock(hour * 60 + minute, half, found["offset"] or ("Z" if found["zulu"] else ""))


def _number(written: str) -> int:
    return number(written) or number(written.lstrip("零〇")) or 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
