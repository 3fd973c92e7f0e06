"""Ends and beginnings of months, quarters and years: 月底, 下月初, 四季度末, 年底, end of month, mid-October.

初 is the first day, 中 the 15th, 上旬 the 10th, 中旬 the 20th, 下旬 and 底 the last day; all but 底 and 末
are ambiguous. A whole month or quarter named as a deadline (下个月, next quarter) stands for its last day.
"""

import re
from datetime import date, timedelta

from commcoord.language.dates.reading import (
    WORD_END,
    Asked,
    Family,
    Kind,
    Reading,
    beginning,
    begins_there,
    beside_deadline,
    ends_before,
)
from commcoord.language.dates.sums import month_end, months_on, nearest_year, quarter_end, week_day
from commcoord.language.dates.written import MONTH, MONTHS, YEAR, year_of
from commcoord.language.later import later
from commcoord.language.numerals import NUMBER, number

_SHIFT = {"上": -1, "上个": -1, "last": -1, "下": 1, "下个": 1, "next": 1}
_DAYS = {"初": 1, "中": 15, "上旬": 10, "中旬": 20, "early": 5, "mid": 15}
_ALSO = {"初": 5, "上旬": 1, "中旬": 11, "下旬": 21, "early": 1, "late": 21}
"""The other end of a part of a month, which may be meant as well."""
_FRIDAY, _SUNDAY = 4, 6
_MONTHS = {"月": 1, "month": 1, "季度": 3, "quarter": 3, "年": 12, "year": 12}
_CERTAIN = {"底", "末", "end of"}


def _in_month(first: date, part: str) -> date:
    day = _DAYS.get(part)
    return first.replace(day=day) if day else month_end(first.year, first.month)


def _also_in_month(first: date, part: str) -> date | None:
    return first.replace(day=_ALSO[part]) if part in _ALSO else None


def _chinese_month(found: re.Match[str], asked: Asked) -> Reading | None:
    month, part = found["month"] or found["shift"], found["part"]
    named = number(found["month"]) if found["month"] else None
    if found["month"] and named is None:
        return None
    if not month and found["part_alone"] is None:
        return None
    part = part or found["part_alone"]
    first = (
        _named_month(found, asked, named)
        if named
        else months_on(asked.today.replace(day=1), _SHIFT.get(found["shift"], 0))
    )
    kind = Kind.ABSOLUTE if named else Kind.RELATIVE
    other = _also_in_month(first, part)
    return Reading(found.end(), kind, _in_month(first, part), ambiguous=part not in _CERTAIN, other=other)


def _named_month(found: re.Match[str], asked: Asked, month: int) -> date:
    year = year_of(found, asked)
    return date(year, month, 1) if year else nearest_year(asked.today, month, 1)


def _chinese_quarter(found: re.Match[str], asked: Asked) -> Reading:
    if found["number"]:
        quarter, year = number(found["number"]) or 1, year_of(found, asked) or asked.today.year
        return Reading(found.end(), Kind.ABSOLUTE, month_end(year, quarter * 3))
    return Reading(found.end(), Kind.RELATIVE, quarter_end(asked.today, _SHIFT.get(found["shift"], 0)))


def _chinese_year(found: re.Match[str], asked: Asked) -> Reading:
    year = year_of(found, asked)
    kind = Kind.ABSOLUTE if found["year"] else Kind.RELATIVE
    return Reading(found.end(), kind, date(year or asked.today.year, 12, 31))


def _chinese_period(found: re.Match[str], asked: Asked) -> Reading | None:
    shift = _SHIFT.get(found["shift"] or "", 0)
    if found["shift"] and begins_there(asked, found):
        return beginning(found.end(), _period_first(asked.today, found["unit"], shift), asked)
    if shift > 0 and ends_before(asked, found):
        shift -= 1
    elif shift <= 0 and not (found["within"] or (found["shift"] and beside_deadline(asked, *found.span()))):
        return None
    return _whole_period(found, asked, shift)


def _whole_period(found: re.Match[str], asked: Asked, shift: int) -> Reading:
    """A month, quarter or year named as a deadline: its last day, or one as long from now, or its first."""
    unit = found["unit"]
    last = _period_end(asked.today, unit, shift)
    first = _period_first(asked.today, unit, shift)
    other = first if first > asked.today else months_on(asked.today, _MONTHS[unit])
    return Reading(found.end(), Kind.RELATIVE, last, ambiguous=True, other=other)


def _period_end(today: date, unit: str, shift: int) -> date:
    if unit in {"月", "month"}:
        later = months_on(today.replace(day=1), shift)
        return month_end(later.year, later.month)
    if unit in {"年", "year"}:
        return date(today.year + shift, 12, 31)
    return quarter_end(today, shift)


def _period_first(today: date, unit: str, shift: int) -> date:
    """Return the first day of a month, quarter or year that lies `shift` after that of today."""
    if unit in {"年", "year"}:
        return date(today.year + shift, 1, 1)
    if unit in {"月", "month"}:
        return months_on(today.replace(day=1), shift)
    return months_on(quarter_end(today, shift).replace(day=1), -2)


def _named_year(found: re.Match[str], asked: Asked) -> Reading | None:
    """明年 alone is when something happens, and no day; 明年起 is a day."""
    if not begins_there(asked, found):
        return None
    return Reading(found.end(), Kind.RELATIVE, date(year_of(found, asked) or asked.today.year, 1, 1))


def _english_end(found: re.Match[str], asked: Asked) -> Reading:
    shift, unit = _SHIFT.get(found["shift"] or "", 0), found["unit"]
    return Reading(found.end(), Kind.RELATIVE, _unit_end(asked.today, unit, shift))


