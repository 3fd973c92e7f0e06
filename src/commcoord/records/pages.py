"""The words of records as a search goes through them: a line for every text, folded, the weightiest fields first."""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

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


class Page:
    """The words of one file, a line each, those of the weightiest fields first."""

    def __init__(self, heads: Sequence[str], shown: str, fields: list[str], words: str) -> None:
        self.heads = heads
        """Its id, path, title and day, as they are written; empty where they are not."""
        self.shown = shown
        """The fields of `SHOWN`, as JSON."""
        self.fields = fields
        """The dotted field of each line."""
        self.words = words
        """The lines, with line ends between them."""


def page_of(name: str, path: str, tree: Mapping[str, Any]) -> Page:
    """Return the words of a record's tree."""
    fields, words = words_of(tree)
    shown = _as_json({key: tree.get(key) for key in SHOWN})
    title, day = (str(tree.get(key) or "") for key in ("title", "date"))
    return Page((name, path, title, day), shown, fields, words)


_as_json = json.JSONEncoder(ensure_ascii=False).encode


def words_of(tree: Mapping[str, Any]) -> tuple[list[str], str]:
    """Return the fields and the lines of every text of a record, the weightiest fields first; as many of both."""
    fields: list[str] = []
    lines: list[str] = []
    for key in sorted(tree, key=_LIGHTNESS.__getitem__):
        if key not in UNSEARCHED:
            _gather(key, tree[key], fields, lines)
    words = "\n".join(lines)
    if _is_smooth(words, len(lines)):
        return fields, words
    pairs = [
        (field, part)
        for field, line in zip(fields, lines, strict=True)
        for text in line.translate(ODD).splitlines()
        if (part := text.strip())
    ]
    return [field for field, _line in pairs], "\n".join([line for _field, line in pairs])


class _Lightness(dict[str, int]):
    """By field, what sorts the weightiest first."""

    def __missing__(self, _field: str) -> int:
        return -1


_LIGHTNESS = _Lightness((field, -weight) for field, weight in WEIGHTS.items())


def _is_smooth(words: str, lines: int) -> bool:
    """Whether each text is one line without blanks around it; what else could part lines is not printable."""
    return (
        words.count("\n") < max(lines, 1)
        and words.replace("\n", "").isprintable()
        and " \n" not in words
        and "\n " not in words
        and words == words.strip()
    )


def _gather(field: str, value: Any, fields: list[str], lines: list[str]) -> None:
    """Add the texts of a value; most are texts in mappings and lists, which are spared a call."""
    if isinstance(value, dict):
        _gather_below(f"{field}.", value, fields, lines)
    elif isinstance(value, list):
        for one in value:
            if type(one) is str:
                if one:
                    fields.append(field)
                    lines.append(one)
            elif one is not None:
                _gather(field, one, fields, lines)
    elif isinstance(value, str) and value:
        fields.append(field)
        lines.append(value)


def _gather_below(above: str, value: dict[str, Any], fields: list[str], lines: list[str]) -> None:
    for key, one in value.items():
        if type(one) is str:
            if one:
                fields.append(above + key)
                lines.append(one)
        elif one is not None:
            _gather(above + key, one, fields, lines)


def fold(text: str) -> str:
    """Return the text with widths, compositions and capitals folded, so that equal words are equal."""
    for wide, narrow in WIDE_MARKS:
        text = text.replace(wide, narrow)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.casefold()


# ── pages as they are kept ─────────────────────────────────────────────────────────────────────────

PART, VALUE = b"\x1f", b"\x1e"
"""What parts the parts of a page, and the values of a part.

None of them is in a text that can be read as YAML, and none begins or goes on within a character in UTF-8.
"""
ODD = dict.fromkeys((0x1E, 0x1F), " ")
FIRST, OTHER = 0x20, 0xFF
"""The byte that stands for the first field that records may have, and the one for any other; no mark is between."""


def kept(page: Page) -> tuple[bytes, bytes]:
    """Return the folded lines of a page and all else of it, in UTF-8, as a shelf has them.

    What is written in a line is kept beside it only where folding has changed that.
    """
    folded, written = fold(page.words), ""
    if folded != page.words:
        pairs = zip(folded.split("\n"), page.words.split("\n"), strict=True)
        written = "\n".join(["" if found == line else line for found, line in pairs])
    codes, others = _coded(page.fields)
    parts = [
        VALUE.join(map(_held, page.heads)),
        bytes_of(page.shown),
        codes,
        others,
        bytes_of(written),
    ]
    return bytes_of(f"{folded}\n"), PART.join(parts)


def bytes_of(text: str) -> bytes:
    """Return a text in UTF-8, even one that cannot be encoded."""
    return text.encode("utf-8", "surrogatepass")


def text_of(content: bytes) -> str:
    """Return the text that `bytes_of` was given."""
    return content.decode("utf-8", "surrogatepass")


def _held(text: str) -> bytes:
    """Return a text without marks: as it is, else as JSON."""
    plain = text.isprintable() and '"' not in text
    return bytes_of(text if plain else json.dumps(text, ensure_ascii=False))


def values_of(content: bytes) -> list[str]:
    """Return the values of a part, each as it was held."""
    values = text_of(content).split(VALUE.decode())
    if b'"' in content:
        return [json.loads(one) if one.startswith('"') else one for one in values]
    return values


def _coded(fields: Sequence[str]) -> tuple[bytes, bytes]:
    """Return a byte for each field, and those that no record may have but a file has."""
    codes = _codes()
    coded = bytes(map(codes.__getitem__, fields))
    if OTHER not in coded:
        return coded, b""
    others = [one for one in fields if one not in codes]
    smooth = [one if one.isprintable() else " ".join(one.translate(ODD).split()) for one in others]
    return coded, VALUE.join(map(bytes_of, smooth))


class _Codes(dict[str, int]):
    """By field, the byte that stands for it."""

    def __missing__(self, _field: str) -> int:
        return OTHER


@cache
def _codes() -> _Codes:
    return _Codes((field, FIRST + place) for place, (field, _weight) in enumerate(known_fields()))


@cache
def known_fields() -> list[tuple[str, int]]:
    """Return the fields that records may have, in the order of their bytes, with their weights."""
    found = {field for kind in KINDS for field in _fields_of(kind.capitalize())}
    return [weighed(field) for field in sorted(found)]


def _fields_of(shape: str) -> Iterator[str]:
    for name, form, known in SHAPES[shape]:
        field = name.rstrip("_")
        yield from (f"{field}.{one}" for one in _fields_of(str(known))) if "part" in form else (field,)


def weighed(field: str) -> tuple[str, int]:
    """Return a field and how much a match in it says about a record."""
    return field, WEIGHTS.get(field.partition(".")[0], 1)
