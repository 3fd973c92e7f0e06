"""Working days by their place: 下一个工作日, 本月最后一个工作日, next business day, last working day of the month.

What is counted from something else (收货后下一个工作日, 遇节假日顺延至下一个工作日) is a term, not a date.
"""

import re
from datetime import date, timedelta

from commcoord.language.dates.reading import WORD_END, Asked, Family, Kind, Reading, beside_deadline
from commcoord.language.dates.sums import (
    month_end,
    months_on,
    nearest_year,
    quarter_end,
    week_day,
    workdays_on,
)
from commcoord.language.dates.written import MONTH, MONTHS, YEAR, year_of
from commcoord.language.later import later
from commcoord.language.numerals import NUMBER, number

_SHIFT = {"上": -1, "last": -1, "previous": -1, "下": 1, "next": 1, "following": 1}
_SUNDAY = 6
_FROM_ELSEWHERE = re.compile(r"(?:后|起|顺延|推迟|延期|延长|延至|遇)(?:的|至|到|在|于)? ?$")
_FROM_NOW = re.compile(r"(?:会后|今后|往后|以后|然后|随后|[今明]天起)的?在?于? ?$")


def _next(found: re.Match[str], asked: Asked) -> Reading | None:
    before = asked.text[max(0, found.start() - 6) : found.start()]
    if _FROM_ELSEWHERE.search(before) and not _FROM_NOW.search(before):
        return Reading(found.end(), Kind.NOTHING)
    return Reading(found.end(), Kind.RELATIVE, workdays_on(asked.today, 1, asked.is_workday))


def _english_next(found: re.Match[str], asked: Asked) -> Reading | None:
    """In prose, "next business day delivery" is a service; "by the next business day" is a date."""
    return _next(found, asked) if found["within"] or beside_deadline(asked, *found.span()) else None


def _chinese_of(found: re.Match[str], asked: Asked) -> Reading | None:
    year, month = year_of(found, asked), number(found["month"]) if found["month"] else None
    kind = Kind.ABSOLUTE if found["year"] or month else Kind.RELATIVE
    if found["month"]:
        return None if month is None else _edge(found, asked, _named_month(asked, month, year), kind)
    if year:
        return _edge(found, asked, (date(year, 1, 1), date(year, 12, 31)), kind)
    shift = _SHIFT.get(found["shift"][:1], 0)
    return _edge(found, asked, _period(asked.today, found["unit"], shift), kind)


def _english_of(found: re.Match[str], asked: Asked) -> Reading | None:
    if asked.prose and not found["month"] and not (found["shift"] or beside_deadline(asked, *found.span())):
        return None
    if not found["month"]:
        span = _period(asked.today, found["unit"], _SHIFT.get(found["shift"] or "", 0))
        return _edge(found, asked, span, Kind.RELATIVE)
    year = int(found["year"]) if found["year"] else None
    return _edge(found, asked, _named_month(asked, MONTHS[found["month"][:3]], year), Kind.ABSOLUTE)


def _named_month(asked: Asked, month: int, year: int | None) -> tuple[date, date]:
    first = date(year, month, 1) if year else nearest_year(asked.today, month, 1)
    return first, month_end(first.year, first.month)


def _period(today: date, unit: str, shift: int) -> tuple[date, date]:
    """Return the first and the last day of a week, month, quarter or year that lies `shift` after that of today."""
    if unit in {"周", "星期", "礼拜", "week"}:
        return week_day(today, shift, 0), week_day(today, shift, _SUNDAY)
    if unit in {"季度", "quarter"}:
        last = quarter_end(today, shift)
        return months_on(last.replace(day=1), -2), last
    if unit in {"年", "year"}:
        return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)
    first = months_on(today.replace(day=1), shift)
    return first, month_end(first.year, first.month)


def _edge(found: re.Match[str], asked: Asked, span: tuple[date, date], kind: Kind) -> Reading | None:
    """Return the first or last day of a period, or the first or last of it on which people work."""
    first, last = span
    at_end, step = found["edge"] in {"最后", "最末", "last", "final"}, timedelta(days=1)
    day = last if at_end else first
    while found["working"] and not asked.is_workday(day):
        day += -step if at_end else step
        if not first <= day <= last:
            return None  # nobody works in the whole week
    return Reading(found.end(), kind, day)


_WORKING = "(?P<working>工作[日天])"
FAMILIES = (
    Family("下次", later(f"(?<![上以])(?:下一?个?|次一?个?){_WORKING}(?:之?内|以内)?"), _next, "工"),
    Family(
        "0123456789一二三四五六七八九十今本这当下上明后去",
        later(
            rf"(?<!每)(?<!每个)(?:{YEAR} ?的?)?(?:(?P<month>{NUMBER}) ?月份?"
            r"|(?P<shift>本|这个|这|当|下个|下|上个|上)(?P<unit>月|周|星期|礼拜|季度|年))?"
            rf"的? ?(?P<edge>最后|最末|第|首)一?个?(?:{_WORKING}|(?<=一)[天日])"
        ),
        _chinese_of,
        "最第首",
    ),
    Family(
        "nw",
        later(
            r"(?P<within>within (?:the )?)?next (?:business|working) day(?![a-z0-9'])"
            r"(?! (?:of|after|from|following|deliver|service|shipping))"
        ),
        _english_next,
    ),
    Family(
        "tlf",
        later(
            r"(?:the )?(?P<edge>last|first|final) (?:(?P<working>business|working) )?day (?:of|in) "
            r"(?:(?:(?:the|this|(?P<shift>next|last|previous|following)) )?(?P<unit>week|month|quarter|year)"
            rf"|(?P<month>{MONTH})(?:,? (?P<year>20[0-9][0-9]))?){WORD_END}"
        ),
        _english_of,
    ),
)
