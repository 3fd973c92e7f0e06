"""The items of a list on three sides: which is which, and in which order they stand afterwards."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from commcoord.store.merging import knowledge

Token = Hashable
"""What stands for one item on all sides: its place in the base, or for a new one what it is called."""

Side = dict[Token, Any]
"""The items of a side by their tokens, in the side's order."""


def paired(name: str, base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Side, Side]:
    """Return the items of both sides by tokens that are the same for the same item."""
    identity = _identity(name)
    moving = name not in knowledge.SETS and name not in knowledge.LOGS
    known = {called: place for place, called in enumerate(_called(base, identity))}
    return (
        _side(base, ours, identity, known, moving=moving),
        _side(base, theirs, identity, known, moving=moving),
    )


def _identity(name: str) -> Callable[[Any], str]:
    fields = knowledge.KEYS.get(name)

    def identity(item: Any) -> str:
        if fields and isinstance(item, dict):
            values = [item.get(field) for field in fields]
            if all(isinstance(value, str) and value for value in values):
                return "\0".join(map(str, values))
        return f"\0{said(item)}"

    return identity


def said(item: Any) -> str:
    """Return a text that is the same for items that say the same, whatever the order of their keys."""
    if isinstance(item, dict):
        return "{" + ",".join(f"{key!r}:{said(item[key])}" for key in sorted(item)) + "}"
    if isinstance(item, list):
        return "[" + ",".join(map(said, item)) + "]"
    return ascii(None if item is None else str(item))


def _called(items: Sequence[Any], identity: Callable[[Any], str]) -> list[tuple[str, int]]:
    """Return what each item is called; the second of one name is another than the first."""
    seen: dict[str, int] = {}
    found = []
    for item in items:
        name = identity(item)
        seen[name] = seen.get(name, 0) + 1
        found.append((name, seen[name]))
    return found


def _side(
    base: Sequence[Any],
    side: Sequence[Any],
    identity: Callable[[Any], str],
    known: Mapping[tuple[str, int], int],
    *,
    moving: bool,
) -> Side:
    called = _called(side, identity)
    tokens: list[Token] = [known.get(name, name) for name in called]
    if moving:
        _follow_changes(base, side, tokens)
    return dict(zip(tokens, side, strict=True))


def _follow_changes(base: Sequence[Any], side: Sequence[Any], tokens: list[Token]) -> None:
    """Take an item for the base's where it stands in its place, between the same neighbours, and only says else.

    An item with an id of its own is never another one.
    """
    gone = [place for place in range(len(base)) if place not in set(tokens)]
    fresh = [index for index, token in enumerate(tokens) if not isinstance(token, int)]
    for place in gone:
        if _fixed(base[place]):
            continue
        for index in fresh:
            after = tokens[index - 1] if index else -1
            if after == place - 1 and _may_be(base[place], side[index]):
                tokens[index] = place
                fresh.remove(index)
                break


def _fixed(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)


def _may_be(before: Any, after: Any) -> bool:
    """Whether one item may be the other, changed; a thing with several fields has at least half of them left."""
    if isinstance(before, dict) and isinstance(after, dict):
        kept: int = sum(after.get(key) == value for key, value in before.items())
        return 2 * kept >= len(before)
    return isinstance(before, str) and isinstance(after, str)


def merged_order(name: str, length: int, ours: Side, theirs: Side) -> list[Token]:
    """Return the tokens of both sides in one order: that of the side that moved items, else ours.

    What only the other side has follows its predecessor there; entries of a log stand by their time.
    """
    if name in knowledge.LOGS:
        return _by_time(knowledge.LOGS[name], ours, theirs)
    first, second = list(ours), list(theirs)
    if _in_order(first, length) and not _in_order(second, length):
        first, second = second, first
    return _inserted(first, second)


def _in_order(tokens: Sequence[Token], length: int) -> bool:
    places = [token for token in tokens if isinstance(token, int)]
    return places == sorted(places) and len(places) <= length


def _inserted(first: list[Token], second: list[Token]) -> list[Token]:
    order = list(first)
    shared = set(first) & set(second)
    place = 0
    for token in second:
        if token in shared:
            place = order.index(token) + 1
            continue
        if token in order:
            continue
        while place < len(order) and order[place] not in shared and order[place] not in second:
            place += 1
        order.insert(place, token)
        place += 1
    return order


def _by_time(field: str, ours: Side, theirs: Side) -> list[Token]:
    order = list(ours)
    entries = {**theirs, **ours}
    for token, entry in theirs.items():
        if token not in ours:
            when = _time(entry, field)
            before = [index for index, other in enumerate(order) if _time(entries[other], field) <= when]
            order.insert(before[-1] + 1 if before else 0, token)
    return order


def _time(entry: Any, field: str) -> str:
    when = entry.get(field) if isinstance(entry, dict) else None
    return when if isinstance(when, str) else "9999"
