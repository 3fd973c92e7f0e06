"""Papers out of Markdown: headings, tables, lists and paragraphs as lines; enough to read back what was rendered."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.exchange.containers import LARGEST_TEXT, text_of_file
from commcoord.exchange.papers import Grid, Paper, Part, Words

if TYPE_CHECKING:
    from commcoord.exchange.papers import Block, Cell

_FRONT = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|>\s?)")
_HEADING = re.compile(r"^\s*(#{1,6})\s")
_BULLET = re.compile(r"^\s*[-*+]\s")
_STRONG = re.compile(r"\*\*(.+?)(?<!\\)\*\*(.*)")
_CODE = re.compile(r"(?<!\\)`([^`]*)`")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULER = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?")
_BREAK = re.compile(r"(?<!\\)<br */?>")


def papers(path: Path) -> list[Paper]:
    """Return the one paper of a text; raises ImpossibleError where it is none."""
    return [Paper(path.stem, list(_blocks(text_in(path).splitlines())))]


def text_in(path: Path) -> str:
    """Return the text of a file; raises ImpossibleError where it is no text."""
    return text_of_file(path, LARGEST_TEXT)


def _blocks(lines: list[str]) -> Iterator["Block"]:
    rows: list[list[Cell]] = []
    for line in [*lines, ""]:
        if line.lstrip().startswith("|"):
            if not _RULER.fullmatch(line.strip()):
                rows.append([_cell(text) for text in _cells(line.strip())])
            continue
        if rows:
            yield Grid(rows)
            rows = []
        yield from _words(line)


def _words(line: str) -> Iterator[Words]:
    bare = _FRONT.sub("", line, count=1).strip()
    strong = _STRONG.fullmatch(bare)
    heading = _HEADING.match(line)
    for text in _BREAK.split("".join(strong.groups()) if strong else bare):
        if shown := _unescaped(text):
            yield Words(shown, bool(strong), len(heading[1]) if heading else 0, bool(_BULLET.match(line)))


def _cells(line: str) -> list[str]:
    return [text.strip() for text in re.split(r"(?<!\\)\|", line)[1:-1]]


def _cell(text: str) -> "Cell":
    return [Part(shown) for one in _BREAK.split(text) if (shown := _unescaped(one))]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", _CODE.sub(r"\1", text)).strip()
