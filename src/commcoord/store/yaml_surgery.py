"""The lines of a text changed where it differs from what is wanted, comments kept with what they belong to."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from commcoord.store.yaml_blocks import line_end, line_start, taken_apart
from commcoord.store.yaml_flow import patched_flow
from commcoord.store.yaml_habits import layout_of
from commcoord.store.yaml_layout import Spot, has_lines, laid_out, placed
from commcoord.store.yaml_matching import matched
from commcoord.store.yaml_nodes import ListNode, MapNode, Scalar, tree_of
from commcoord.store.yaml_order import woven
from commcoord.store.yaml_spelling import spelled_key
from commcoord.store.yaml_wanted import same

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree
    from commcoord.store.yaml_blocks import Block, Entry
    from commcoord.store.yaml_layout import Placed
    from commcoord.store.yaml_nodes import Node
    from commcoord.store.yaml_reading import Document

_HEADER_COMMENT = re.compile(r"\s+#.*")


class Surgery:
    """A document's text, taken apart and put together again around what differs.

    `coarse` lays out anew every field of the record that differs anywhere, for texts that the fine way fails on.
    """

    def __init__(self, document: "Document", *, coarse: bool) -> None:
        self._mark = "\ufeff" if document.text.startswith("\ufeff") else ""
        body = document.text.removeprefix("\ufeff")
        self._eol = "\r\n" if "\r\n" in body else "\n"
        self._unfinished = not body.endswith("\n")
        self._text = body + self._eol if self._unfinished else body
        self._root = document.root
        self._layout = layout_of(document.root, self._text)
        self._coarse = coarse

    def whole(self, wanted: dict[str, "Tree"]) -> str:
        """Return the text of the whole document changed to say `wanted`."""
        if self._root.flow:
            changed = patched_flow(self._text, self._root, wanted)
            text = self._text[: self._root.start] + changed + self._text[self._root.end :]
        elif kept := self._mapping(self._root, wanted, 0, len(self._text)):
            text = kept
        else:
            head = self._text[: line_start(self._text, self._root.start)]
            text = head + laid_out(wanted, None).replace("\n", self._eol)
        if self._unfinished and text.rsplit("\n", 2)[-2:] == self._text.rsplit("\n", 2)[-2:]:
            text = text.removesuffix(self._eol)
        return self._mark + text

    def _value(self, entry: "Entry", wanted: "Tree", spot: Spot) -> str:
        """Return the text of an entry from behind its colon or dash to its end."""
        node, gap, limit = entry.value, entry.mark_end, entry.limit
        if same(tree_of(node), wanted):
            return self._text[gap:limit]
        inside = None if self._coarse else self._inside(node, wanted, spot, gap, limit)
        return self._filled(entry, wanted, spot) if inside is None else inside

    def _inside(self, node: "Node", wanted: "Tree", spot: Spot, gap: int, limit: int) -> str | None:
        """Return the text with changes inside a collection, None where it must be laid out anew."""
        if not wanted or isinstance(node, Scalar):
            return None
        if node.flow:
            kept = bool(node.items if isinstance(node, ListNode) else node.pairs)
            if not kept or isinstance(node, ListNode) != isinstance(wanted, list) or isinstance(wanted, str):
                return None
            return (
                self._text[gap : node.start]
                + patched_flow(self._text, node, wanted)
                + self._text[node.end : limit]
            )
        if isinstance(node, MapNode) and isinstance(wanted, dict):
            return self._mapping(node, wanted, gap, limit)
        if isinstance(node, ListNode) and isinstance(wanted, list):
            return self._sequence(node, wanted, spot.field, gap, limit)
        return None

    def _mapping(self, node: MapNode, wanted: dict[str, "Tree"], gap: int, limit: int) -> str | None:
        places = {pair.name: index for index, pair in enumerate(node.pairs)}
        kept = [name for name in places if name in wanted]
        if not kept:
            return None
        block = taken_apart(self._text, node, gap, limit)
        parts: list[tuple[str, int | None]] = []
        for name in woven(kept, list(wanted)):
            index = places.get(name)
            spot = Spot(name, block.column)
            if index is None:
                parts.append((self._fresh(spelled_key(name) + ":", wanted[name], spot), None))
            else:
                parts.append((self._changed(block.entries[index], wanted[name], spot), index))
        return self._joined(block, parts)

    def _sequence(self, node: ListNode, wanted: list["Tree"], field: str, gap: int, limit: int) -> str | None:
        places = matched([tree_of(item) for item in node.items], wanted)
        if all(place is None for place in places):
            return None
        block = taken_apart(self._text, node, gap, limit)
        spot = Spot(field, block.column, item=True, flow=_flow_of_items(node))
        parts: list[tuple[str, int | None]] = []
        for value, place in zip(wanted, places, strict=True):
            if place is None:
                parts.append((self._fresh("-", value, spot), None))
            else:
                parts.append((self._changed(block.entries[place], value, spot), place))
        return self._joined(block, parts)

    def _fresh(self, head: str, value: "Tree", spot: Spot) -> str:
        """Return the text of a new entry."""
        return head + self._ended(placed(value, spot, self._layout), "")

    def _changed(self, entry: "Entry", wanted: "Tree", spot: Spot) -> str:
        """Return the text of an entry that stays, changed where it differs."""
        return self._text[entry.start : entry.mark_end] + self._value(entry, wanted, spot)

    def _ended(self, found: "Placed", comment: str) -> str:
        first = f" {found.first}" if found.first else ""
        return "".join(line + self._eol for line in [first + comment, *found.lines])

    def _joined(self, block: "Block", parts: list[tuple[str, int | None]]) -> str:
        """Return a collection put together again, each entry with the lines above it."""
        apart, tail = _spread(block, {index for _, index in parts if index is not None})
        margin = " " * block.column
        text = block.head
        for place, (part, index) in enumerate(parts):
            above = "" if index is None else apart[index] + block.entries[index].above
            if place == 0 and block.compact:
                text = self._eol + above + margin + part if above else text + part
            else:
                text += above + margin + part
        return text + tail

    def _filled(self, entry: "Entry", wanted: "Tree", spot: Spot) -> str:
        """Return the text of an entry with its value laid out anew; comments around the old value stay."""
        node, gap, limit = entry.value, entry.mark_end, entry.limit
        if isinstance(node, Scalar):
            spot = replace(spot, style=node.style)
        found = placed(wanted, spot, self._layout)
        inline = isinstance(node, Scalar) and node.style not in ("|", ">") and node.start < node.end
        if inline and not found.lines:
            return self._text[gap : node.start] + found.first + self._text[node.end : limit]
        comment, rest = self._around(node, gap, limit)
        if has_lines(wanted):
            rest = _no_deeper(rest, spot.column)
        return self._ended(found, comment) + rest

    def _around(self, node: "Node", gap: int, limit: int) -> tuple[str, str]:
        """Return the comment on the line of a value's key or dash, and the lines that stay below it."""
        if not isinstance(node, Scalar) and not node.flow:
            block = taken_apart(self._text, node, gap, limit)
            _, tail = _spread(block, set())
            if block.compact:
                return "", tail
            line = line_end(block.head, 0)
            return _comment(block.head[:line]), block.head[line:] + tail
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            header = self._text[node.start : line_end(self._text, node.start)]
            return _comment(header), self._text[min(line_end(self._text, node.end), limit) : limit]
        before = self._text[gap : node.start]
        if "\n" in before:
            line = line_end(self._text, gap)
            comments = "".join(f"{part}\n" for part in self._text[line : node.start].split("\n")[:-1])
            behind = self._text[node.end : line_end(self._text, node.end)]
            below = " " * 2 + behind.lstrip() if "#" in behind else ""
            return _comment(self._text[gap:line]), comments + below + self._text[
                line_end(self._text, node.end) : limit
            ]
        line = min(line_end(self._text, node.end), limit)
        return _comment(self._text[node.end : line]), self._text[line:limit]


def _comment(line: str) -> str:
    found = _HEADER_COMMENT.search(line.rstrip("\r\n"))
    return line[found.start() :].rstrip("\r\n") if found else ""


def _no_deeper(comments: str, column: int) -> str:
    """Return comment lines moved to the left, so that they do not become lines of a text above."""
    return "".join(
        " " * min(column, len(line) - len(line.lstrip(" "))) + line.lstrip(" ")
        for line in comments.splitlines(keepends=True)
    )


def _spread(block: "Block", kept: set[int]) -> tuple[list[str], str]:
    """Return what stands apart above each entry that stays, and the tail: headings outlive their entries."""
    apart: list[str] = []
    carried = ""
    for index, entry in enumerate(block.entries):
        if index in kept:
            apart.append(carried + entry.apart)
            carried = ""
        else:
            apart.append("")
            carried += entry.apart if "#" in entry.apart else ""
    return apart, carried + block.tail


def _flow_of_items(node: ListNode) -> bool | None:
    styles = [item.flow for item in node.items if isinstance(item, MapNode)]
    return styles[-1] if styles else None
