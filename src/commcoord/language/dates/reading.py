"""What a family of date phrases is, what it is asked, and what it answers."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

IsWorkday = Callable[[date], bool]


class Kind(Enum):
    """How a phrase says its date."""

    ABSOLUTE = auto()  # 10月27日: means the same whoever reads it
    RELATIVE = auto()  # 下周五: means something only with the day it was said
    WEEKDAY = auto()  # 周五: relative, and may stand beside another date
    DAY_END = auto()  # EOD: today, unless another day stands beside it
    VAGUE = auto()  # 尽快: no date at all
    NOTHING = auto()  # 每周五: looks like a date and is none


class Reading(NamedTuple):
    """One phrase understood: where it ends in the text, and the day it means."""

    end: int
    kind: Kind
    day: date | None = None
    ambiguous: bool = False
    other: date | None = None  # the day that a careful reader may take it for instead
    against: str = ""  # the words beside it that say another day: the 周四 of 10月27日（周四）


class Asked(NamedTuple):
    """A text, the day it is counted from, and whether it is prose or one phrase alone."""

    text: str  # folded: see commcoord.language.folding
    original: str
    today: date
    is_workday: IsWorkday
    prose: bool
    bracketed: bool = False  # what is read stands in brackets behind a day
    marked: bool = False  # what is read stands where only a date can stand


class Family(NamedTuple):
    """One way to write dates: the characters it may begin with, its pattern, and its reading.

    `signs` are characters of which one stands in every such phrase, whatever it begins with. A pattern repeats
    nothing without bound, so that the time to read a text grows with its length only.
    `read` may raise ValueError or OverflowError for a day that does not exist.
    """

    begins: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Asked], Reading | None]
    signs: str = ""


WORD_END = "(?![a-z0-9])"
BEFORE_DEADLINE = re.compile(
    r"(?:\b(?:by|before|until|till|on|due|for|from|to|end of|eod|cob|deadline:?|no later than)(?: the)? ?"
    r"|[于在至到前]|截止|截至|最迟|最晚) ?$"
)
AFTER_DEADLINE = re.compile(" ?(?:之?前|以前|为止|之?内|以内)")


def beside_deadline(asked: Asked, start: int, end: int) -> bool:
    """Say whether the words around a place mark a deadline (by, before, 前, 截至); true for a lone phrase.

    Brackets behind a day mark one too.
    """
    if not asked.prose or asked.bracketed:
        return True
    before = BEFORE_DEADLINE.search(asked.text[max(0, start - 20) : start])
    return bool(before or AFTER_DEADLINE.match(asked.text, end))


_BEGINS_AFTER = re.compile(" ?(?:起|开始)(?![步诉源因])")
_BEGINS_BEFORE = re.compile(
    r"(?:\b(?:from|starting|beginning|starts|begins|start|begin|effective|as of|since)(?: the)?|[自从由]) ?$"
)
_ENDS_AFTER = re.compile(r" ?(?:之?前|以前)(?![0-9一二两三四五六七八九十几半台后往期])")
_ENDS_BEFORE = re.compile(r"\bbefore(?: the)? $")


def begins_there(asked: Asked, found: re.Match[str]) -> bool:
    """Say whether something begins with a week, month or year: 下月起, from next month."""
    before = _BEGINS_BEFORE.search(asked.text[max(0, found.start() - 20) : found.start()])
    return bool(before or _BEGINS_AFTER.match(asked.text, found.end()))


def ends_before(asked: Asked, found: re.Match[str]) -> bool:
    """Say whether something ends before a week or month begins: 下周前, before next week."""
    before = _ENDS_BEFORE.search(asked.text[max(0, found.start() - 20) : found.start()])
    return bool(before or _ENDS_AFTER.match(asked.text, found.end()))


def beginning(end: int, day: date, asked: Asked) -> Reading:
    """Return the first day of a week, month or year; where it has passed, today may be meant as well."""
    passed = day < asked.today
    return Reading(end, Kind.RELATIVE, day, ambiguous=passed, other=asked.today if passed else None)
