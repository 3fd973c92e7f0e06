"""Search in the words of records: a plain scan over folded text, exact for one Chinese character as for a sentence."""

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from commcoord.records.shapes import SHAPES
from commcoord.records.vocabulary import KINDS

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
    """The words of one file, a line each, those of the weightiest fields first."""

    id: str
    path: str
    title: str
    day: str
    """As it is written; empty where it is not."""
    shown: str
    """The fields of `SHOWN`, as JSON."""
    fields: list[str]
    """The dotted field of each line."""
    lines: list[str]


class Hit(NamedTuple):
    """A record that has all the words, its best matching line and that line's field."""

    id: str
    path: str
    title: str
    day: str
    texts: bytes
    """The fields of `SHOWN`, as JSON in UTF-8."""
    field: str
    line: str
    weight: int

    @property
    def shown(self) -> dict[str, Any]:
        """What an answer shows of the record, as it is written."""
        found: dict[str, Any] = json.loads(_text(self.texts))
        return found


def page_of(name: str, path: str, tree: Mapping[str, Any]) -> Page:
    """Return the words of a record's tree."""
    fields, lines = lines_of(tree)
    shown = json.dumps({key: tree.get(key) for key in SHOWN}, ensure_ascii=False)
    title, day = (str(tree.get(key) or "") for key in ("title", "date"))
    return Page(name, path, title, day, shown, fields, lines)


# ── pages as they are kept ─────────────────────────────────────────────────────────────────────────

PART, VALUE = b"\x1f", b"\x1e"
"""What parts the parts of a page, and the values of a part.

None of them is in a text that can be read as YAML, and none begins or goes on within a character in UTF-8.
"""
ODD = dict.fromkeys((0x1E, 0x1F), " ")
FIRST, OTHER = 0x20, 0xFF
"""The byte that stands for the first field that records may have, and the one for any other; no mark is between."""


class Shelf(NamedTuple):
    """The pages of many files behind each other, so that one look goes through all of them."""

    words: bytes
    """Their folded lines."""
    pages: bytes
    """All else of them."""
    ends: Sequence[int]
    """Where the words of each end."""
    ends_of_pages: Sequence[int]


def kept(page: Page) -> tuple[bytes, bytes]:
    """Return the folded lines of a page and all else of it, in UTF-8, as a shelf has them.

    What is written in a line is kept beside it only where folding has changed that.
    """
    lines = "\n".join(page.lines)
    if any(
        chr(mark) in lines for mark in ODD
    ):  # hardly ever, and to translate takes longer than all the rest
        lines = lines.translate(ODD)
    folded, written = fold(lines), ""
    if folded != lines:
        pairs = zip(folded.split("\n"), lines.split("\n"), strict=True)
        written = "\n".join(["" if found == line else line for found, line in pairs])
    codes, others = _coded(page.fields)
    parts = [
        VALUE.join(map(_held, page[:4])),
        _bytes(page.shown),
        codes,
        others,
        _bytes(written),
    ]
    return _bytes(f"{folded}\n"), PART.join(parts)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")


def _held(text: str) -> bytes:
    """Return a text without marks: as it is, else as JSON."""
    plain = text.isprintable() and '"' not in text
    return _bytes(text if plain else json.dumps(text, ensure_ascii=False))


def _values(content: bytes) -> list[str]:
    """Return the values of a part, each as it was held."""
    values = _text(content).split(VALUE.decode())
    if b'"' in content:
        return [json.loads(one) if one.startswith('"') else one for one in values]
    return values


def _coded(fields: Sequence[str]) -> tuple[bytes, bytes]:
    """Return a byte for each field, and those that no record may have but a file has."""
    codes = _codes()
    others = [one for one in fields if one not in codes]
    smooth = [one if one.isprintable() else " ".join(one.translate(ODD).split()) for one in others]
    return bytes([codes.get(one, OTHER) for one in fields]), VALUE.join(map(_bytes, smooth))


def _field_at(place: int, codes: bytes, others: bytes) -> tuple[str, int]:
    """Return the field of a line by its place, and how much a match in it says about a record."""
    code = codes[place]
    if code != OTHER:
        return _known()[code - FIRST]
    return _weighed(_text(others.split(VALUE)[codes.count(OTHER, 0, place)]))


