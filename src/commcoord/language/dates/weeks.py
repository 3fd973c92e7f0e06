"""Weeks and weekdays: 下周五, 本周三, 周末, this Friday, next week.

A week is an ISO week. 周五 alone and "Friday" are the coming one, and today counts. "next Friday" is that of
next week and always ambiguous, for half of its speakers mean the coming one. A whole week means its Friday.
"""

import re
from datetime import date, timedelta

from commcoord.language.dates.reading import (
    Asked,
    Family,
    Kind,
    Reading,
    beginning,
    begins_there,
    beside_deadline,
    ends_before,
)
from commcoord.language.dates.sums import coming, week_day
from commcoord.language.later import later
from commcoord.language.weekdays import SATURDAY

WEEKDAYS = {char: place for place, char in enumerate("一二三四五六日")} | {"天": 6}
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
ENGLISH_WEEKDAYS = {name: place for place, name in enumerate(_NAMES)} | _SHORT
ENGLISH_WEEKDAY = f"(?:{'|'.join(sorted(ENGLISH_WEEKDAYS, key=len, reverse=True))})"
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2, "last": -1, "this": 0, "next": 1}
_FRIDAY, _SUNDAY = 4, 6
_WHICH = "(?P<which>上上|下下|上|下|本|这)"
_NOT_INSIDE = "(?<![基成样版资文根天以如])"
# What makes the numeral of 周五 part of another word: 一周五次, 周一致, 周六福, 周日均, 周一例会.
_COUNTED = (
    "十百千万元个家次天年位名项台张件套轮遍场份"
    "度期组条批类人部座间支种款小点致般共切旦番体样均常报例晨会福味飞"
)


def _chinese_weekday(found: re.Match[str], asked: Asked) -> Reading:
    weekday = WEEKDAYS[found["day"]]
    if found["which"] is None:
        return Reading(found.end(), Kind.WEEKDAY, coming(asked.today, weekday))
    return Reading(found.end(), Kind.RELATIVE, week_day(asked.today, _WEEKS[found["which"]], weekday))


def _chinese_week(found: re.Match[str], asked: Asked) -> Reading | None:
    weeks = _WEEKS[found["which"]]
    if begins_there(asked, found):
        return beginning(found.end(), week_day(asked.today, weeks, 0), asked)
    if weeks > 0 and ends_before(asked, found):
        return _week_end(found, asked, weeks - 1)
    if weeks <= 0 and asked.prose and not found["within"] and not beside_deadline(asked, *found.span()):
        return None  # 本周客流 and 比上周 speak of the week, and set no date
    return _whole_week(found.end(), asked, weeks)


def _week_end(found: re.Match[str], asked: Asked, weeks: int) -> Reading:
    """A week's Friday, or its Sunday where that Friday has passed."""
    friday = week_day(asked.today, weeks, _FRIDAY)
    day = friday if friday >= asked.today else week_day(asked.today, weeks, _SUNDAY)
    other = week_day(asked.today, weeks + 1, _FRIDAY)
    return Reading(found.end(), Kind.RELATIVE, day, ambiguous=True, other=other)


def _whole_week(end: int, asked: Asked, weeks: int) -> Reading:
    """A week named as a deadline: its Friday, though some mean its last day."""
    friday, sunday = (week_day(asked.today, weeks, day) for day in (_FRIDAY, _SUNDAY))
    return Reading(end, Kind.RELATIVE, friday, ambiguous=True, other=sunday)


def _weekend(found: re.Match[str], asked: Asked) -> Reading:
    weeks = _WEEKS[found["which"] or "本"]
    saturday, sunday = (week_day(asked.today, weeks, day) for day in (SATURDAY, _SUNDAY))
    return Reading(found.end(), Kind.RELATIVE, sunday, ambiguous=True, other=saturday)


def _english_weekday(found: re.Match[str], asked: Asked) -> Reading | None:
    weekday, which = ENGLISH_WEEKDAYS[found["day"]], found["which"]
    if which in _WEEKS:
        day = week_day(asked.today, _WEEKS[which], weekday)
        doubtful = which == "next" or (which == "last" and weekday < asked.today.weekday())
        other = _other_weekday(asked.today, weekday, day) if doubtful else None
        return Reading(found.end(), Kind.RELATIVE, day, ambiguous=doubtful, other=other)
    if which:  # coming
        return Reading(
            found.end(),
            Kind.RELATIVE,
            week_day(coming(asked.today, weekday), _same_day(asked, weekday), weekday),
        )
    if _is_plain_word(found, asked):
        return None
    return Reading(found.end(), Kind.WEEKDAY, coming(asked.today, weekday))


def _other_weekday(today: date, weekday: int, day: date) -> date | None:
    """The coming Friday for "next Friday", this week's for "last Wednesday"; none where that is the day itself."""
    other = coming(today + timedelta(days=1), weekday) if day > today else week_day(today, 0, weekday)
    return other if other != day else None


def _same_day(asked: Asked, weekday: int) -> int:
    """The coming Friday, said on a Friday, is a week away."""
    return int(asked.today.weekday() == weekday)


def _is_plain_word(found: re.Match[str], asked: Asked) -> bool:
    """In prose, "sat" and "sun" are words before they are days, and a short name has its capital."""
    if not asked.prose or found["day"] not in _SHORT:
        return False
    written = asked.original[found.start("day") : found.end("day")]
    return not written[0].isupper() or found["day"] in {"sat", "sun"}


def _english_week(found: re.Match[str], asked: Asked) -> Reading | None:
    weeks = _WEEKS[found["which"]]
    if begins_there(asked, found):
        return beginning(found.end(), week_day(asked.today, weeks, 0), asked)
    if weeks > 0 and ends_before(asked, found):
        return _week_end(found, asked, weeks - 1)
    if weeks <= 0 and not beside_deadline(asked, *found.span()):
        return None
    return _whole_week(found.end(), asked, weeks)


FAMILIES = (
    Family(
        "上下本这周星礼",
        later(
            rf"(?<![每逢隔单双个0-9一二三四五六七八九十两几]){_NOT_INSIDE}{_WHICH}?个?(?:周|星期|礼拜)"
            rf"(?P<day>[一二三四五六日天])(?![{_COUNTED}])"
        ),
        _chinese_weekday,
        "周期拜",
    ),
    Family(
        "上下本这",
        later(
            rf"{_NOT_INSIDE}{_WHICH}个?(?:周|星期|礼拜)(?P<within>之内|以内|内)?"
            "(?![转期边报年长围密知全折岁刊末例会])"
        ),
        _chinese_week,
        "周期拜",
    ),
    Family("上下本这周", later(rf"(?<![每逢隔单双个]){_NOT_INSIDE}{_WHICH}?个?周末"), _weekend),
    Family(
        "tnlucmwfs",
        later(
            "(?<!black )(?<!good )(?<!cyber )(?<!casual )"
            "(?:(?P<which>this coming|this|next|last|coming|upcoming) )?"
            rf"(?P<day>{ENGLISH_WEEKDAY})(?![a-z0-9'])"
        ),
        _english_weekday,
    ),
    Family("tnl", later(r"(?P<which>this|next|last) week(?![a-z0-9'])(?! (?:day|end))"), _english_week),
)
