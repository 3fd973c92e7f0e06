"""Whose part of the chase list is asked for, and by what it is put together."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from commcoord.chase.watch import SEVERITIES
from commcoord.language.names import person, same_person, several

if TYPE_CHECKING:
    from commcoord.chase.attention import Attention
    from commcoord.records.directory import AnyKnown, Directory

GROUPS: dict[str, Callable[["Attention"], str]] = {
    "urgency": lambda one: one.severity,
    "person": lambda one: one.watch.who,
    "department": lambda one: one.watch.department,
    "record": lambda one: one.watch.record,
}


def concerns(attention: "Attention", whom: str) -> bool:
    """Whether it is a person's move, or the person is concerned; a department left out agrees with any."""
    named = [name for field in (attention.watch.who, *attention.watch.also) for name in several(field)]
    return any(same_person(name, whom) for name in named)


def touches(attention: "Attention", department: str, directory: "Directory[AnyKnown]") -> bool:
    """Whether it is a department's move, or concerns one of its people."""
    if department in (attention.watch.department, attention.watch.who):
        return True
    return any(
        directory.department(name) == department for field in attention.watch.also for name in several(field)
    )


def grouped(found: Iterable["Attention"], by: str) -> list[tuple[str, list["Attention"]]]:
    """Return the list in groups: urgency in its order, others by the most pressing of each."""
    groups: dict[str, list[Attention]] = {}
    for one in found:
        groups.setdefault(GROUPS[by](one), []).append(one)
    if by == "urgency":
        return sorted(groups.items(), key=lambda group: SEVERITIES.index(group[1][0].severity))
    return list(groups.items())


def people_known(
    directory: "Directory[AnyKnown]", owners: Iterable[str], found: Iterable["Attention"]
) -> list[str]:
    """Return the names that may be asked for: of the directory, of those concerned, of all owners."""
    named = [one.name for one in directory.people]
    for one in found:
        named += [each for field in (one.watch.who, *one.watch.also) for each in several(field)]
    named += [name for owner in owners for name in several(owner)]
    people = [person(name) for name in named]
    return list(dict.fromkeys(one.name for one in people if one is not None))


def near(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that somebody may have meant."""
    known = list(known)
    sharing = [one for one in known if set(one) & set(name) and len(one) == len(name)]
    return list(dict.fromkeys([*get_close_matches(name, known, 3, 0.5), *sharing]))[:3]
