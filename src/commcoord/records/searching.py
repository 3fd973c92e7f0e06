"""Search in the words of records: a plain scan over folded text, exact for one Chinese character as for a sentence."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

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


class Page(NamedTuple):
    """The words of one file, a line each, those of the weightiest fields first; three texts with as many lines."""

    id: str
    path: str
    title: str
    day: str
    """As it is written; empty where it is not."""
    shown: str
    """The fields of `SHOWN`, as JSON."""
    folded: bytes
    """The lines folded, in UTF-8: nothing but the lines that are found has to be decoded."""
    lines: bytes
    fields: bytes
    """The dotted field of each line."""


class Hit(NamedTuple):
    """A record that has all the words, its best matching line and that line's field."""

    id: str
    path: str
    title: str
    day: str
    texts: str
    """The fields of `SHOWN`, as JSON."""
    field: str
    line: str
    weight: int

    @property
    def shown(self) -> dict[str, Any]:
        """What an answer shows of the record, as it is written."""
        found: dict[str, Any] = json.loads(self.texts)
        return found


def page_of(name: str, path: str, tree: Mapping[str, Any]) -> Page:
    """Return the words of a record's tree."""
    named, found = lines_of(tree)
    lines, fields = "\n".join(found), "\n".join(named)
    if fields.count("\n") != lines.count("\n"):  # the key of a hand may have a line break
        fields = "\n".join([" ".join(field.split()) for field in named])
    shown = json.dumps({key: tree.get(key) for key in SHOWN}, ensure_ascii=False)
    title, day = (str(tree.get(key) or "") for key in ("title", "date"))
    return Page(name, path, title, day, shown, _bytes(fold(lines)), _bytes(lines), _bytes(fields))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def search(words: Sequence[str], pages: Iterable[Page], place: Callable[[Hit], Any]) -> list[Hit]:
    """Return the records in which all words stand, those that match in weightier fields first, then newest first.

    Those of one weight and day come in the order of their `place`.
    """
    wanted = wanted_in(words)
    if len(wanted) == 1:
        found = list(_with_word(wanted[0], pages))
    else:
        found = [hit for page in pages if (hit := _with_words(wanted, page)) is not None] if wanted else []
    return sorted(sorted(found, key=place), key=lambda hit: (hit.weight, hit.day), reverse=True)


def wanted_in(words: Sequence[str]) -> list[bytes]:
    """Return the single words that are looked for, folded as pages are."""
    return [_bytes(fold(word)) for phrase in words for word in phrase.split()]


def fold(text: str) -> str:
    """Return the text with widths, compositions and capitals folded, so that equal words are equal."""
    for wide, narrow in WIDE_MARKS:
        text = text.replace(wide, narrow)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.casefold()


def _with_word(word: bytes, pages: Iterable[Page]) -> Iterator[Hit]:
    """Yield the first line of each page that has the word: no later one weighs more."""
    for name, path, title, day, shown, folded, lines, fields in pages:
        found = folded.find(word)
        if found >= 0:
            place = folded.count(b"\n", 0, found)
            field, weight = _named(fields.split(b"\n", place + 1)[place])
            line = lines.split(b"\n", place + 1)[place].decode("utf-8", "surrogatepass")
            yield Hit(name, path, title, day, shown, field, line, weight)


def _with_words(wanted: Sequence[bytes], page: Page) -> Hit | None:
    """Return the line that weighs most by its field and the number of words in it; of equal ones the first."""
    if not all(word in page.folded for word in wanted):
        return None
    fields = page.fields.split(b"\n")
    best, weight = 0, 0
    for place, folded in enumerate(page.folded.split(b"\n")):
        found = sum([word in folded for word in wanted])
        if found and (heavier := found * _named(fields[place])[1]) > weight:
            best, weight = place, heavier
    field, _weight = _named(fields[best])
    line = page.lines.split(b"\n", best + 1)[best].decode("utf-8", "surrogatepass")
    return Hit(page.id, page.path, page.title, page.day, page.shown, field, line, weight)


@cache
def _named(field: bytes) -> tuple[str, int]:
    """Return a dotted field as text, and how much a match in it says."""
    text = field.decode("utf-8", "surrogatepass")
    return text, WEIGHTS.get(text.partition(".")[0], 1)


def lines_of(tree: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the fields and the lines of every text of a record, the weightiest fields first; as many of both."""
    fields: list[str] = []
    lines: list[str] = []
    for key in sorted(tree, key=_lightness):
        if key not in UNSEARCHED:
            _gather(key, tree[key], fields, lines)
    if not _are_smooth(lines):
        pairs = [
            (field, part)
            for field, line in zip(fields, lines, strict=True)
            for text in line.splitlines()
            if (part := text.strip())
        ]
        return [field for field, _line in pairs], [line for _field, line in pairs]
    return fields, lines


def _lightness(key: str) -> int:
    return -WEIGHTS.get(key, 1)


def _are_smooth(lines: Sequence[str]) -> bool:
    """Whether each text is one line without blanks around it; what else could part lines is not printable."""
    text = "\n".join(lines)
    return (
        text.count("\n") < max(len(lines), 1)
        and text.replace("\n", "").isprintable()
        and " \n" not in text
        and "\n " not in text
        and text == text.strip()
    )


def _gather(field: str, value: Any, fields: list[str], lines: list[str]) -> None:
    """Add the texts of a value; most are texts in mappings, which are spared a call."""
    if isinstance(value, dict):
        for key, one in value.items():
            if type(one) is str:
                if one:
                    fields.append(f"{field}.{key}")
                    lines.append(one)
            elif one is not None:
                _gather(f"{field}.{key}", one, fields, lines)
    elif isinstance(value, list):
        for one in value:
            _gather(field, one, fields, lines)
    elif isinstance(value, str) and value:
        fields.append(field)
        lines.append(value)
