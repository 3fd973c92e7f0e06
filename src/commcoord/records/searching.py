"""Search in the words of records: a plain scan over folded text, exact for one Chinese character as for a sentence."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commcoord.records.source import Source

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


@dataclass(frozen=True)
class Hit:
    """A record that has all the words, its best matching line and that line's field."""

    source: Source
    field: str
    line: str
    weight: int


def search(words: Sequence[str], sources: Sequence[Source]) -> list[Hit]:
    """Return the records in which all words stand, those that match in weightier fields first, then newest first."""
    wanted = [fold(word) for phrase in words for word in phrase.split()]
    hits = [hit for source in sources if (hit := _hit(wanted, source)) is not None] if wanted else []
    hits.sort(key=lambda hit: str(hit.source.tree.get("date") or ""), reverse=True)
    return sorted(hits, key=lambda hit: -hit.weight)


def fold(text: str) -> str:
    """Return the text with widths, compositions and capitals folded, so that equal words are equal."""
    return unicodedata.normalize("NFKC", text).casefold()


def _hit(wanted: Sequence[str], source: Source) -> Hit | None:
    lines = [(field, line, fold(line)) for field, line in lines_of(source.tree)]
    everything = "\n".join(folded for _field, _line, folded in lines)
    if not all(word in everything for word in wanted):
        return None
    best, weight = max(
        ((index, _weight(field, folded, wanted)) for index, (field, _line, folded) in enumerate(lines)),
        key=lambda found: found[1],
    )
    return Hit(source, lines[best][0], lines[best][1], weight)


def _weight(field: str, folded: str, wanted: Sequence[str]) -> int:
    return sum(WEIGHTS.get(field.partition(".")[0], 1) for word in wanted if word in folded)


def lines_of(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a record with its dotted field, a line at a time."""
    for key, value in tree.items():
        if not prefix and key in UNSEARCHED:
            continue
        yield from _texts(f"{prefix}{key}", value)


def _texts(field: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        yield from lines_of(value, f"{field}.")
    elif isinstance(value, list):
        for one in value:
            yield from _texts(field, one)
    elif isinstance(value, str):
        for line in value.splitlines():
            if line.strip():
                yield field, line.strip()
