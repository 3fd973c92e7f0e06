"""A paper as it was found, whatever program wrote it: words, and tables of words, in their order."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a cell; `strong` where all of it is bold."""

    text: str
    strong: bool = False


Cell = list[Part]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph outside of tables; `level` is a heading's, 0 for what is none; a `bullet` had a mark."""

    text: str
    strong: bool = False
    level: int = 0
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; a cell that continues the one above or to its left is empty."""

    rows: list[list[Cell]]


Block = Words | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, or one sheet of a workbook, with the name that it goes by."""

    name: str
    blocks: Sequence[Block]


def text_of(cell: Cell) -> str:
    """Return a cell's text, a line a paragraph."""
    return "\n".join(part.text for part in cell).strip()


def cell_of(text: str) -> Cell:
    """Return a text as a cell; a line that begins with ■ is strong, as our own workbooks have it."""
    lines = [line.strip() for line in text.splitlines()]
    return [Part(line.removeprefix("■").strip(), line.startswith("■")) for line in lines if line]
