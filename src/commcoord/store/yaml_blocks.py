"""The lines of a mapping or list that stands by indentation, each with the comments that belong to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commcoord.store.yaml_nodes import ListNode, MapNode, next_dash

if TYPE_CHECKING:
    from commcoord.store.yaml_nodes import Node


@dataclass(frozen=True)
class Entry:
    """A field or an item: its text from key or dash to the end of its last line, and what stands above it.

    `above` are the comment lines directly above, which go where it goes; `apart` are the empty lines and
    comments that an empty line sets apart from it, which stay.
    """

    start: int
    mark_end: int
    value: "Node"
    limit: int
    apart: str
    above: str


@dataclass(frozen=True)
class Block:
    """A collection taken apart. `compact` tells that its first line begins behind the dash of an item."""

    head: str
    column: int
    compact: bool
    entries: list[Entry]
    tail: str


def line_start(text: str, offset: int) -> int:
    """Return the offset of the first character of the line of an offset."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return the offset behind the line break of the line of an offset."""
    return text.find("\n", offset) + 1 or len(text)


def taken_apart(text: str, node: MapNode | ListNode, gap: int, limit: int) -> Block:
    """Take a collection apart that owns the text from `gap` (behind its key or dash) to `limit`.

    The parts, put together again with the indentation of each entry but a compact first one, are that text.
    """
    marks = _marks(text, node)
    starts = [start for start, _ in marks]
    column = starts[0] - line_start(text, starts[0])
    compact = gap > 0 and "\n" not in text[gap : starts[0]]
    values = node.items if isinstance(node, ListNode) else [pair.value for pair in node.pairs]
    ends = [min(line_end(text, value.end), limit) for value in values]
    entries: list[Entry] = []
    head, lead = _head(text, gap, starts[0], compact=compact)
    for index, ((start, mark_end), value) in enumerate(zip(marks, values, strict=True)):
        last = index + 1 == len(marks)
        border = limit if last else line_start(text, starts[index + 1])
        edge = _border(text, ends[index], border, column)
        entries.append(Entry(start, mark_end, value, edge, *lead))
        lead = _split_lead(text[edge:border])
    return Block(head, column, compact, entries, "".join(lead))


def _marks(text: str, node: MapNode | ListNode) -> list[tuple[int, int]]:
    """Return where each entry begins and where its colon or dash ends."""
    if isinstance(node, MapNode):
        return [(pair.key.start, text.index(":", pair.key.end) + 1) for pair in node.pairs]
    before = [None, *node.items[:-1]]
    dashes = [next_dash(text, node.start, previous) for previous in before]
    return [(dash, dash + 1) for dash in dashes]


def _head(text: str, gap: int, start: int, *, compact: bool) -> tuple[str, tuple[str, str]]:
    """Return what stands before the first entry and is not its own, and what is: comments directly above."""
    if compact:
        return text[gap:start], ("", "")
    begin = line_start(text, start)
    if gap == 0:
        return text[:begin], ("", "")
    line = line_end(text, gap)
    apart, above = _split_lead(text[line:begin])
    return text[gap:line] + apart, ("", above)


def _border(text: str, start: int, border: int, column: int) -> int:
    """Return where the lines of an entry end and the lead of the next begins.

    Comments that are indented deeper than the entries belong to the entry above them.
    """
    edge = offset = start
    while offset < border:
        following = min(line_end(text, offset), border)
        line = text[offset:following]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= column:
                break
            edge = following
        offset = following
    return edge


def _split_lead(lead: str) -> tuple[str, str]:
    lines = lead.splitlines(keepends=True)
    border = len(lines)
    while border and lines[border - 1].strip():
        border -= 1
    return "".join(lines[:border]), "".join(lines[border:])
