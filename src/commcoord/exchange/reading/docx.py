"""Papers out of Word documents: paragraphs and tables in their order, merged cells read once."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from commcoord.errors import ImpossibleError
from commcoord.exchange.containers import checked
from commcoord.exchange.papers import Grid, Paper, Part, Words
from commcoord.exchange.wrappings import unwrap
from commcoord.extras import needed
from commcoord.language.messages import Message

if TYPE_CHECKING:
    from commcoord.exchange.papers import Block, Cell

_HEADING_STYLE = re.compile(r"(?:title|标题|標題|(?:heading|标题|標題) ?([1-9]))", re.IGNORECASE)
MOST_ROWS = 5_000
DEEPEST = 3  # tables within tables


def papers(path: Path) -> list[Paper]:
    """Return the one paper of a document; raises ImpossibleError where it is none, or the extra is not installed."""
    with needed("python-docx"):
        from docx import Document
        from docx.opc.exceptions import PackageNotFoundError
    try:
        document = Document(str(checked(path)))
        unwrap(document.element.body)
        return [Paper(path.stem, list(_blocks(document, DEEPEST)))]
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, SyntaxError) as error:
        # What python-docx and lxml raise for a package that is a zip file but no document.
        raise ImpossibleError(Message("{path} is no Word document.", path=str(path))) from error


def _blocks(holder: Any, deepest: int) -> Iterator["Block"]:
    from docx.table import Table

    for element in holder.iter_inner_content():
        if isinstance(element, Table):
            yield from _table(element, deepest)
        elif element.text.strip():
            yield Words(element.text.strip(), _strong(element), _level(element), _listed(element))


def _table(table: Any, deepest: int) -> Iterator["Block"]:
    """Yield a table; one that stands in a cell comes after the row that it stands in."""
    rows: list[list[Cell]] = []
    seen: set[Any] = set()
    for row in list(table.rows)[:MOST_ROWS]:
        cells = list(row.cells)
        rows.append([_cell(cell, seen) for cell in cells])
        within = [inner for cell in _once(cells) for inner in cell.tables] if deepest else []
        if within:
            yield Grid(rows)
            rows = []
            for inner in within:
                yield from _table(inner, deepest - 1)
    yield Grid(rows)


def _once(cells: list[Any]) -> list[Any]:
    return list({cell._tc: cell for cell in cells}.values())  # noqa: SLF001  two cells are one if their element is


def _cell(cell: Any, seen: set[Any]) -> "Cell":
    """Return a cell's paragraphs; of merged cells, which share an element, only the first has any."""
    if cell._tc in seen:  # noqa: SLF001
        return []
    seen.add(cell._tc)  # noqa: SLF001
    lines = [(line.strip(), _strong(one)) for one in cell.paragraphs for line in one.text.splitlines()]
    return [Part(line, strong) for line, strong in lines if line]


def _listed(paragraph: Any) -> bool:
    """Whether Word shows a mark or number before a paragraph, which is no part of its text."""
    own = paragraph._p.pPr  # noqa: SLF001  python-docx has no other way to numbering
    style = (paragraph.style.name if paragraph.style else "") or ""
    return (own is not None and own.numPr is not None) or style.startswith("List ")


def _level(paragraph: Any) -> int:
    """Return the level of a heading's style, which Word calls `Heading 2` in every language and others 标题 2."""
    found = _HEADING_STYLE.fullmatch((paragraph.style.name if paragraph.style else "") or "")
    return int(found[1] or 1) if found else 0


def _strong(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)
