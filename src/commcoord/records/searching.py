"""Search in the words of records: a plain scan over folded text, exact for one Chinese character as for a sentence."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WEIGHTS = {
    "id": 9,
    "title": 8,
    "goal": 5,
    "decisions": 4,
    "actions": 4,
    "milestones": 4,
    "measures": 4,
    "said": 4,
}
"""How much a match in a field says about a record; every other field counts 1."""
UNSEARCHED = ("kind", "step", "history", "date")
SHOWN = ("kind", "title", "scenario", "step", "date")
"""What an answer shows of a record, as it is written."""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one file: its lines, the dotted field of each, and the same lines folded."""

    id: str
    path: str
    shown: Mapping[str, Any]
    """The fields of `SHOWN`."""
    fields: Sequence[str]
    lines: Sequence[str]
    folded: Sequence[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that has all the words, its best matching line and that line's field."""

    id: str
    path: str
    shown: Mapping[str, Any]
    field: str
    line: str
    weight: int


def page_of(name: str, path: str, tree: Mapping[str, Any]) -> Page:
    """Return the words of a record's tree."""
    found = lines_of(tree)
    lines = [line for _field, line in found]
    folded = fold("\n".join(lines)).split("\n") if lines else []
    return Page(
        name, path, {key: tree.get(key) for key in SHOWN}, [field for field, _line in found], lines, folded
    )


def search(words: Sequence[str], pages: Iterable[Page]) -> list[Hit]:
    """Return the records in which all words stand, those that match in weightier fields first, then newest first."""
    wanted = wanted_in(words)
    hits = [hit for page in pages if (hit := _hit(wanted, page)) is not None] if wanted else []
    return in_order(hits, lambda _hit: 0)


def in_order(hits: Iterable[Hit], place: Callable[[Hit], Any]) -> list[Hit]:
    """Return hits, the best first, then the newest, then by their place among the files."""
    found = sorted(hits, key=place)
    found.sort(key=lambda hit: str(hit.shown.get("date") or ""), reverse=True)
    return sorted(found, key=lambda hit: -hit.weight)


def wanted_in(words: Sequence[str]) -> list[str]:
    """Return the single words that are looked for, folded as pages are."""
    return [fold(word) for phrase in words for word in phrase.split()]


def fold(text: str) -> str:
    """Return the text with widths, compositions and capitals folded, so that equal words are equal."""
    return unicodedata.normalize("NFKC", text).casefold()


def _hit(wanted: Sequence[str], page: Page) -> Hit | None:
    everything = "\n".join(page.folded)
    if not all(word in everything for word in wanted):
        return None
    matching = (
        (place, _weight(page.fields[place], folded, wanted))
        for place, folded in enumerate(page.folded)
        if any(word in folded for word in wanted)
    )
    best, weight = max(matching, key=lambda found: found[1])
    return Hit(page.id, page.path, page.shown, page.fields[best], page.lines[best], weight)


def _weight(field: str, folded: str, wanted: Sequence[str]) -> int:
    return sum(WEIGHTS.get(field.partition(".")[0], 1) for word in wanted if word in folded)


def lines_of(tree: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return every text of a record with its dotted field, a line at a time."""
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if key not in UNSEARCHED:
            _gather(key, value, found)
    return found


def _gather(field: str, value: Any, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        # most are one line; what could part lines is not printable
        lines = (value,) if value.isprintable() else value.splitlines()
        found.extend((field, text) for line in lines if (text := line.strip()))
    elif isinstance(value, dict):
        for key, one in value.items():
            _gather(f"{field}.{key}", one, found)
    elif isinstance(value, list):
        for one in value:
            _gather(field, one, found)
