"""The keys of a text put into their order; comments go with the key below them, and nothing is written anew."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from commcoord.store.yaml_nodes import ListNode, MapNode, Scalar
from commcoord.store.yaml_reading import read

if TYPE_CHECKING:
    from commcoord.store.yaml_nodes import Node, Pair
    from commcoord.store.yaml_reading import Document

Path = tuple[str | int, ...]
Order = Callable[[Path], Sequence[str]]
"""The names of the fields at a path, in their order; none where there is no order."""


def ordered(document: "Document", order: Order) -> str:
    """Return the text of a document with the keys of its mappings in order; the very text where they are.

    A key that the order does not know stays behind the one before it. A mapping that cannot be taken apart for
    certain stays as it is.
    """
    text = document.text
    mark = text[: len(text) - len(text.removeprefix("\ufeff"))]
    body = text.removeprefix("\ufeff")
    # from the last to the first, inner ones first: rearranging keeps lengths, so that the places before stay true
    for path, node in sorted(_mappings(document.root, ()), key=lambda one: one[1].start, reverse=True):
        wanted = _arranged(node.pairs, order(path))
        if wanted != node.pairs:
            body = _rearranged(body, node, wanted)
    return mark + body if read((mark + body).encode()).tree == document.tree else text


def _mappings(node: "Node", path: Path) -> Iterator[tuple[Path, MapNode]]:
    if isinstance(node, ListNode):
        for place, item in enumerate(node.items):
            yield from _mappings(item, (*path, place))
    elif isinstance(node, MapNode):
        for pair in node.pairs:
            yield from _mappings(pair.value, (*path, pair.name))
        yield path, node


def _arranged(pairs: list["Pair"], names: Sequence[str]) -> list["Pair"]:
    ranks, last = [], -1
    for pair in pairs:
        last = names.index(pair.name) if pair.name in names else last
        ranks.append(last)
    return [pairs[place] for place in sorted(range(len(pairs)), key=lambda place: (ranks[place], place))]


def _rearranged(text: str, node: MapNode, wanted: list["Pair"]) -> str:
    return _in_flow(text, node, wanted) if node.flow else _in_block(text, node, wanted)


def _in_flow(text: str, node: MapNode, wanted: list["Pair"]) -> str:
    """Exchange the pairs; the commas and line breaks between them stay where they are."""
    spans = {id(pair): text[pair.key.start : pair.value.end] for pair in node.pairs}
    parts, place = [], node.start
    for slot, pair in zip(node.pairs, wanted, strict=True):
        parts += [text[place : slot.key.start], spans[id(pair)]]
        place = slot.value.end
    return text[: node.start] + "".join(parts) + text[place:]


def _in_block(text: str, node: MapNode, wanted: list["Pair"]) -> str:
    """Exchange whole lines, each key with its value and the comments right above it."""
    first = node.pairs[0]
    cuts = [_line(text, first.key.start)]
    for before, pair in zip(node.pairs, node.pairs[1:], strict=False):
        cuts.append(_with_comments(text, pair.key.start, before))
    cuts.append(_end_of(text, node.pairs[-1]))
    lead = text[cuts[0] : first.key.start]
    spans = {id(pair): text[start:end] for pair, start, end in zip(node.pairs, cuts, cuts[1:], strict=False)}
    if lead.strip(" "):  # the first key stands behind a dash: its place is given to the new first one
        spans[id(first)] = " " * len(lead) + spans[id(first)][len(lead) :]
        moved = spans[id(wanted[0])]
        if moved[len(lead) :].startswith((" ", "#")):
            return text  # there is no line above the dash for its comment
        spans[id(wanted[0])] = lead + moved[len(lead) :]
    elif wanted[0] is not first and _commented(text, cuts[0]):
        return text  # whose comment it is cannot be known
    new = "".join(spans[id(pair)] for pair in wanted)
    whole = all(span.endswith("\n") for span in spans.values())
    return text[: cuts[0]] + new + text[cuts[-1] :] if whole else text


def _line(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _end_of(text: str, pair: "Pair") -> int:
    """Return where the lines of a pair end, its last line break included."""
    end = pair.value.end if not isinstance(pair.value, Scalar) else max(pair.value.end, pair.key.end)
    if text[end - 1 : end] == "\n":
        return end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1


def _with_comments(text: str, key: int, before: "Pair") -> int:
    """Return where the comment lines right above a key begin, or its own line."""
    start, limit = _line(text, key), _end_of(text, before)
    while start > limit:
        above = _line(text, start - 1)
        if above < limit or not text[above:start].lstrip(" ").startswith("#"):
            break
        start = above
    return start


def _commented(text: str, start: int) -> bool:
    """Whether the line above is a comment that may belong to the key below; what editors read belongs to the file."""
    above = text[_line(text, start - 1) : start].strip() if start else ""
    return above.startswith("#") and "$schema" not in above
