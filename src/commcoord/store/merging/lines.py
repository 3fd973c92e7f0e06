"""Three versions of a text, line by line: what either side changed holds, as long as it was not the same lines."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

OURS, THEIRS = 0, 1


class Edit(NamedTuple):
    """What one side put in the place of the base's lines from `start` up to `end`; nothing replaced by an insertion."""

    start: int
    end: int
    side: int
    lines: list[str]


class Lines(NamedTuple):
    """A text merged line by line; `settled` unless both sides changed the same lines, where ours then stands."""

    text: str
    settled: bool


def merged_lines(base: str, ours: str, theirs: str, *, neighbours: bool = False) -> Lines:
    """Return three texts merged line by line; where both only insert, both insertions stand, ours first.

    With `neighbours`, changes of lines that touch each other are no disagreement. That is for a result that is
    tried afterwards; in prose two changed sentences in a row may well be two answers to one question.
    """
    origin, *sides = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    edits = _without_repeats(
        sorted(edit for side, lines in enumerate(sides) for edit in _edits(origin, lines, side))
    )
    found: list[str] = []
    here = 0
    settled = True
    for group in _groups(edits, neighbours=neighbours):
        start, end = group[0].start, max(edit.end for edit in group)
        versions = [_applied(origin, start, end, group, side) for side in (OURS, THEIRS)]
        united = _united(origin[start:end], versions[OURS], versions[THEIRS])
        found += [*origin[here:start], *(versions[OURS] if united is None else united)]
        settled = settled and united is not None
        here = end
    return Lines("".join([*found, *origin[here:]]), settled)


def continued(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    """Return which element of the base is which of a side; both sequences run in the same order."""
    head = _alike(base, side)
    tail = _alike(base[head:][::-1], side[head:][::-1])
    left, right = len(base) - tail, len(side) - tail
    found = {place: place for place in range(head)}
    if head < left and head < right:  # what is alike at both ends need not be looked for
        blocks = SequenceMatcher(
            None, base[head:left], side[head:right], autojunk=False
        ).get_matching_blocks()
        for block in blocks:
            found |= {head + block.a + step: head + block.b + step for step in range(block.size)}
    return found | {left + step: right + step for step in range(tail)}


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many elements at the beginning are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _edits(base: list[str], lines: list[str], side: int) -> Iterator[Edit]:
    here = there = 0
    for left, right in [*continued(base, lines).items(), (len(base), len(lines))]:
        if (here, there) != (left, right):
            yield Edit(here, left, side, lines[there:right])
        here, there = left + 1, right + 1


def _without_repeats(edits: list[Edit]) -> list[Edit]:
    """Drop what one side inserts where the other wrote the same lines among those of a change that it touches."""
    changes = [edit for edit in edits if edit.start < edit.end]
    return [
        edit
        for edit in edits
        if edit.start < edit.end
        or not any(
            one.side != edit.side and one.start <= edit.start <= one.end and _holds(one.lines, edit.lines)
            for one in changes
        )
    ]


def _groups(edits: list[Edit], *, neighbours: bool) -> Iterator[list[Edit]]:
    """Yield edits together that change the same lines or insert at the same place, or touch unless neighbours may."""
    group: list[Edit] = []
    for edit in edits:
        end = max((one.end for one in group), default=-1)
        apart = edit.start >= end if neighbours else edit.start > end
        if group and apart and (edit.start, edit.end) != (group[0].start, group[0].end):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _applied(base: list[str], start: int, end: int, edits: list[Edit], side: int) -> list[str]:
    found: list[str] = []
    for edit in edits:
        if edit.side == side:
            found += [*base[start : edit.start], *edit.lines]
            start = edit.end
    return found + base[start:end]


def _united(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Return what stands after the merge in the place of some lines, none where both sides changed them."""
    if base == theirs:
        return ours
    if base == ours:
        return theirs
    if ours == theirs or base:
        return ours if ours == theirs else None
    for longer, shorter in ((ours, theirs), (theirs, ours)):
        if _holds(longer, shorter):
            return longer
    return ours + theirs


def _holds(longer: list[str], shorter: list[str]) -> bool:
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer)))
