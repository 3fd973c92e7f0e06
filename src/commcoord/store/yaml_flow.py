"""Changes inside braces and brackets: what stays keeps its spacing and its comments."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from commcoord.store.yaml_layout import in_flow
from commcoord.store.yaml_matching import matched
from commcoord.store.yaml_nodes import ListNode, MapNode, Scalar, tree_of
from commcoord.store.yaml_order import woven
from commcoord.store.yaml_spelling import spelled_key
from commcoord.store.yaml_wanted import same

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree
    from commcoord.store.yaml_nodes import Node, Pair


@dataclass(frozen=True)
class _Element:
    """One element of the new text; `old` is its index in the old one."""

    text: str
    old: int | None


def patched_flow(text: str, node: "Node", wanted: "Tree") -> str:
    """Return what shall stand in the place of a node that stands within one line or within brackets."""
    if same(tree_of(node), wanted):
        return text[node.start : node.end]
    if isinstance(node, MapNode) and isinstance(wanted, dict) and text[node.start] == "{":
        elements = _fields(text, node, wanted)
        spans = [(pair.key.start, max(pair.key.end, pair.value.end)) for pair in node.pairs]
    elif isinstance(node, ListNode) and isinstance(wanted, list):
        elements = _items(text, node, wanted)
        spans = [(item.start, item.end) for item in node.items]
    else:
        return in_flow(wanted, node.style if isinstance(node, Scalar) else "")
    if not spans or all(element.old is None for element in elements):
        return in_flow(wanted)
    return _Joints(text, node, spans).joined(elements)


def _fields(text: str, node: MapNode, wanted: dict[str, "Tree"]) -> list[_Element]:
    places = {pair.name: index for index, pair in enumerate(node.pairs)}
    elements = []
    for name in woven([name for name in places if name in wanted], list(wanted)):
        index = places.get(name)
        if index is None:
            elements.append(_Element(f"{spelled_key(name)}: {in_flow(wanted[name])}", None))
        else:
            elements.append(_Element(_field(text, node.pairs[index], wanted[name]), index))
    return elements


def _field(text: str, pair: "Pair", wanted: "Tree") -> str:
    if pair.value.start == pair.value.end and not same(tree_of(pair.value), wanted):
        return f"{text[pair.key.start : pair.key.end]}: {in_flow(wanted)}"
    if pair.value.end <= pair.key.end:
        return text[pair.key.start : pair.key.end]
    return text[pair.key.start : pair.value.start] + patched_flow(text, pair.value, wanted)


def _items(text: str, node: ListNode, wanted: list["Tree"]) -> list[_Element]:
    places = matched([tree_of(item) for item in node.items], wanted)
    return [
        _Element(in_flow(value) if place is None else patched_flow(text, node.items[place], value), place)
        for value, place in zip(wanted, places, strict=True)
    ]


class _Joints:
    """What stands between the elements: commas, spaces, line breaks and comments.

    Between elements that were neighbours it stays as it is. Elsewhere it is made of what followed the one
    on its line and what stood on the lines before the other.
    """

    def __init__(self, text: str, node: MapNode | ListNode, spans: list[tuple[int, int]]) -> None:
        edges = [node.start + 1, *(edge for span in spans for edge in span), node.end - 1]
        self.opening, self.closing = text[node.start], text[node.end - 1]
        self.gaps = [text[edges[index] : edges[index + 1]] for index in range(0, len(edges), 2)]
        self.eol = "\r\n" if "\r\n" in text else "\n"
        broken = next((gap for gap in self.gaps if "\n" in gap), None)
        # what stands before an element on its line, without the comma of those who let it begin with one
        self.margin = None if broken is None else broken[broken.rfind("\n") + 1 :].partition(",")[0]

    def joined(self, elements: list[_Element]) -> str:
        """Return the collection with its elements."""
        parts = [self.opening, self._before(elements[0])]
        for one, other in pairwise(elements):
            parts += [one.text, self._between(one.old, other.old)]
        return "".join([*parts, elements[-1].text, self._after(elements[-1].old), self.closing])

    def _between(self, one: int | None, other: int | None) -> str:
        if one is not None and other == one + 1:
            return self.gaps[other]
        return "," + self._trail(one) + self._lead(other)

    def _before(self, first: _Element) -> str:
        if first.old == 0:
            return self.gaps[0]
        head, broken, _ = self.gaps[0].partition("\n")
        return head + broken + self._lead(first.old) if broken else head

    def _after(self, last: int | None) -> str:
        gap = self.gaps[-1]
        if last == len(self.gaps) - 2:
            return gap
        if "\n" not in gap:
            return _without_comma(gap)
        comma = "," if _without_comma(gap) != gap else ""
        return comma + self._trail(last) + gap.split("\n", 1)[1]

    def _trail(self, index: int | None) -> str:
        """Return what stands behind an element up to the end of its line."""
        if index is not None and "\n" in self.gaps[index + 1]:
            return _without_comma(self.gaps[index + 1]).split("\n", 1)[0] + "\n"
        return " " if self.margin is None else self.eol

    def _lead(self, index: int | None) -> str:
        """Return what stands on the lines before an element, and its margin."""
        if index is not None and "\n" in self.gaps[index]:
            return _without_comma(self.gaps[index]).split("\n", 1)[1]
        return self.margin or ""


def _without_comma(gap: str) -> str:
    lines = gap.split("\n")
    for number, line in enumerate(lines):
        comma = line.split("#", 1)[0].find(",")
        if comma >= 0:
            lines[number] = line[:comma] + line[comma + 1 :]
            break
    return "\n".join(lines)
