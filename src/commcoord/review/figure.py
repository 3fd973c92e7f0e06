"""A figure and what stands behind it, so that every number of a review can be asked for its records."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record

Thing = TypeVar("Thing")
Number = int | float | None


@dataclass(frozen=True, order=True)
class Ref:
    """A record behind a figure, or one of its actions, milestones or measures."""

    record: str
    item: str = ""


Behind: TypeAlias = "Ref | Record | tuple[Record, Item]"
"""What a figure is counted from: records, or items with their records; most figures are never asked which."""


@dataclass(frozen=True)
class Figure:
    """A value with the records that it was counted from; a rate over nothing has none."""

    value: Number
    behind: tuple[Behind, ...] = ()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The records and items behind it, by their ids."""
        return tuple(map(ref_of, self.behind))


def ref_of(thing: Behind) -> Ref:
    """Return the reference to a record or an item; an item without an id is called by its words."""
    if isinstance(thing, Ref):
        return thing
    if isinstance(thing, tuple):
        record, item = thing
        return Ref(record.id, item.id or item.what or "?")
    return Ref(thing.id)


Group = Mapping[str, Any]
"""Figures by name: each a Figure, a Group of its own (`by_kind`), or a list of rows that name their record."""


def count(things: Iterable[Behind]) -> Figure:
    """Return the number of records or items, and which they are."""
    found = tuple(things)
    return Figure(len(found), found)


def rate(part: Figure, *wholes: Figure) -> Figure:
    """Return part over the sum of the wholes, to four places; none where that is nothing."""
    behind = tuple(one for whole in wholes for one in whole.behind)
    below = sum(whole.value or 0 for whole in wholes)
    return Figure(round((part.value or 0) / below, 4) if below else None, behind)


def _itself(thing: Any) -> Any:
    return thing


def counts_by(
    things: Iterable[Thing],
    names: Callable[[Thing], Iterable[str]],
    behind: Callable[[Thing], Behind] = _itself,
) -> dict[str, Figure]:
    """Return how many things there are by each name that they have; the most frequent first, then by name."""
    found: dict[str, list[Behind]] = {}
    for thing in things:
        for name in dict.fromkeys(names(thing)):
            found.setdefault(name, []).append(behind(thing))
    ordered = sorted(found, key=lambda name: (-len(found[name]), name))
    return {name: count(found[name]) for name in ordered}


def plain(node: Any) -> Any:
    """Return a tree of figures as JSON has it: values only."""
    if isinstance(node, Figure):
        return node.value
    if isinstance(node, Mapping):
        return {name: plain(one) for name, one in node.items()}
    return [plain(one) for one in node] if isinstance(node, list | tuple) else node


def found_at(node: Any, key: str) -> Any:
    """Return what a dotted key names in a tree of figures (names may have dots themselves); none if nothing."""
    if not isinstance(node, Mapping):
        return None
    if key in node:
        return node[key]
    for name in sorted(node, key=len, reverse=True):
        if key.startswith(f"{name}."):
            below = found_at(node[name], key[len(name) + 1 :])
            if below is not None:
                return below
    return None


def keys_of(node: Group, above: str = "") -> list[str]:
    """Return the dotted keys of all figures in a tree."""
    found = []
    for name, one in node.items():
        if isinstance(one, Figure):
            found.append(above + name)
        elif isinstance(one, Mapping):
            found += keys_of(one, f"{above}{name}.")
    return found


def changes(now: Group, before: Group) -> dict[str, Number]:
    """Return by how much each figure of two trees differs; a count that one of them lacks is zero there.

    None where a rate or a median has no value on one side.
    """
    found: dict[str, Number] = {}
    for key in dict.fromkeys((*keys_of(now), *keys_of(before))):
        one, other = (_value(found_at(tree, key)) for tree in (now, before))
        found[key] = None if one is None and other is None else _difference(one, other)
    return found


def _value(node: Any) -> Number:
    return node.value if isinstance(node, Figure) else None


def _difference(one: Number, other: Number) -> Number:
    """Return how much more one is; only what is counted can be missing and mean zero."""
    if isinstance(one, float) or isinstance(other, float):
        return None if one is None or other is None else round(one - other, 4)
    return (one or 0) - (other or 0)
