"""How wide a text stands on a terminal, and where a line of mixed Chinese and English may break."""

import re
from unicodedata import category, east_asian_width

# What stays together: a word, or one wide character; with the brackets and quotes before and the punctuation behind it.
TOGETHER = r"(\s*)([（《「『【〔“‘]*(?:[^\s\u2e80-\uffff]+|[\u2e80-\uffff])[，。、；：！？）》」』】〕”’…]*)"


class _Widths(dict[str, int]):
    """The columns of each character, looked up once: a table of a company has few different ones."""

    def __missing__(self, character: str) -> int:
        combining = category(character) in ("Mn", "Me", "Cf")
        self[character] = found = 0 if combining else 2 if east_asian_width(character) in "WF" else 1
        return found


_WIDTHS = _Widths()


def width(text: str) -> int:
    """Return the columns that a text takes on a terminal: a wide character two, a combining one none."""
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


def padded(text: str, columns: int) -> str:
    """Return the text with spaces behind it up to that many columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Return one paragraph as lines of at most that many columns; only what cannot be broken is wider."""
    lines = [""]
    for gap, word in re.findall(TOGETHER, text.strip()):
        longer = f"{lines[-1]} {word}" if gap else lines[-1] + word
        if lines[-1] and width(longer) > columns:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
