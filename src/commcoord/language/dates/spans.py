"""Spans counted from today: 3天内, 两周后, 3个工作日内, in 3 days, within two weeks, 5 business days.

A span that is counted from something else (收货后7天内, within 3 days of receipt) is a term, not a date.
Half a month is 15 days. Hours count as whole days, and the remainder makes the phrase ambiguous.
"""

import re
from datetime import date, timedelta

from commcoord.language.dates.reading import Asked, Family, Kind, Reading
from commcoord.language.dates.sums import months_on, workdays_on
from commcoord.language.later import later
from commcoord.language.numerals import ENGLISH_NUMBER, NUMBER, number

_HALF_MONTH, _DAY = 15, 24
_FROM_ELSEWHERE = re.compile(
    r"(?:后|之后|起|内|提前|延长|延期|推迟|顺延|过去|最近|近|前|第|满|超过|每|隔)的?在? ?$"
)
_FROM_NOW = re.compile(r"(?:会后|即日起|今[天日]起|明[天日]起|从现在起|今后|往后|以后|然后|随后)在? ?$")
_UNITS = {"天": "day", "日": "day", "自然日": "day", "工作日": "workday", "工作天": "workday",
          "周": "week", "星期": "week",
          "礼拜": "week", "月": "month", "季度": "quarter", "年": "year", "小时": "hour", "h": "hour"}  # fmt: skip


def _later(asked: Asked, count: int, unit: str) -> date:
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    if unit == "workday":
        return workdays_on(asked.today, count, asked.is_workday)
    if unit in {"month", "quarter", "year"}:
        return months_on(asked.today, count * {"month": 1, "quarter": 3, "year": 12}[unit])
    return asked.today + timedelta(**{{"day": "days", "week": "weeks", "hour": "hours"}[unit]: count})


def _and_a_half(day: date, unit: str) -> date:
    """Half a day and half an hour make no other date."""
    if unit == "month":
        return day + timedelta(days=_HALF_MONTH)
    return months_on(day, 6) if unit == "year" else day


def _chinese(found: re.Match[str], asked: Asked) -> Reading | None:
    before = asked.text[max(0, found.start() - 6) : found.start()]
    if _FROM_ELSEWHERE.search(before) and not _FROM_NOW.search(before):
        return Reading(found.end(), Kind.NOTHING)
    unit = _UNITS[found["unit"]]
    count = 0 if found["count"] == "半" else number(found["count"])
    if count is None:
        return None
    if found["edge"].endswith("前"):
        count = -count
    return _reading(found, asked, count, unit, half="半" in (found["count"], found["half"]))


def _reading(found: re.Match[str], asked: Asked, count: int, unit: str, *, half: bool = False) -> Reading:
    day = _later(asked, count, unit)
    if half:
        day = _and_a_half(day, unit)
    doubtful = unit == "hour" and count % _DAY != 0
    other = day + timedelta(days=1) if doubtful else None
    return Reading(found.end(), Kind.RELATIVE, day, ambiguous=doubtful, other=other)


def _chinese_alone(found: re.Match[str], asked: Asked) -> Reading | None:
    """3个工作日 typed alone as a deadline; in prose it is how long something takes."""
    count = number(found["count"])
    if asked.prose or count is None:
        return None
    return _reading(found, asked, count, _UNITS[found["unit"]])._replace(ambiguous=True)


def _english(found: re.Match[str], asked: Asked) -> Reading | None:
    count = number(found["count"])
    if count is None or (asked.prose and not found["lead"] and not found["tail"]):
        return None
    if found["count"] == "the" and found["lead"] in {"within ", "inside "}:
        return None  # within the month is until its end
    if found["short"] and not (found["lead"] or found["tail"]):
        return None  # 24h alone may be how long something is
    unit = "workday" if found["sort"] in {"business", "working"} else found["unit"] or "hour"
    if found["tail"] == " ago":
        count = -count
    reading = _reading(found, asked, count, unit)
    return reading if found["lead"] or found["tail"] else reading._replace(ambiguous=True)


_AHEAD = "(?:(?:未来|接下来)的? ?)?"
FAMILIES = (
    Family(
        "0123456789一二两三四五六七八九十廿卅半未接",
        later(
            rf"(?<!月){_AHEAD}(?P<count>{NUMBER}|半) ?个?(?P<half>半)? ?"
            r"(?P<unit>工作[日天]|自然日|天|日(?!之?前|以前)|周|星期|礼拜|小时|h|年|季度|(?<=[个半])月|(?<=个 )月)"
            "(?:的时间)?(?P<edge>之内|以内|内|之后|以后|后|过后|之前|以前|前)"
        ),
        _chinese,
        "内后前",
    ),
    Family(
        "0123456789一二两三四五六七八九十廿卅",
        later(rf"(?P<count>{NUMBER}) ?个?(?P<unit>工作[日天]|自然日|天|周|星期|礼拜|(?<=个)月)"),
        _chinese_alone,
        "日天周期拜月",
    ),
    Family(
        "iwdaohtfsenltu0123456789",
        later(
            rf"(?P<lead>(?:in|within|inside)(?: the)?(?: next| coming)? )?(?P<count>{ENGLISH_NUMBER})(?:[ -]"
            r"(?:(?P<sort>business|working|calendar) )?(?P<unit>hour|day|week|fortnight|month|quarter|year)s?"
            r"| ?(?P<short>hrs?|h))"
            r"(?:'s? time|' time)?(?P<tail> later| from (?:now|today)| ago)?"
            r"(?![a-z0-9'])(?! (?:of|after|from|following|before|since|notice|ago|later))(?!-)"
        ),
        _english,
        "hdwfmqy",
    ),
)
