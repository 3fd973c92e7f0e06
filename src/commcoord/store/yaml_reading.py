"""From the bytes of a record's file to a tree of texts, and back from a path in the tree to its line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from commcoord.store import yaml_faults
from commcoord.store.yaml_nodes import ListNode, MapNode, Scalar, compose, tree_of
from commcoord.store.yaml_problems import tab_fault

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree
    from commcoord.store.yaml_nodes import Node

TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Document:
    """A record's file as it was read: its text, its tree, and where each value stands.

    `text` is the file's own, byte order mark and line ends included; offsets in `root` count from
    behind the mark.
    """

    text: str
    root: MapNode

    @cached_property
    def tree(self) -> dict[str, "Tree"]:
        """The fields, in the order of the file: `Plain`, `str` and `None`, lists and mappings."""
        return {pair.name: tree_of(pair.value) for pair in self.root.pairs}

    def where(self, path: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at a path, or of its key.

        Where the path leads nowhere, it is the place of the nearest value above that exists.
        """
        node: Node = self.root
        offset = node.start
        for depth, step in enumerate(path, 1):
            found = _child(node, step)
            if found is None:
                break
            key_start, node = found
            offset = key_start if key and depth == len(path) else node.start
        body = self.text.removeprefix("\ufeff")
        return body.count("\n", 0, offset) + 1, offset - body.rfind("\n", 0, offset)


def _child(node: "Node", step: str | int) -> tuple[int, "Node"] | None:
    if isinstance(node, MapNode):
        return next(((pair.key.start, pair.value) for pair in node.pairs if pair.name == step), None)
    if isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step].start, node.items[step]
    return None


def read(content: bytes) -> Document:
    """Read a record's file; raises `NotYaml`, with place and remedy, where it is not one YAML document."""
    text = yaml_faults.decoded(content)
    yaml_faults.refuse_cheaply(text)
    body = text.removeprefix("\ufeff")
    root = compose(_finished(body))
    if "\t" in body:
        _refuse_tabs(body, root)
    return Document(text, root)


def _finished(text: str) -> str:
    """Return a text with a break behind a last line of blanks, which ruamel takes for words of a block without one."""
    return f"{text}\n" if text[text.rfind("\n") + 1 :].isspace() else text


def _refuse_tabs(text: str, root: MapNode) -> None:
    found = [match.end() for match in TAB_INDENT.finditer(text)]
    if not found:
        return
    texts = [scalar for scalar in _scalars(root) if scalar.style]  # in the order of the file
    starts = [scalar.start for scalar in texts]
    for offset in found:
        before = bisect_left(starts, offset)
        if before == 0 or offset >= texts[before - 1].end:
            raise tab_fault(text, offset - 1)


def _scalars(node: "Node") -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for child in node.items if isinstance(node, ListNode) else [pair.value for pair in node.pairs]:
        yield from _scalars(child)
