"""Days written with words for months: 10月27日, 二〇二三年十月二十七日, 27号, 27 October 2023, Oct 27th.

Without a year it is the day of the year around today (`nearest_year`), without a month the next such day.
"""

import re
from datetime import date

from commcoord.language.dates.reading import WORD_END, Asked, Family, Kind, Reading, beside_deadline
from commcoord.language.dates.sums import months_on, nearest_day, nearest_year
from commcoord.language.later import later
from commcoord.language.numerals import NUMBER, number

_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
                "october", "november", "december")  # fmt: skip
MONTHS = {name[:3]: place for place, name in enumerate(_MONTH_NAMES, 1)}
MONTH = f"(?:{'|'.join(f'{name}|{name[:3]}' for name in _MONTH_NAMES)}|sept)"
YEAR = (
    "(?:(?P<year>20[0-9]{2}|19[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2}) ?年|"
    "(?P<year_word>今年|本年|明年|后年|去年))度?"
)
_YEAR_WORDS = {"今年": 0, "本年": 0, "明年": 1, "后年": 2, "去年": -1}
_SHIFT = {"上": -1, "下": 1}


def year_of(found: re.Match[str], asked: Asked) -> int | None:
    """Return the year that a match of `YEAR` says, or None where it says none."""
    if found["year"]:
        return number(found["year"])
    return asked.today.year + _YEAR_WORDS[found["year_word"]] if found["year_word"] else None


def _chinese(found: re.Match[str], asked: Asked) -> Reading | None:
    month, day = number(found["month"]), number(found["day"])
    if month is None or day is None:
        return None
    year = year_of(found, asked)
    said = date(year, month, day) if year else nearest_year(asked.today, month, day)
    return Reading(found.end(), Kind.ABSOLUTE, said)


def _shifted_month(found: re.Match[str], asked: Asked) -> Reading:
    first = months_on(asked.today.replace(day=1), _SHIFT.get(found["shift"][0], 0))
    return Reading(found.end(), Kind.RELATIVE, first.replace(day=number(found["day"]) or 0))


def _day_alone(found: re.Match[str], asked: Asked) -> Reading:
    return Reading(found.end(), Kind.ABSOLUTE, nearest_day(asked.today, number(found["day"]) or 0))


def _english(found: re.Match[str], asked: Asked) -> Reading:
    month, day = MONTHS[found["month"][:3]], int(found["day"])
    said = date(int(found["year"]), month, day) if found["year"] else nearest_year(asked.today, month, day)
    return Reading(found.end(), Kind.ABSOLUTE, said)


def _ordinal_alone(found: re.Match[str], asked: Asked) -> Reading | None:
    """In prose "3rd" may be the third of anything, unless a deadline's words or a weekday stand beside it."""
    if not beside_deadline(asked, *found.span()):
        return None
    return Reading(found.end(), Kind.ABSOLUTE, nearest_day(asked.today, int(found["day"])))


_NUMERALS = "0123456789一二三四五六七八九十"
_DAY = f"(?P<day>{NUMBER})"
_ENGLISH_DAY = "(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_ENGLISH_YEAR = "(?:,? (?P<year>(?:19|20)[0-9]{2}))?"
_DAY_FOLLOWS = (
    r"(?= ?(?:$|[\n,。;、)!?(]|之?前|以前|之?后|以后|上午|下午|中午|晚|早|下班|凌晨|"
    "[0-9]{1,2}[:点]|到|至|-|~|"
    "开|交|提|完|为止|截止|起|发|出|给|周|星期))"
)
_IN_RANGE = "(?<=[至到~-]..[日号])|(?<=[至到~-].[日号])"
FAMILIES = (
    Family(
        _NUMERALS + "今本明后去",
        later(
            rf"(?<!年)(?:{YEAR} ?的?)?(?P<month>{NUMBER}) ?月份? ?{_DAY}"
            rf"(?: ?[日号](?!线|楼|店|仓|机)|(?<=[0-9]){_DAY_FOLLOWS})"
        ),
        _chinese,
        "月",
    ),
    Family(
        "本这当下上",
        later(rf"(?P<shift>本|这个|这|当|下个|下|上个|上)月 ?{_DAY} ?[日号]"),
        _shifted_month,
        "月",
    ),
    Family(
        _NUMERALS + "廿卅",
        later(rf"(?<![月年第/.0-9]){_DAY} ?[日号](?:{_DAY_FOLLOWS}|{_IN_RANGE})"),
        _day_alone,
        "日号",
    ),
    Family(
        "jfmasond",
        later(
            rf"(?P<month>{MONTH})\.? {_ENGLISH_DAY}{_ENGLISH_YEAR}{WORD_END}(?![:%])"
            "(?! (?:people|units|items|stores))"
        ),
        _english,
        "jfmasond",
    ),
    Family(
        "0123456789",
        later(rf"{_ENGLISH_DAY}(?: of)? (?P<month>{MONTH})\.?{_ENGLISH_YEAR}{WORD_END}"),
        _english,
        "jfmasond",
    ),
    Family(
        "t0123456789",
        later(rf"(?:the )?(?P<day>[0-3]?[0-9])(?:st|nd|rd|th){WORD_END}(?! (?!at [0-9]|by [0-9])[a-z])(?!-)"),
        _ordinal_alone,
    ),
)
