"""Search in the words of records: a plain scan over folded text, exact for one Chinese character as for a sentence."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from commcoord.records.pages import (
    FIRST,
    OTHER,
    PART,
    VALUE,
    bytes_of,
    fold,
    known_fields,
    text_of,
    values_of,
    weighed,
)


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
        found: dict[str, Any] = json.loads(text_of(self.texts))
        return found


class Shelf(NamedTuple):
    """The pages of many files behind each other, so that one look goes through all of them."""

    words: bytes
    """Their folded lines."""
    pages: bytes
    """All else of them."""
    ends: Sequence[int]
    """Where the words of each end."""
    ends_of_pages: Sequence[int]


def _field_at(place: int, codes: bytes, others: bytes) -> tuple[str, int]:
    """Return the field of a line by its place, and how much a match in it says about a record."""
    code = codes[place]
    if code != OTHER:
        return known_fields()[code - FIRST]
    return weighed(text_of(others.split(VALUE)[codes.count(OTHER, 0, place)]))


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
    return [bytes_of(fold(word)) for phrase in words for word in phrase.split()]


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
    name, path, title, day = values_of(head)
    field, weight = _field_at(place, codes, others)
    line = (written and written.split(b"\n", place + 1)[place]) or folded
    return Hit(name, path, title, day, shown, field, text_of(line), words * weight)
