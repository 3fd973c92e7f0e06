"""Relative dates that say nothing to a later reader (rule CC502): 下周五前, ASAP, without their date."""

import re
from datetime import date

from commcoord.language.dates import Found, IsWorkday, dates_in
from commcoord.language.folding import folded
from commcoord.language.weekdays import monday_to_friday

_CLAUSE = re.compile(r"[,;。!?\n]|\.(?=\s|$)")
_SENTENCE = re.compile(r"[。!?\n]|\.(?=\s|$)")
_STANDING = re.compile(
    r"每|所有|凡|一律|今后|任何|各类|均[须应在]|(?<![a-z])(?:every|each|all|any|always|whenever|generally)(?![a-z])"
)
_TERM = re.compile(r"内$|^(?:with)?in ")


def vague_dates(text: str, today: date, is_workday: IsWorkday = monday_to_friday) -> list[Found]:
    """Return the relative and vague date phrases without the date they mean.

    A date beside the phrase, or one that means the same day, makes it clear; a vague word (尽快) is excused
    by any date of its sentence. A term in a standing rule (all complaints within 24 hours) is no date.
    """
    found = dates_in(text, today, is_workday)
    if not found:
        return []
    bare = folded(text)
    clear = [each for each in found if not each.relative and each.date]
    return [each for each in found if each.relative and not _excused(bare, each, clear)]


def _excused(bare: str, each: Found, clear: list[Found]) -> bool:
    if each.date and any(other.date == each.date for other in clear):
        return True
    limit = _SENTENCE if each.vague else _CLAUSE
    start, end = _around(bare, each, limit)
    if any(start <= other.start < end for other in clear):
        return True
    sentence = bare[slice(*_around(bare, each, _SENTENCE))]
    return bool(_TERM.search(folded(each.text)) and _STANDING.search(sentence))


def _around(bare: str, each: Found, limit: re.Pattern[str]) -> tuple[int, int]:
    after = limit.search(bare, each.end)
    before = [mark.end() for mark in limit.finditer(bare, 0, each.start)]
    return (before[-1] if before else 0), (after.start() if after else len(bare))