def _english_within(found: re.Match[str], asked: Asked) -> Reading:
    """Within the month is 月内: until its end."""
    if found["unit"] != "week":
        return _whole_period(found, asked, 0)
    day, other = _unit_end(asked.today, "week", 0), asked.today + timedelta(weeks=1)
    return Reading(found.end(), Kind.RELATIVE, day, ambiguous=True, other=other)


def _unit_end(today: date, unit: str, shift: int) -> date:
    if unit == "week":
        return week_day(today, shift, _SUNDAY if shift == 0 and today.weekday() > _FRIDAY else _FRIDAY)
    return _period_end(today, unit, shift)


def _short_end(found: re.Match[str], asked: Asked) -> Reading:
    unit = {"w": "week", "m": "month", "q": "quarter", "y": "year"}[found["unit"]]
    return Reading(found.end(), Kind.RELATIVE, _unit_end(asked.today, unit, 0))


def _hyphened_end(found: re.Match[str], asked: Asked) -> Reading | None:
    """In prose, "month-end closing" is a name; "by month-end" is a date."""
    if not beside_deadline(asked, *found.span()):
        return None
    return Reading(found.end(), Kind.RELATIVE, _unit_end(asked.today, found["unit"], 0))


def _english_month(found: re.Match[str], asked: Asked) -> Reading:
    part = found["part"].rstrip("- ")
    if found["quarter"]:
        year = int(found["year"]) if found["year"] else asked.today.year
        return Reading(
            found.end(), Kind.ABSOLUTE, month_end(year, int(found["quarter"]) * 3), ambiguous=part != "end of"
        )
    if found["relative"]:
        first, kind = months_on(asked.today.replace(day=1), _SHIFT.get(found["relative"], 0)), Kind.RELATIVE
    else:
        month = MONTHS[found["month"][:3]]
        first = date(int(found["year"]), month, 1) if found["year"] else nearest_year(asked.today, month, 1)
        kind = Kind.ABSOLUTE
    other = _also_in_month(first, part)
    return Reading(found.end(), kind, _in_month(first, part), ambiguous=part != "end of", other=other)


def _english_period(found: re.Match[str], asked: Asked) -> Reading | None:
    shift = _SHIFT.get(found["shift"], 0)
    if begins_there(asked, found):
        return beginning(found.end(), _period_first(asked.today, found["unit"], shift), asked)
    if shift > 0 and ends_before(asked, found):
        shift -= 1
    elif shift <= 0 and not beside_deadline(asked, *found.span()):
        return None
    return _whole_period(found, asked, shift)


# What makes an end part of a name: 月底盘点, 年底奖金.
_NAME = "盘点|结账|关账|结算|决算|考核|奖金|总结|大促|促销|聚餐|晚会|库存|评优"
_WHOLE = "(?=$|[ \\n,。;、，；)前之以上下提完交]|内)"
_SHIFTED = "(?P<shift>本|这个|这|当|下个|下|上个|上)"
_BEGINS = "0123456789一二三四五六七八九十今明去本这当下上第q"
FAMILIES = (
    Family(
        _BEGINS + "月",
        later(
            rf"(?<!每)(?<!每个)(?:{YEAR} ?)?(?:(?:(?P<month>{NUMBER}) ?|{_SHIFTED})月份?的?月?"
            rf"(?P<part>底|末|初|上旬|中旬|下旬|中{_WHOLE})|月(?P<part_alone>底|末|初|中{_WHOLE}))(?![步级]|{_NAME})"
        ),
        _chinese_month,
        "月",
    ),
    Family(
        _BEGINS + "季",
        later(
            rf"(?<!每)(?<!每个)(?:{YEAR} ?)?(?:{_SHIFTED}|第?(?P<number>[1-4一二三四])(?=季)|q(?=[1-4]))?"
            rf"(?:季度?|(?P<q>[1-4])(?<=q[1-4])季?度?)的?(?P<part>末|底)(?!{_NAME})"
        ),
        _chinese_quarter,
        "末底",
    ),
    Family(
        _BEGINS + "年",
        later(rf"(?<!每)(?<!每个)(?:{YEAR} ?年?|年)(?P<part>底|末)(?!{_NAME})"),
        _chinese_year,
        "底末",
    ),
    Family("今本明后去", later("(?P<year>(?!))?(?P<year_word>今年|本年|明年|后年)"), _named_year, "年"),
    Family(
        "iw", later("(?:within|inside) the (?P<unit>week|month|quarter|year)(?![a-z0-9'])"), _english_within
    ),
    Family(
        "本这当下上月季年",
        later(
            rf"(?<![每0-9一二三四五六七八九十个今明去往半多全近几两数周])(?:{_SHIFTED}(?:个)?)?(?P<unit>月|季度|年)(?P<within>之内|以内|内)?"
        ),
        _chinese_period,
        "月季年",
    ),
    Family(
        "et",
        later(
            r"(?:the )?end of (?:(?:the|(?P<shift>this|next|last)) )?"
            rf"(?P<unit>week|month|quarter|year){WORD_END}"
        ),
        _english_end,
    ),
    Family("e", later(rf"eo(?P<unit>[wmqy]){WORD_END}"), _short_end),
    Family("wmqy", later(rf"(?P<unit>week|month|quarter|year)[- ]end{WORD_END}"), _hyphened_end),
    Family(
        "elm",
        later(
            rf"(?P<part>end of |early |mid[- ]|late )(?:(?P<month>{MONTH})"
            r"|(?P<relative>this|next) month|q(?P<quarter>[1-4]))"
            rf"(?:,? (?P<year>20[0-9][0-9]))?{WORD_END}"
        ),
        _english_month,
    ),
    Family(
        "tn",
        later(rf"(?P<shift>this|next) (?P<unit>month|quarter|year){WORD_END}(?!')"),
        _english_period,
    ),
)
