"""A text changed so that it says what is wanted, and changed nowhere else.

The text is taken apart along the nodes that the reader found; what stays is copied as it stands, comments,
quotes and line ends included, and only what differs is laid out anew. The result is read again before it is
handed out.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.records.scalars import Tree, Value
from commcoord.store.yaml_blocks import Block, Entry, line_end, line_start, taken_apart
from commcoord.store.yaml_faults import NotYaml
from commcoord.store.yaml_flow import patched_flow
from commcoord.store.yaml_layout import Layout, Placed, Spot, has_lines, laid_out, placed
from commcoord.store.yaml_matching import matched
from commcoord.store.yaml_nodes import ListNode, MapNode, Node, Scalar, tree_of
from commcoord.store.yaml_order import woven
from commcoord.store.yaml_reading import Document, read
from commcoord.store.yaml_spelling import spelled_key
from commcoord.store.yaml_wanted import same, settled

_HEADER_COMMENT = re.compile(r"\s+#.*")


def patched(document: Document, wanted: Mapping[str, Value]) -> str:
    """Return the text of a document changed where it does not say `wanted`; the very text where it does.

    Numbers and yes-or-no are written plain, texts quoted only where a reader would take them for something
    else. Raises ImpossibleError, with what was meant, where no text says it: a character that no record may
    hold, too deep a nesting, too large a file.
    """
    target = _settled_fields(wanted)
    if same(document.tree, target):
        return document.text
    for coarse in (False, True):
        text = _Patch(document, coarse=coarse).whole(target)
        if _says(text, target):
            return text
    raise _unsayable(laid_out(target, None))


def emitted(wanted: Mapping[str, Value], comment: str | None = None) -> str:
    """Return the text of a new file in the house's layout, its first line a comment where one is given.

    Raises ImpossibleError as `patched` does.
    """
    target = _settled_fields(wanted)
    text = laid_out(target, comment)
    if not _says(text, target):
        raise _unsayable(text)
    return text


def _settled_fields(wanted: Mapping[str, Value]) -> dict[str, Tree]:
    found = settled(wanted)
    if not isinstance(found, dict):
        raise TypeError(type(wanted))
    return found


def _says(text: str, target: dict[str, Tree]) -> bool:
    try:
        return same(read(text.encode()).tree, target)
    except NotYaml:
        return False


def _unsayable(text: str) -> ImpossibleError:
    return ImpossibleError(
        Message("this cannot be written so that it reads the same again:\n{text}", text=text)
    )


class _Patch:
    def __init__(self, document: Document, *, coarse: bool) -> None:
        self.mark = "\ufeff" if document.text.startswith("\ufeff") else ""
        body = document.text.removeprefix("\ufeff")
        self.eol = "\r\n" if "\r\n" in body else "\n"
        self.unfinished = not body.endswith("\n")
        self.text = body + self.eol if self.unfinished else body
        self.root = document.root
        self.layout = _layout_of(document.root, self.text)
        self.coarse = coarse

    def whole(self, wanted: dict[str, Tree]) -> str:
        if self.root.flow:
            changed = patched_flow(self.text, self.root, wanted)
            text = self.text[: self.root.start] + changed + self.text[self.root.end :]
        elif kept := self.mapping(self.root, wanted, 0, len(self.text)):
            text = kept
        else:
            head = self.text[: line_start(self.text, self.root.start)]
            text = head + laid_out(wanted, None).replace("\n", self.eol)
        if self.unfinished and text.rsplit("\n", 2)[-2:] == self.text.rsplit("\n", 2)[-2:]:
            text = text.removesuffix(self.eol)
        return self.mark + text

    def value(self, entry: Entry, wanted: Tree, spot: Spot) -> str:
        """Return the text of an entry from behind its colon or dash to its end."""
        node, gap, limit = entry.value, entry.mark_end, entry.limit
        if same(tree_of(node), wanted):
            return self.text[gap:limit]
        inside = None if self.coarse else self.inside(node, wanted, spot, gap, limit)
        return self.filled(entry, wanted, spot) if inside is None else inside

    def inside(self, node: Node, wanted: Tree, spot: Spot, gap: int, limit: int) -> str | None:
        """Return the text with changes inside a collection, None where it must be laid out anew."""
        if not wanted or isinstance(node, Scalar):
            return None
        if node.flow:
            kept = bool(node.items if isinstance(node, ListNode) else node.pairs)
            if not kept or isinstance(node, ListNode) != isinstance(wanted, list) or isinstance(wanted, str):
                return None
            return (
                self.text[gap : node.start]
                + patched_flow(self.text, node, wanted)
                + self.text[node.end : limit]
            )
        if isinstance(node, MapNode) and isinstance(wanted, dict):
            return self.mapping(node, wanted, gap, limit)
        if isinstance(node, ListNode) and isinstance(wanted, list):
            return self.sequence(node, wanted, spot.field, gap, limit)
        return None

    def mapping(self, node: MapNode, wanted: dict[str, Tree], gap: int, limit: int) -> str | None:
        places = {pair.name: index for index, pair in enumerate(node.pairs)}
        kept = [name for name in places if name in wanted]
        if not kept:
            return None
        block = taken_apart(self.text, node, gap, limit)
        parts: list[tuple[str, int | None]] = []
        for name in woven(kept, list(wanted)):
            index = places.get(name)
            spot = Spot(name, block.column)
            if index is None:
                parts.append((self.fresh(spelled_key(name) + ":", wanted[name], spot), None))
            else:
                parts.append((self.changed(block.entries[index], wanted[name], spot), index))
        return self.joined(block, parts)

    def sequence(self, node: ListNode, wanted: list[Tree], field: str, gap: int, limit: int) -> str | None:
        places = matched([tree_of(item) for item in node.items], wanted)
        if all(place is None for place in places):
            return None
        block = taken_apart(self.text, node, gap, limit)
        spot = Spot(field, block.column, item=True, flow=_flow_of_items(node))
        parts: list[tuple[str, int | None]] = []
        for value, place in zip(wanted, places, strict=True):
            if place is None:
                parts.append((self.fresh("-", value, spot), None))
            else:
                parts.append((self.changed(block.entries[place], value, spot), place))
        return self.joined(block, parts)

    def fresh(self, head: str, value: Tree, spot: Spot) -> str:
        """Return the text of a new entry."""
        return head + self.ended(placed(value, spot, self.layout), "")

    def changed(self, entry: Entry, wanted: Tree, spot: Spot) -> str:
        """Return the text of an entry that stays, changed where it differs."""
        return self.text[entry.start : entry.mark_end] + self.value(entry, wanted, spot)

    def ended(self, found: Placed, comment: str) -> str:
        first = f" {found.first}" if found.first else ""
        return "".join(line + self.eol for line in [first + comment, *found.lines])

    def joined(self, block: Block, parts: list[tuple[str, int | None]]) -> str:
        """Return a collection put together again, each entry with the lines above it."""
        apart, tail = _spread(block, {index for _, index in parts if index is not None})
        margin = " " * block.column
        text = block.head
        for place, (part, index) in enumerate(parts):
            above = "" if index is None else apart[index] + block.entries[index].above
            if place == 0 and block.compact:
                text = self.eol + above + margin + part if above else text + part
            else:
                text += above + margin + part
        return text + tail

    def filled(self, entry: Entry, wanted: Tree, spot: Spot) -> str:
        """Return the text of an entry with its value laid out anew; comments around the old value stay."""
        node, gap, limit = entry.value, entry.mark_end, entry.limit
        if isinstance(node, Scalar):
            spot = replace(spot, style=node.style)
        found = placed(wanted, spot, self.layout)
        inline = isinstance(node, Scalar) and node.style not in ("|", ">") and node.start < node.end
        if inline and not found.lines:
            return self.text[gap : node.start] + found.first + self.text[node.end : limit]
        comment, rest = self.around(node, gap, limit)
        if has_lines(wanted):
            rest = _no_deeper(rest, spot.column)
        return self.ended(found, comment) + rest

    def around(self, node: Node, gap: int, limit: int) -> tuple[str, str]:
        """Return the comment on the line of a value's key or dash, and the lines that stay below it."""
        if not isinstance(node, Scalar) and not node.flow:
            block = taken_apart(self.text, node, gap, limit)
            _, tail = _spread(block, set())
            if block.compact:
                return "", tail
            line = line_end(block.head, 0)
            return _comment(block.head[:line]), block.head[line:] + tail
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            header = self.text[node.start : line_end(self.text, node.start)]
            return _comment(header), self.text[min(line_end(self.text, node.end), limit) : limit]
        before = self.text[gap : node.start]
        if "\n" in before:
            line = line_end(self.text, gap)
            comments = "".join(f"{part}\n" for part in self.text[line : node.start].split("\n")[:-1])
            behind = self.text[node.end : line_end(self.text, node.end)]
            below = " " * 2 + behind.lstrip() if "#" in behind else ""
            return _comment(self.text[gap:line]), comments + below + self.text[
                line_end(self.text, node.end) : limit
            ]
        line = min(line_end(self.text, node.end), limit)
        return _comment(self.text[node.end : line]), self.text[line:limit]


