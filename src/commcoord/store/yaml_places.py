"""Where a value stands in a text whose tree is known, many times faster than reading the text exactly.

The text is taken apart only along the path, by indentation and brackets. At every level the keys that are found must
be the keys of the tree, and the items as many as its items: where they are not, the place is not certain, and the
exact reader is asked instead.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

QUOTED = r"'(?:[^'\n]|'')*'|\"[^\"\n]*\""
KEY = re.compile(rf"(?P<key>{QUOTED}|[^\s#\[\]{{}},'\"&*!|>%@`?-][^\n]*?|-[^\s][^\n]*?) *:(?=\s|\Z)")
DASH = re.compile(r"-(?=\s|\Z)")
CONTENT = re.compile(r"(?:[ \r\n]+(?:#[^\n]*)?)*")
"""What may stand before a value: spaces, line breaks, comments."""
PIECE = re.compile(rf"{QUOTED}|[\[\]{{}},]|:(?=\s)|[^\s,\[\]{{}}'\":#](?:(?! #)[^,\[\]{{}}:\n]|:(?!\s))*")
"""A piece of what stands between brackets."""


class Unsure(Exception):  # noqa: N818  no error: it only turns to the exact reader
    """The place cannot be known for certain this way."""


class Child(NamedTuple):
    """A value below a mapping or list: the offsets of its key, of its own beginning, and of its end at the latest."""

    key: int
    start: int
    end: int


class Places:
    """The places of values in one text; what was parted once is not parted again."""

    def __init__(self, text: str, tree: Mapping[str, Any]) -> None:
        """Take a text and its tree."""
        self._text = text.removeprefix("\ufeff")
        self._tree = tree
        self._children: dict[Child, dict[str | int, Child]] = {}

    @cached_property
    def _start(self) -> int | None:
        """Where the tree begins; none where the text is of a sort that only the exact reader understands."""
        body = self._text
        start = _value(body, body.find("\n") if body.startswith("#") else 0)
        sure = not ("\t" in body or "\\" in body or body.startswith(("---", "%"), start))
        return start if sure else None

    def place_of(self, path: Sequence[str | int], *, key: bool) -> tuple[int, int]:
        """Return line and column as `Document.where` does; raises Unsure where that is not certain."""
        if self._start is None:
            raise Unsure
        here, value, offset = Child(self._start, self._start, len(self._text)), self._tree, self._start
        for depth, step in enumerate(path, 1):
            if not _has(value, step):
                break
            if here not in self._children:
                self._children[here] = dict(_children(self._text, value, here))
            here = self._children[here][step]
            value = value[step]  # type: ignore[index]  # _has() has looked
            if not _fits(self._text, here.start, value):
                raise Unsure
            offset = here.key if key and depth == len(path) else here.start
        return self._text.count("\n", 0, offset) + 1, offset - self._text.rfind("\n", 0, offset)


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, Mapping):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)


def _children(text: str, parent: Any, at: Child) -> Iterator[tuple[str | int, Child]]:
    """Yield the keys of a mapping or the numbers of a list's items, each with its child; raises Unsure."""
    flow = text[at.start] in "[{"
    if isinstance(parent, Mapping):
        found = list((_flow_children if flow else _block_pairs)(text, at))
        if [_name(text, child) for child in found] != list(parent):
            raise Unsure
        yield from zip(parent, found, strict=True)
    else:
        found = list((_flow_children if flow else _block_items)(text, at))
        if len(found) != len(parent):
            raise Unsure
        yield from enumerate(found)


def _name(text: str, child: Child) -> str:
    found = KEY.match(text, child.key)
    if found is None:
        raise Unsure
    name = found["key"]
    return name[1:-1] if name[0] in "'\"" else name


def _fits(text: str, start: int, value: Any) -> bool:
    """Whether what begins there may be this value; where an empty one stands is the exact reader's to say."""
    if isinstance(value, str) and value:
        return text[start : start + 1] in ("'", '"', "|", ">", value[0])
    return value not in (None, "") and start < len(text)


# ── by indentation ──────────────────────────────────────────────────────────────────────────────────


@cache
def _indented(columns: int) -> re.Pattern[str]:
    return re.compile(rf"^ {{{columns}}}(?=[^\s#])", re.MULTILINE)


def _beginnings(text: str, at: Child) -> Iterator[int]:
    """Yield the offsets at which something begins in the column of the block's beginning."""
    yield at.start
    column = at.start - text.rfind("\n", 0, at.start) - 1
    for line in _indented(column).finditer(text, at.start + 1, at.end):
        yield line.end()


def _block_pairs(text: str, at: Child) -> Iterator[Child]:
    keys = [found for start in _beginnings(text, at) if (found := KEY.match(text, start, at.end))]
    ends = [*(found.start() for found in keys[1:]), at.end]
    for found, end in zip(keys, ends, strict=True):
        yield Child(found.start(), _value(text, found.end()), end)


def _block_items(text: str, at: Child) -> Iterator[Child]:
    starts = [start for start in _beginnings(text, at) if DASH.match(text, start)]
    for start, end in zip(starts, [*starts[1:], at.end], strict=True):
        value = _value(text, start + 1)
        yield Child(value, value, end)


def _value(text: str, offset: int) -> int:
    found = CONTENT.match(text, offset)
    return found.end() if found else offset


# ── between brackets ────────────────────────────────────────────────────────────────────────────────


def _flow_children(text: str, at: Child) -> Iterator[Child]:
    pairs = text[at.start] == "{"
    offset = _value(text, at.start + 1)
    while text[offset : offset + 1] not in ("]", "}"):
        key = offset
        if pairs:
            found = KEY.match(text, offset, at.end)
            if found is None:
                raise Unsure
            offset = _value(text, found.end())
        end = _flow_end(text, offset)
        yield Child(key, offset, end)
        offset = _value(text, end)
        if text[offset : offset + 1] == ",":
            offset = _value(text, offset + 1)


def _flow_end(text: str, offset: int) -> int:
    """Return where a value between brackets ends."""
    depth = 0
    while found := PIECE.match(text, offset):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        offset = _value(text, found.end())
        if not depth:
            if found[0] in (",", ":"):
                break  # nothing before it, or a pair within a list
            if text[offset : offset + 1] in (",", "]", "}"):
                return offset
    raise Unsure
