"""Beginnings of weeks, months, quarters and years: 下周初, start of next week, beginning of the month.

The beginning named in English is the first day; 下周初 and "early next week" may mean the second as well.
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
    beside_deadline,
)
from commcoord.language.dates.sums import months_on, quarter_end, week_day
from commcoord.language.later import later

_SHIFT = {"上": -1, "last": -1, "下": 1, "next": 1, "下下": 2}


def _english(found: re.Match[str], asked: Asked) -> Reading | None:
    """In prose, "the start of the year" tells of the past as often."""
    shift = _SHIFT.get(found["shift"] or "", 0)
    if shift <= 0 and not beside_deadline(asked, *found.span()):
        return None
    return beginning(found.end(), _first(asked.today, found["unit"], shift), asked)


def _week(found: re.Match[str], asked: Asked) -> Reading:
    monday = week_day(asked.today, _SHIFT.get(found["shift"], 0), 0)
    return Reading(found.end(), Kind.RELATIVE, monday, ambiguous=True, other=monday + timedelta(days=1))


def _first(today: date, unit: str, shift: int) -> date:
    if unit == "week":
        return week_day(today, shift, 0)
    if unit == "quarter":
        return months_on(quarter_end(today, shift).replace(day=1), -2)
    if unit == "year":
        return date(today.year + shift, 1, 1)
    return months_on(today.replace(day=1), shift)


FAMILIES = (
    Family(
        "tsb",
        later(
            r"(?:the )?(?:start|beginning) of (?:(?:the|(?P<shift>this|next|last)) )?"
            rf"(?P<unit>week|month|quarter|year){WORD_END}(?!')"
        ),
        _english,
    ),
    Family("e", later(rf"early (?P<shift>this|next) week{WORD_END}(?!')"), _week),
    Family("下本这", later("(?P<shift>下下|下|本|这)个?(?:周|星期|礼拜)初(?![步级])"), _week, "初"),
)
