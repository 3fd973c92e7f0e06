"""Days in figures: 2023-10-27, 2023/10/27, 2023.10.27, 10/27.

10/27 is month and day, as in China and America; 27/10 can only be day and month. Where both could be a month
and the text has no Chinese in it, the day is ambiguous. Two figures with a point or a hyphen (1.10, 10-27) are no
day, unless they stand in brackets behind one (下周五（10-27）) or something marks them: 10.27前, 10-27（五）.
"""

import re
from datetime import date

from commcoord.language.dates.reading import Asked, Family, Kind, Reading, beside_deadline
from commcoord.language.dates.sums import nearest_year
from commcoord.language.dates.weeks import WEEKDAYS
from commcoord.language.later import later

_HAN = later("[一-鿿]")
_WEEKDAY_BEHIND = later(r" ?\( ?(?:周|星期|礼拜)?(?P<day>[一二三四五六日天]) ?\)")
_LAST_MONTH = 12
_END = r"(?![0-9_]|-[0-9a-z]|\.[0-9a-z]|/[0-9]|[a-su-z])"


def _whole(found: re.Match[str], asked: Asked) -> Reading:
    _ = asked
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    return Reading(found.end(), Kind.ABSOLUTE, date(year, month, day))


def _compact(found: re.Match[str], asked: Asked) -> Reading | None:
    """In prose eight digits are a number or part of an id."""
    return None if asked.prose else _whole(found, asked)


def _month_and_day(found: re.Match[str], asked: Asked) -> Reading | None:
    first, second = int(found["first"]), int(found["second"])
    ambiguous = max(first, second) <= _LAST_MONTH and first != second and not _HAN.search(asked.text)
    month, day = (second, first) if first > _LAST_MONTH else (first, second)
    said = _of_year(found, asked, month, day)
    if not (
        found["year"] or beside_deadline(asked, *found.span()) or _beside_weekday(found.end(), said, asked)
    ):
        return None  # 3/4 is more often three quarters
    other = _of_year(found, asked, day, month) if ambiguous else None
    return Reading(found.end(), Kind.ABSOLUTE, said, ambiguous=ambiguous, other=other)


def _of_year(found: re.Match[str], asked: Asked, month: int, day: int) -> date:
    return date(int(found["year"]), month, day) if found["year"] else nearest_year(asked.today, month, day)


def _pointed(found: re.Match[str], asked: Asked) -> Reading | None:
    """10-27 and 10.27 are figures, and a date only where something marks them as one."""
    said = nearest_year(asked.today, int(found["month"]), int(found["day"]))
    if not (
        asked.bracketed
        or asked.marked
        or _deadline_around(found, asked)
        or _beside_weekday(found.end(), said, asked)
    ):
        return None
    return Reading(found.end(), Kind.ABSOLUTE, said)


def _deadline_around(found: re.Match[str], asked: Asked) -> bool:
    """In prose, 版本1.10前 speaks of no day."""
    return not asked.prose and beside_deadline(asked._replace(prose=True), *found.span())


def _beside_weekday(end: int, day: date, asked: Asked) -> bool:
    """Whether a weekday stands in brackets behind figures; in prose the weekday of that day, for 3/4（一） counts."""
    beside = _WEEKDAY_BEHIND.match(asked.text, end)
    return beside is not None and (not asked.prose or WEEKDAYS[beside["day"]] == day.weekday())


FAMILIES = (
    Family(
        "12",
        later(
            rf"(?P<year>(?:19|20)[0-9]{{2}})(?P<mark>[-/.])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9]){_END}"
        ),
        _whole,
        "-/.",
    ),
    Family(
        "12",
        later(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9a-z-])"),
        _compact,
    ),
    Family(
        "0123456789",
        later(
            rf"(?P<first>[0-3]?[0-9])/(?P<second>[0-3]?[0-9])(?:/(?P<year>(?:19|20)[0-9]{{2}}))?{_END}(?!的|小时)"
        ),
        _month_and_day,
        "/",
    ),
    Family(
        "0123456789",
        later(rf"(?P<month>1[0-2]|0?[1-9])[-.](?P<day>3[01]|[12][0-9]|0?[1-9])(?!%){_END}"),
        _pointed,
        "-.",
    ),
)
