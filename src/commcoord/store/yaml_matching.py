"""Which item of a list in the file is which item of the list that is wanted."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from commcoord.store.yaml_wanted import fingerprint

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree

MANY = 1000
"""Items beyond which those that repeat often are no longer compared with each other: too slow."""


def matched(old: list["Tree"], wanted: list["Tree"]) -> list[int | None]:
    """Return for each wanted item the index of the old one that it continues, None for a new one.

    Items are told apart by their `id`; those without one by what they say, in order first and out of order
    then; what is left is paired by likeness, so that a changed item stays where it stands.
    """
    found: dict[int, int] = {}
    _by_id(old, wanted, found)
    _by_order(old, wanted, found)
    _by_likeness(old, wanted, found)
    return [found.get(index) for index in range(len(wanted))]


def _left(items: list["Tree"], taken: set[int]) -> list[int]:
    return [index for index in range(len(items)) if index not in taken]


def _id(item: "Tree") -> "Tree":
    return item.get("id") if isinstance(item, dict) else None


def _by_id(old: list["Tree"], wanted: list["Tree"], found: dict[int, int]) -> None:
    """Pair items of one id; where several have it, those that say the same, and the others in their order."""
    places: dict[str, list[int]] = {}
    for index, item in enumerate(old):
        if isinstance(name := _id(item), str):
            places.setdefault(name, []).append(index)
    named = [(index, name) for index, item in enumerate(wanted) if isinstance(name := _id(item), str)]
    twins = {
        name: [fingerprint(old[place]) for place in left] for name, left in places.items() if len(left) > 1
    }
    for index, name in named:
        if name in twins and (said := fingerprint(wanted[index])) in twins[name]:
            place = twins[name].index(said)
            twins[name].pop(place)
            found[index] = places[name].pop(place)
    for index, name in named:
        if index not in found and places.get(name):
            found[index] = places[name].pop(0)


def _by_order(old: list["Tree"], wanted: list["Tree"], found: dict[int, int]) -> None:
    left = _left(old, set(found.values()))
    right = _left(wanted, set(found))
    before = [fingerprint(old[index]) for index in left]
    after = [fingerprint(wanted[index]) for index in right]
    for block in SequenceMatcher(None, before, after, autojunk=len(before) > MANY).get_matching_blocks():
        for step in range(block.size):
            found[right[block.b + step]] = left[block.a + step]
    _moved(old, wanted, found)


def _moved(old: list["Tree"], wanted: list["Tree"], found: dict[int, int]) -> None:
    waiting: dict[str, list[int]] = {}
    for index in _left(old, set(found.values())):
        waiting.setdefault(fingerprint(old[index]), []).append(index)
    for index in _left(wanted, set(found)):
        if places := waiting.get(fingerprint(wanted[index])):
            found[index] = places.pop(0)


def _by_likeness(old: list["Tree"], wanted: list["Tree"], found: dict[int, int]) -> None:
    left = _left(old, set(found.values()))
    right = _left(wanted, set(found))
    pairs = (
        list(zip(right, left, strict=True))
        if len(left) == len(right)
        else _most_alike(old, wanted, left, right)
    )
    found.update((one, other) for one, other in pairs if _may_continue(old[other], wanted[one]))


def _may_continue(old: "Tree", wanted: "Tree") -> bool:
    if isinstance(old, dict) and isinstance(wanted, dict):
        return None in (_id(old), _id(wanted))
    return not any(isinstance(item, dict) and item for item in (old, wanted))


def _most_alike(
    old: list["Tree"], wanted: list["Tree"], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    if len(left) * len(right) > MANY**2:
        return []
    pairs = []
    for one in right:
        scores = [(_shared(old[other], wanted[one]), -other) for other in left]
        best, place = max(scores, default=(0, 0))
        if best:
            pairs.append((one, -place))
            left.remove(-place)
    return pairs


def _shared(old: "Tree", wanted: "Tree") -> int:
    if not (isinstance(old, dict) and isinstance(wanted, dict) and _may_continue(old, wanted)):
        return 0
    return sum(name in wanted and wanted[name] == value for name, value in old.items())
