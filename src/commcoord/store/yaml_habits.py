"""How a file that somebody else began is laid out, so that what is added looks like the rest."""

from collections import deque
from typing import TYPE_CHECKING

from commcoord.store.yaml_layout import Layout
from commcoord.store.yaml_nodes import ListNode, MapNode

if TYPE_CHECKING:
    from commcoord.store.yaml_nodes import Node


def layout_of(root: MapNode, text: str) -> Layout:
    """Return how a file indents, by the first mapping and the first list that it has below a key."""
    mapping = dash = None
    nodes: deque[Node] = deque([root])
    while nodes and (mapping is None or dash is None):
        node = nodes.popleft()
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


def _deeper(text: str, outer: "Node", inner: "Node") -> int:
    return _column(text, inner) - _column(text, outer)


def _column(text: str, node: "Node") -> int:
    return node.start - text.rfind("\n", 0, node.start) - 1
