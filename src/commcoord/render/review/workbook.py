"""The report in Excel for those who recalculate: a sheet a table, real numbers and dates, no formulas."""

import re
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from commcoord.console import safe
from commcoord.extras import needed
from commcoord.language.messages import _
from commcoord.language.widths import width as width_of
from commcoord.render.cells import fitting
from commcoord.render.review.definitions import definitions
from commcoord.render.review.document import sections, subtitle_of, title_of
from commcoord.render.review.table import Column, table

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Cell, Table

LONGEST_NAME = 31  # characters of a sheet's name
WIDEST = 60  # columns of text
_UNFIT = re.compile(r"[\[\]:*?/\\']")
_FORMATS = {
    "percent": "0.0%",
    "points": "+0.0%;-0.0%;0%",
    "change": "+0;-0;0",
    "date": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm",
    "hours": "0.0",
    "days": "0.0",
    "number": "0",
}


def workbook(answer: "Answer", organisation: str | None) -> bytes:
    """Return the report as a workbook, the same bytes for the same answer.

    Texts are written as texts, whatever they begin with. Raises ImpossibleError without the extra `office`, or
    where a text is longer than a cell holds.
    """
    with needed("xlsxwriter"):
        import xlsxwriter
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "remove_timezone": True})
    title = title_of(answer, organisation)
    book.set_properties({"title": safe(title), "created": datetime.fromisoformat(answer["as_of"])})
    formats = {
        kind: book.add_format({"num_format": form, "valign": "top"}) for kind, form in _FORMATS.items()
    }
    formats["text"] = book.add_format({"text_wrap": True, "valign": "top"})
    formats["head"] = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for one, name in _named(_tables(answer, title)):
        _write(book.add_worksheet(name), one, formats)
    book.close()
    return target.getvalue()


def _tables(answer: "Answer", title: str) -> Iterable["Table"]:
    columns = [Column(title), Column("")]
    meanings = [[one["name"], one["text"]] for one in definitions()]
    yield table("definitions", _("About"), columns, [[subtitle_of(answer), None], *meanings])
    for section in sections(answer):
        yield from (one for one in section.tables if one.rows)


def _named(tables: Iterable["Table"]) -> Iterable[tuple["Table", str]]:
    """Give every table a name that a sheet may have and no other has."""
    taken: set[str] = set()
    for one in tables:
        name = _UNFIT.sub(" ", safe(one.title))[:LONGEST_NAME].strip() or one.name
        number = 2
        while name.casefold() in taken:
            name = f"{name[: LONGEST_NAME - 4].strip()} ({number})"
            number += 1
        taken.add(name.casefold())
        yield one, name


def _write(sheet: Any, one: "Table", formats: dict[str, Any]) -> None:
    for place, column in enumerate(one.columns):
        sheet.write_string(0, place, safe(column.title), formats["head"])
        shown = [column.title, *(row[place].text for row in one.rows)]
        widest = max(width_of(line) for text in shown for line in text.splitlines() or [""])
        sheet.set_column(place, place, min(max(widest + 2, 8), WIDEST))
    for number, row in enumerate(one.rows, start=1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, formats, f"{one.title}, {one.columns[place].title}")
    sheet.freeze_panes(1, 1)
    if one.rows:
        sheet.autofilter(0, 0, len(one.rows), len(one.columns) - 1)


def _write_cell(sheet: Any, row: int, place: int, cell: "Cell", formats: dict[str, Any], what: str) -> None:
    if cell.value is None or cell.value == "":
        return
    if cell.kind in ("date", "time"):
        sheet.write_datetime(row, place, datetime.fromisoformat(cell.value), formats[cell.kind])
    elif cell.kind in formats and cell.kind != "text":
        sheet.write_number(row, place, cell.value, formats[cell.kind])
    else:
        sheet.write_string(row, place, fitting(safe(cell.value), what), formats["text"])
