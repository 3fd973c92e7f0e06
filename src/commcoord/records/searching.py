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
WIDE_MARKS = tuple(zip("，：；！？（）", ",:;!?()", strict=True))
"""The commonest signs that folding narrows, each by itself: most texts need nothing else."""
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
    fields, lines = lines_of(tree)
    folded = fold("\n".join(lines)).split("\n") if lines else []
    return Page(name, path, {key: tree.get(key) for key in SHOWN}, fields, lines, folded)


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
    for wide, narrow in WIDE_MARKS:
        text = text.replace(wide, narrow)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.casefold()


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


def lines_of(tree: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return every text of a record, a line at a time, and the dotted field of each, as two lists."""
    fields: list[str] = []
    lines: list[str] = []
    for key, value in tree.items():
        if key not in UNSEARCHED:
            _gather(key, value, fields, lines)
    if any(map(_is_rough, lines)):
        pairs = [
            (field, part)
            for field, line in zip(fields, lines, strict=True)
            for text in line.splitlines()
            if (part := text.strip())
        ]
        return [field for field, _line in pairs], [line for _field, line in pairs]
    return fields, lines


def _is_rough(text: str) -> bool:
    """Whether a text is more than one line, or begins or ends with blanks; what could part lines is not printable."""
    return not text.isprintable() or text != text.strip()


def _gather(field: str, value: Any, fields: list[str], lines: list[str]) -> None:
    if isinstance(value, str):
        if value:
            fields.append(field)
            lines.append(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            if type(one) is str and one:  # most are; this spares them a call
                fields.append(f"{field}.{key}")
                lines.append(one)
            else:
                _gather(f"{field}.{key}", one, fields, lines)
    elif isinstance(value, list):
        for one in value:
            _gather(field, one, fields, lines)
