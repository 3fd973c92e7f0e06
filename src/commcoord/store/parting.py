"""Thousands of files in parts that can be studied one by one: what belongs together lies in one part.

The texts are only looked over, not read: a record's id anywhere in a file, or the name of a series, makes it belong
to the others that have the same. That is a guess for the sake of speed. Whoever studies a part as if there were no
others must find out afterwards where that was wrong.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapreplace
from typing import TypeVar

# Each begins with the characters that are sought, as both in one would not: that makes the search ten times as fast.
RECORD = re.compile(rb"-\d{8}-[0-9a-hjkmnp-tv-z]{4,}")
SERIES = re.compile(rb"\nseries: *[^\s#][^\r\n]*")

Thing = TypeVar("Thing", bound=Hashable)


def names_in(text: bytes) -> set[bytes]:
    """Return what makes a file belong to others, as far as a look tells."""
    return {*RECORD.findall(text), *SERIES.findall(text)}


def parted(things: Mapping[Thing, Iterable[Hashable]], most: int, together: int = 0) -> list[list[Thing]]:
    """Return things, each with its names, in parts of at most so many, as equal as may be, each in the things' order.

    Things that share a name, or that others between them lead from one to the other, lie in one part, even where that
    gets larger; but where there are more of them than may lie `together`, they are cut in their order.
    """
    parts: list[list[Thing]] = [[] for _number in range(-(-len(things) // most))]
    fill = [(0, number) for number in range(len(parts))]
    for group in sorted(_pieces(_groups(things), max(most, together)), key=len, reverse=True):
        size, number = fill[0]
        if size + len(group) > most:
            parts.append(list(group))
            continue
        parts[number] += group
        heapreplace(fill, (size + len(group), number))
    place = {thing: number for number, thing in enumerate(things)}
    return [sorted(part, key=place.__getitem__) for part in parts if part]


def _pieces(groups: Iterable[Sequence[Thing]], most: int) -> Iterator[Sequence[Thing]]:
    for group in groups:
        for first in range(0, len(group), most):
            yield group[first : first + most]


def _groups(things: Mapping[Thing, Iterable[Hashable]]) -> Iterable[list[Thing]]:
    """Return the things that belong together, each group in their order."""
    leads: dict[Thing, Thing] = {thing: thing for thing in things}
    holder: dict[Hashable, Thing] = {}
    for thing, names in things.items():
        for name in names:
            one, other = _head(leads, holder.setdefault(name, thing)), _head(leads, thing)
            leads[other] = one
    groups: dict[Thing, list[Thing]] = {}
    for thing in things:
        groups.setdefault(_head(leads, thing), []).append(thing)
    return groups.values()


def _head(leads: dict[Thing, Thing], thing: Thing) -> Thing:
    """Return the one of a group that all of it lead to; the way is made shorter for the next time."""
    while leads[thing] != thing:
        leads[thing] = leads[leads[thing]]
        thing = leads[thing]
    return thing
