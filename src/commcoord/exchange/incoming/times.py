"""Times as people write them on forms: 2023年10月20日（周五）下午2:00—3:30, 2023-10-20 14:00–15:30."""

import re
from dataclasses import dataclass
from datetime import date

from commcoord.language.dates import IsWorkday, Meaning, when
from commcoord.language.weekdays import monday_to_friday

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*(?:日|号)?")
_CLOCK = re.compile(
    r"(?P<half>上午|中午|下午|晚上|晚|am|pm)?\s*(?P<hour>[01]?\d|2[0-3])(?:[:：](?P<minute>[0-5]\d)|[点點时時](?:(?P<m2>[0-5]?\d)分?|(?P<half_past>半))?|(?=\s*[ap]m\b))"
    r"\s*(?P<after>am|pm)?(?:\s?(?P<utc>UTC)?(?P<offset>(?(utc)[+-]|\+)\d{2}:?\d{2})|(?P<zulu>\s?UTC\b|Z\b))?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"[\s（）()\[\]【】,，、/／~～至到–—\-|]|(?:星期|礼拜|周|週)[一二三四五六日天]|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?",
    re.IGNORECASE,
)
_NOON = 12


@dataclass(frozen=True)
class Span:
    """When something is: days and clock times as records write them, and what else the text says."""

    day: date | None = None
    end_day: date | None = None
    start: str = ""
    end: str = ""
    rest: str = ""


def span_in(text: str) -> Span:
    """Return the time that a text of a form names; what is neither day nor clock, a place perhaps, is its rest."""
    days = [(found, day) for found in _DAY.finditer(text) if (day := _day(found))]
    if not days:
        return Span(rest=text.strip())
    without = text
    for found, _ in days:
        without = without.replace(found[0], " " * len(found[0]), 1)
    clocks = list(_CLOCK.finditer(without))[:2]
    first, last = days[0][1], days[-1][1]
    moments = _moments(first, last, [one for one in clocks if one.end() > days[0][0].start()])
    used = max([days[-1][0].end(), *(one.end() for one in clocks)])
    between = _AROUND.sub("", "".join(_outside(without[:used], clocks)))
    after = re.sub(rf"^(?:{_AROUND.pattern})+", "", text[used:], flags=re.IGNORECASE)
    rest = " ".join(filter(None, (between, after.strip())))
    return Span(first, last if last != first else None, *moments, rest)


def day_in(text: str, today: date, is_workday: IsWorkday = monday_to_friday) -> Meaning | None:
    """Return the day that a text names, also by a phrase counted from today; none where it is not certain."""
    named = span_in(text).day
    if named:
        return Meaning(named, False, text)
    meaning = when(text, today, is_workday) if text.strip() else None
    return meaning if meaning and not meaning.ambiguous else None


def _outside(text: str, clocks: list[re.Match[str]]) -> list[str]:
    cuts = [0, *(place for one in clocks for place in one.span()), len(text)]
    return [text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def _moments(first: date, last: date, clocks: list[re.Match[str]]) -> tuple[str, str]:
    times = [_clock(one) for one in clocks]
    if len(times) > 1 and times[0][5:] == "" and times[1][5:]:
        times[0] += times[1][5:]  # 08:40–09:00+01:00: the offset is that of both
    days = (first, last)
    if len(times) > 1 and first == last and times[1][:5] < times[0][:5] and int(times[1][:2]) < _NOON:
        times[1] = f"{int(times[1][:2]) + _NOON:02}{times[1][2:]}"  # 下午2:00—3:30 says 下午 once
    written = [f"{days[place]} {clock}" for place, clock in enumerate(times)]
    return (written[0] if written else "", written[1] if len(written) > 1 else "")


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    minute = 30 if found["half_past"] else int(found["minute"] or found["m2"] or 0)
    half = (found["half"] or found["after"] or "").lower()
    if half in ("下午", "晚上", "晚", "pm") and hour < _NOON:
        hour += _NOON
    return f"{hour:02}:{minute:02}{found['offset'] or ('Z' if found['zulu'] else '')}"


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
