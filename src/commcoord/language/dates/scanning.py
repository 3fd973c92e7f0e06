"""Finds the date phrases of a text in one pass: at each likely first character, the longest that reads."""

import re
from collections import defaultdict
from collections.abc import Iterator

from commcoord.language.dates import days, ends, numeric, spans, starts, vague, weeks, workdays, written
from commcoord.language.dates.neighbours import with_neighbour
from commcoord.language.dates.reading import Asked, Family, Kind, Reading

_FAMILIES = [
    family
    for room in (vague, weeks, days, spans, starts, ends, workdays, written, numeric)
    for family in room.FAMILIES
]


def _by_first_character() -> dict[str, list[Family]]:
    table: dict[str, list[Family]] = defaultdict(list)
    for family in _FAMILIES:
        for char in family.begins:
            table[char].append(family)
    return dict(table)


_TABLE = _by_first_character()
_LATIN = "".join(sorted(char for char in _TABLE if char.isascii()))
_NUMERALS = "〇零一二两三四五六七八九十百廿卅"
_HAN = "".join(sorted(char for char in _TABLE if not char.isascii() and char not in _NUMERALS))
_MAY_BEGIN = re.compile(  # it begins with one character of a few, which is sought many times as fast
    f"[{_HAN}{_NUMERALS}{_LATIN}](?:(?<=[{_HAN}])|(?<=[{_NUMERALS}])(?<![{_NUMERALS}第].)"
    f"|(?<=[{_LATIN}])(?<![0-9a-z_./:#@+-].)|(?<=[日号0-9][-~][0-9])(?=[0-9]?[日号]))",
    re.DOTALL,
)
_RANGE = re.compile(" ?(?:至|到|-|~|、|和|及|或) ?")
_FIGURES = frozenset(f"0123456789{_NUMERALS}")


def may_begin(text: str) -> bool:
    """Whether a date phrase may begin somewhere in a folded text."""
    return _MAY_BEGIN.search(text) is not None


def readings(asked: Asked) -> Iterator[tuple[int, Reading]]:
    """Yield where each phrase starts and what it means, from left to right; phrases never overlap."""
    place, last = 0, None
    while likely := _MAY_BEGIN.search(asked.text, place):
        start = likely.start()
        reading = _longest(_counted_on(asked, last, start), start)
        if reading is None:
            place = start + 1
            continue
        last = with_neighbour(asked, start, reading, _longest)
        yield start, last
        place = last.end


def _counted_on(asked: Asked, last: Reading | None, start: int) -> Asked:
    """In 10月27日至29日, the second day is counted from the first."""
    if last is None or last.kind is not Kind.ABSOLUTE or last.day is None:
        return asked
    if asked.text[start] in _FIGURES and _RANGE.fullmatch(asked.text, last.end, start):
        return asked._replace(today=last.day)
    return asked


def _longest(asked: Asked, start: int) -> Reading | None:
    best = None
    text = asked.text
    for family in _TABLE.get(text[start : start + 1], ()):
        for sign in family.signs:
            if sign in text:
                break
        else:
            if family.signs:
                continue
        found = family.pattern.match(text, start)
        if found and (best is None or found.end() > best.end):
            best = _read(family, found, asked) or best
    return best


def _read(family: Family, found: re.Match[str], asked: Asked) -> Reading | None:
    try:
        return family.read(found, asked)
    except (ValueError, OverflowError):
        return None  # 2023-02-30: no such day