def _comment(line: str) -> str:
    found = _HEADER_COMMENT.search(line.rstrip("\r\n"))
    return line[found.start() :].rstrip("\r\n") if found else ""


def _no_deeper(comments: str, column: int) -> str:
    """Return comment lines moved to the left, so that they do not become lines of a text above."""
    return "".join(
        " " * min(column, len(line) - len(line.lstrip(" "))) + line.lstrip(" ")
        for line in comments.splitlines(keepends=True)
    )


def _spread(block: Block, kept: set[int]) -> tuple[list[str], str]:
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


def _layout_of(root: MapNode, text: str) -> Layout:
    """Return how a file indents, by the first mapping and the first list that it has below a key."""
    mapping = dash = None
    nodes: list[Node] = [root]
    while nodes and (mapping is None or dash is None):
        node = nodes.pop(0)
        if not isinstance(node, MapNode) or node.flow:
            nodes += node.items if isinstance(node, ListNode) and not node.flow else []
            continue
        for pair in node.pairs:
            if isinstance(pair.value, MapNode) and not pair.value.flow:
                mapping = mapping or _deeper(text, node, pair.value)
            if isinstance(pair.value, ListNode) and not pair.value.flow and dash is None:
                dash = _deeper(text, node, pair.value)
            nodes.append(pair.value)
    return Layout(mapping or 2, 2 if dash is None else dash)


def _deeper(text: str, outer: Node, inner: Node) -> int:
    return _column(text, inner) - _column(text, outer)


def _column(text: str, node: Node) -> int:
    return node.start - text.rfind("\n", 0, node.start) - 1
