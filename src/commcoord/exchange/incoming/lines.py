"""The lines of a cell, and the parts of a line where several things stand in one: `；` and numbers in the text."""

import re
from collections.abc import Iterable
from itertools import pairwise

_POINT = r"[.．](?!\d)|[.．](?=\d{4}年|\d{1,2}月\d)"
"""What stands behind a number that is no part of it: not that of 1.5, but that of 1.10月25日."""

_MARK = re.compile(r"^\s*(?:[-–*]\s+|[•·●]\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、\s*)")
_FRONT = re.compile(rf"^\s*[（(]?(?P<number>\d{{1,3}})(?:{_POINT}|[)）、])\s*(?!\d+、)")
_NUMBER = re.compile(
    rf"(?:^|(?<=[\s；;。])|(?<=[，,])(?!\d+、\d))[（(]?(\d{{1,2}})(?:{_POINT}|[)）、])\s*|([①-⑳])\s*"
)
_OPENING, _CLOSING = "（(【[", "）)】]"
_SEPARATORS = "；;"


def without_front(line: str, counted: int = 0) -> str:
    """Return a line without the mark or number in front of it.

    A dash or star is a mark where a space follows: `-5%` is a figure. Before another number, as in `2、3层`, a number
    is taken for a mark where it follows the one counted last.
    """
    if mark := _MARK.match(line):
        return line[mark.end() :].strip()
    number = _number_before(line, counted)
    return line[number.end() :].strip() if number else line.strip()


def without_fronts(lines: Iterable[str]) -> list[str]:
    """Return lines without the marks or numbers in front of them, the numbers counted from line to line."""
    found, counted = [], 0
    for line in lines:
        found.append(without_front(line, counted))
        number = _number_before(line, counted)
        counted = int(number["number"]) if number else counted
    return found


def listed(text: str) -> list[str]:
    """Return the lines of a text, or the numbers of a running list, without the marks in front of them."""
    return [one for one in without_fronts(_lines(text)) if one]


def parts_of(text: str, separators: str = _SEPARATORS) -> list[str]:
    """Return each thing that a text lists: a line, a part between separators, a number of a running list."""
    parts = (part for line in _lines(text) for part in split_outside_brackets(line, separators))
    return [one for one in without_fronts(parts) if one]


def split_outside_brackets(text: str, separators: str) -> list[str]:
    """Split a text at separators that stand in no brackets; a bracket that is never closed hides nothing."""
    depth, start, parts = 0, 0, []
    closed = sum(map(text.count, _OPENING)) == sum(map(text.count, _CLOSING))
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING) if closed else 0
        if depth <= 0 and character in separators:
            parts.append(text[start:place].strip())
            start = place + 1
    return [part for part in (*parts, text[start:].strip()) if part]


def _number_before(line: str, counted: int) -> re.Match[str] | None:
    found = _FRONT.match(line)
    certain = found and not line[found.end() :][:1].isdecimal()
    return found if found and (certain or int(found["number"]) == counted + 1) else None


def _lines(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in _numbered(line)]


def _numbered(line: str) -> list[str]:
    """Part `1、提交清单 2、联系客户` where the numbers count from one; else the line is one."""
    marks = list(_NUMBER.finditer(line))
    counted = [int(mark[1]) if mark[1] else ord(mark[2]) - ord("①") + 1 for mark in marks]
    first = marks[0].start() if marks else 0
    if len(marks) < 2 or counted != list(range(1, len(marks) + 1)) or line[:first].strip():  # noqa: PLR2004
        return [line]
    cuts = [mark.start() for mark in marks] + [len(line)]
    parts = [line[start:end].strip() for start, end in pairwise(cuts)]
    return [*(part.rstrip(f"{_SEPARATORS}，, ") for part in parts[:-1]), parts[-1]]
