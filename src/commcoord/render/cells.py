"""What a cell of Excel can hold and a row of it can show, and how a longer text is spread over several rows."""

import re
from collections.abc import Iterable, Iterator

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.language.widths import width as width_of

LONGEST_TEXT = 32_767  # characters that a cell holds
LINES = 24  # that a row of at most 409 points can show
LINE_HEIGHT = 16  # points
_BREAKS = re.compile(r"(?<=[。！？；!?;，,])|(?<=\. )")


def fitting(text: str, what: str) -> str:
    """Return a text that fits into a cell; raises ImpossibleError, naming what it is, for a longer one."""
    if len(text) > LONGEST_TEXT:
        raise ImpossibleError(
            Message(
                "{what} is longer than the {count} characters that a cell of Excel holds.",
                what=what,
                count=LONGEST_TEXT,
            ),
            Message("Nothing was written. Choose another format."),
        )
    return text


def spread(lines: Iterable[str], columns: int) -> list[str]:
    """Return lines as the texts of as few cells as can show them, so many columns wide, one below the other.

    A line that no cell can show is broken behind a sentence.
    """
    found: list[list[str]] = [[]]
    for line in lines:
        for piece in _pieces(line, columns):
            if found[-1] and height_of([*found[-1], piece], columns) > LINES:
                found.append([])
            found[-1].append(piece)
    return ["\n".join(one) for one in found]


def height_of(lines: Iterable[str], columns: int) -> int:
    """Return how many lines a cell has to show, so many columns wide."""
    return sum(max(1, -(-width_of(line) // columns)) for line in lines)


def _pieces(text: str, columns: int) -> Iterator[str]:
    """Yield a text, line by line, in pieces that a cell can show."""
    for line in text.splitlines() or [""]:
        piece = ""
        for part in _BREAKS.split(line):
            for short in _sliced(part, LINES * columns // 2):
                if piece and height_of([piece + short], columns) > LINES:
                    yield piece.strip()
                    piece = ""
                piece += short
        yield piece.strip()


def _sliced(text: str, longest: int) -> list[str]:
    return [text[place : place + longest] for place in range(0, len(text), longest)]
