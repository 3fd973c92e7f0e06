"""One phrase alone, as somebody types it for a deadline: 下周五下班前, by 27 October."""

from datetime import date
from typing import NamedTuple

from commcoord.language.dates.reading import Asked, IsWorkday, Kind, Reading
from commcoord.language.dates.scanning import readings
from commcoord.language.folding import folded
from commcoord.language.later import later
from commcoord.language.times import TIME
from commcoord.language.weekdays import monday_to_friday

_BEFORE = (
    " ?(?:请|须|需|应|务必|最迟|最晚|不晚于|不迟于|截止|截至|于|在|到|至|等到|自|从|由|"
    "deadline|due|by|before|until|till|on|"
    "no later than|at the latest by|starting|beginning|effective|as of|from|for|not after|at|:|,| ){0,5}(?:the )? ?"
)
_DAY_END = "eod|cob|end of (?:the )?day|(?:end|close) of business"
_BEFORE_AND_DAY_END = later(f"{_BEFORE}(?:(?:{_DAY_END}|{TIME})(?: on| of| by|,)? )?")
_AFTER = later(
    f" ?(?:的|t(?=[0-9])|at |by |,| |{TIME}|{_DAY_END}|下班|之前|以前|前|之内|以内|内|为止|止|截止|之后|以后|起|开始|"
    "at the latest|latest|[.。!;]){0,5} ?"
)


Day = date  # which the first field of a meaning hides


class Meaning(NamedTuple):
    """The day a phrase means; ambiguous where a careful reader would ask back. `text` is the phrase given.

    Of an ambiguous one, `other` is the day it may mean instead, where there is one, and `against` are words of it that
    contradict the day.
    """

    date: date
    ambiguous: bool
    text: str
    other: Day | None = None
    against: str = ""


def when(
    phrase: str, today: date, is_workday: IsWorkday = monday_to_friday, *, marked: bool = False
) -> Meaning | None:
    """Return the day that the whole phrase means, counted from today, or None if it is not a date phrase.

    Words of a deadline and a time of day may stand around it. What stands where only a date can stand is `marked`:
    there 10-27 and 10.27 are days. Whatever `is_workday` raises goes through.
    """
    asked = Asked(folded(phrase.strip()), phrase.strip(), today, is_workday, prose=False, marked=marked)
    understood = _only_day(list(readings(asked)))
    if understood is None:
        return None
    start, reading = understood
    if reading.day is None or not _alone(asked.text, start, reading.end):
        return None
    return Meaning(reading.day, reading.ambiguous, phrase, reading.other, reading.against)


def _only_day(understood: list[tuple[int, Reading]]) -> tuple[int, Reading] | None:
    if len(understood) > 1:
        understood = [pair for pair in understood if pair[1].kind is not Kind.DAY_END]
    return understood[0] if len(understood) == 1 else None


def _alone(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE_AND_DAY_END.fullmatch(text, 0, start) and _AFTER.fullmatch(text, end))
