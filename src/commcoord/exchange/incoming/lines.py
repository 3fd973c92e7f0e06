"""The lines of a cell, and the parts of a line where several things stand in one: `；` and numbers in the text."""

import re
from itertools import pairwise

_FRONT = re.compile(r"^\s*(?:[-*•·●]|[（(]?\d{1,3}[.)）、．](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*")
_NUMBER = re.compile(r"(?:^|(?<=[\s；;。，,]))[（(]?(\d{1,2})[.)）、．](?!\d)\s*|([①-⑳])\s*")
_OPENING, _CLOSING = "（(【[", "）)】]"
_SEPARATORS = "；;"


def without_front(line: str) -> str:
    """Return a line without the mark or number in front of it."""
    return _FRONT.sub("", line).strip()


def listed(text: str) -> list[str]:
    """Return the lines of a text without the marks or numbers in front of them."""
    return [one for line in text.splitlines() if (one := without_front(line))]


def parts_of(text: str, separators: str = _SEPARATORS) -> list[str]:
    """Return each thing that a text lists: a line, a part between separators, a number of a running list."""
    parts = [
        part
        for line in text.splitlines()
        for numbered in _numbered(line)
        for part in split_outside_brackets(numbered, separators)
    ]
    return [one for part in parts if (one := without_front(part))]


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


def _numbered(line: str) -> list[str]:
    """Part `1、提交清单 2、联系客户` where the numbers count from one; else the line is one."""
    marks = list(_NUMBER.finditer(line))
    counted = [int(mark[1]) if mark[1] else ord(mark[2]) - ord("①") + 1 for mark in marks]
    first = marks[0].start() if marks else 0
    if len(marks) < 2 or counted != list(range(1, len(marks) + 1)) or line[:first].strip():  # noqa: PLR2004
        return [line]
    cuts = [mark.start() for mark in marks] + [len(line)]
    return [line[start:end].strip() for start, end in pairwise(cuts)]
