"""Papers out of Excel workbooks: a sheet a paper, read cell by cell as text; formulas give their last value."""

import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from commcoord.errors import ImpossibleError
from commcoord.exchange.containers import checked
from commcoord.exchange.papers import Grid, Paper, cell_of
from commcoord.extras import needed
from commcoord.language.messages import Message

if TYPE_CHECKING:
    from commcoord.exchange.papers import Cell

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_SHEETS = 50


def papers(path: Path) -> list[Paper]:
    """Return a paper for each sheet; raises ImpossibleError for a bad file, or where the extra is not installed."""
    with needed("openpyxl"):
        import defusedxml.ElementTree  # noqa: F401  openpyxl reads XML through it where it is there
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException
    opened = partial(openpyxl.load_workbook, checked(path), read_only=True, keep_links=False)
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # of styles, which nobody looks at here
            closing(opened(data_only=True)) as book,
            closing(opened()) as formulas,
        ):
            sheets = zip(book.worksheets[:MOST_SHEETS], formulas.worksheets, strict=False)
            return [_paper(path, sheet, written) for sheet, written in sheets]
    except (
        InvalidFileException,
        BadZipFile,
        OSError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
    ) as error:
        # What openpyxl and its parsers raise for a package that is a zip file but no workbook.
        raise ImpossibleError(Message("{path} is no Excel workbook.", path=str(path))) from error


def _paper(path: Path, sheet: Any, written: Any) -> Paper:
    sheet.reset_dimensions()  # what a file says of its size may be a lie
    written.reset_dimensions()
    rows = [row for row in _rows(path, sheet, written) if any(row)]
    return Paper(f"{path.stem} {sheet.title}", [Grid(rows)] if rows else [])


def _rows(path: Path, sheet: Any, written: Any) -> Iterator[list["Cell"]]:
    """Yield the rows; a formula whose value no program has worked out comes as it is written."""
    both = (one.iter_rows(max_col=MOST_COLUMNS, values_only=True) for one in (sheet, written))
    for place, (row, formulas) in enumerate(zip(*both, strict=False)):
        if place >= MOST_ROWS:
            raise ImpossibleError(
                Message("{path}: more than {count} rows in a sheet.", path=str(path), count=MOST_ROWS)
            )
        values = zip(row, formulas, strict=False)
        yield [cell_of(_text(formula if value is None else value)) for value, formula in values]


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
