"""Markers in a record's file: only around the lines on which the sides disagree, and back from them to the sides."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from commcoord.store.merging.lines import continued
from commcoord.store.yaml_faults import MARKER

KEY = re.compile(r" *(?:- +)?([^\s:#{\[\"'][^:]*):(?: |$)")
OURS, THEIRS = "ours", "theirs"


def with_markers(ours: str, texts: tuple[str, str, str], wanted: dict[str, Any], size: int = 7) -> str:
    """Return a text with markers wherever the tree that the other side wants differs from it.

    `texts` are the three versions that were merged, for the comments of what only the last one has.
    """
    from commcoord.store.merging.comments import changed

    eol = "\r\n" if "\r\n" in ours else "\n"
    theirs = changed(ours, texts, wanted)
    left, right = (_lines(text, eol) for text in (ours, theirs))
    return "".join(
        "".join(one)
        if one == other
        else f"{'<' * size} {OURS}{eol}{''.join(one)}{'=' * size}{eol}{''.join(other)}{'>' * size} {THEIRS}{eol}"
        for one, other in _hunks(left, right)
    )


def _lines(text: str, eol: str) -> list[str]:
    return (text if text.endswith("\n") else text + eol).splitlines(keepends=True)


def _hunks(ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    here = there = 0
    for left, right in [*continued(ours, theirs).items(), (len(ours), len(theirs))]:
        yield from _by_field(ours[here:left], theirs[there:right])
        yield ours[left : left + 1], theirs[right : right + 1]
        here, there = left + 1, right + 1


def _by_field(ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Part lines that differ where each line is one field on both sides, so that each is decided by itself."""
    keys = [[KEY.match(line) for line in side] for side in (ours, theirs)]
    names = [[found[1] if found else None for found in side] for side in keys]
    if names[0] == names[1] and None not in names[0]:
        yield from (([one], [other]) for one, other in zip(ours, theirs, strict=True))
    else:
        yield ours, theirs


def marked(content: bytes) -> bool:
    """Whether a line of a file begins as a marker of git does, be it one of several that belong together or not."""
    return MARKER.search(content.decode("utf-8", "replace")) is not None


class Sides(NamedTuple):
    """What a file with markers says on either side."""

    ours: str
    theirs: str


def sides_of(text: str) -> Sides | None:
    """Return both sides of a file with markers, none where it has none that belong together.

    A third part, the base that `merge.conflictStyle=diff3` shows, is passed over.
    """
    kept: dict[str, list[str]] = {OURS: [], THEIRS: []}
    at = ""
    found = False
    for line in text.splitlines(keepends=True):
        step = _marker(line)
        if step is None:
            for side in (at,) if at in kept else kept if not at else ():
                kept[side].append(line)
        elif (at, step) not in _STEPS:
            return None
        else:
            at = _STEPS[at, step]
            found = True
    return Sides("".join(kept[OURS]), "".join(kept[THEIRS])) if found and not at else None


def without_conflicts(text: str) -> str:
    """Return a text without the markers and all that stands between them."""
    kept = []
    at = ""
    for line in text.splitlines(keepends=True):
        step = _marker(line)
        if step is None and not at:
            kept.append(line)
        at = at if step is None else _STEPS.get((at, step), "")
    return "".join(kept)


_STEPS = {
    ("", "<"): OURS,
    (OURS, "|"): "base",
    (OURS, "="): THEIRS,
    ("base", "="): THEIRS,
    (THEIRS, ">"): "",
}


def _marker(line: str) -> str | None:
    found = re.match(r"(<{7,}|\|{7,}|={7,}|>{7,})(?=[ \r\n]|\Z)", line)
    return found[1][0] if found else None