@cache
def _codes() -> dict[str, int]:
    return {field: FIRST + place for place, (field, _weight) in enumerate(_known())}


@cache
def _known() -> list[tuple[str, int]]:
    """Return the fields that records may have, in the order of their bytes, with their weights."""
    found = {field for kind in KINDS for field in _fields_of(kind.capitalize())}
    return [_weighed(field) for field in sorted(found)]


def _fields_of(shape: str) -> Iterator[str]:
    for name, form, known in SHAPES[shape]:
        field = name.rstrip("_")
        yield from (f"{field}.{one}" for one in _fields_of(str(known))) if "part" in form else (field,)


def _weighed(field: str) -> tuple[str, int]:
    return field, WEIGHTS.get(field.partition(".")[0], 1)


# ── looking for words ──────────────────────────────────────────────────────────────────────────────


def search(words: Sequence[str], shelves: Iterable[Shelf], place: Callable[[Hit], Any]) -> list[Hit]:
    """Return the records in which all words stand, those that match in weightier fields first, then newest first.

    Those of one weight and day come in the order of their `place`. Raises ValueError for what are no shelves.
    """
    wanted = wanted_in(words)
    if not wanted:
        return []
    look = _with_word if len(wanted) == 1 else _with_words
    found = [hit for shelf in shelves for hit in look(wanted, shelf)]
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


def _with_word(wanted: Sequence[bytes], shelf: Shelf) -> Iterator[Hit]:
    """Yield the first line of each page that has the word: no later one weighs more."""
    words = shelf.words
    for found, begins, _ends, page in _pages_with(wanted[0], shelf):
        first = max(words.rfind(b"\n", begins, found) + 1, begins)
        line = words[first : words.find(b"\n", found)]
        yield _hit(page, words.count(b"\n", begins, found), line, 1)


def _with_words(wanted: Sequence[bytes], shelf: Shelf) -> Iterator[Hit]:
    """Yield the line of each page with all words that weighs most by its field and the number of words in it.

    Of equal ones it is the first.
    """
    for _found, begins, ends, page in _pages_with(wanted[0], shelf):
        text = shelf.words[begins : ends - 1]
        if all(word in text for word in wanted):
            lines, (_head, _shown, codes, others, _written) = text.split(b"\n"), page.split(PART)
            counts = [sum([word in line for word in wanted]) for line in lines]
            weights = [count * _field_at(place, codes, others)[1] for place, count in enumerate(counts)]
            place = weights.index(max(weights))
            yield _hit(page, place, lines[place], counts[place])


def _pages_with(word: bytes, shelf: Shelf) -> Iterator[tuple[int, int, int, bytes]]:
    """Yield where a word stands first in the words of each page, where these begin and end, and all else of the page.

    Raises IndexError where that is no shelf.
    """
    words, pages, ends, ends_of_pages = shelf
    found = words.find(word)
    while found >= 0:
        number = bisect_right(ends, found)
        begins, page = (ends[number - 1], ends_of_pages[number - 1]) if number else (0, 0)
        yield found, begins, ends[number], pages[page : ends_of_pages[number]]
        found = words.find(word, ends[number])


def _hit(page: bytes, place: int, folded: bytes, words: int) -> Hit:
    """Return what was found in a line of a page by the line's place; ValueError where that is no page."""
    head, shown, codes, others, written = page.split(PART)
    name, path, title, day = _values(head)
    field, weight = _field_at(place, codes, others)
    line = (written and written.split(b"\n", place + 1)[place]) or folded
    return Hit(name, path, title, day, shown, field, _text(line), words * weight)


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
        above = f"{field}."
        for key, one in value.items():
            if type(one) is str:
                if one:
                    fields.append(above + key)
                    lines.append(one)
            elif one is not None:
                _gather(above + key, one, fields, lines)
    elif isinstance(value, list):
        for one in value:
            _gather(field, one, fields, lines)
    elif isinstance(value, str) and value:
        fields.append(field)
        lines.append(value)
