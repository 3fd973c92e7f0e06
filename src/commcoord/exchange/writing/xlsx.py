"""Records and items as a workbook: a sheet each, real dates, every text written as text and never as a formula."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from commcoord.console import safe
from commcoord.extras import needed
from commcoord.language.widths import width as width_of
from commcoord.render.cells import fitting

if TYPE_CHECKING:
    from commcoord.exchange.lists import Listing, Row

WIDEST = 48  # columns of text


def written(listing: "Listing", *, items: bool) -> bytes:
    """Return a workbook with the records and their items, what was asked for first.

    Raises ImpossibleError where the extra `office` is not installed, or a text is longer than a cell holds.
    """
    with needed("xlsxwriter"):
        import xlsxwriter
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": listing.view.now.replace(tzinfo=None)})
    for of_items in (items, not items):
        name = "items" if of_items else "records"
        _write(book, name, listing.columns(items=of_items), listing.rows(items=of_items))
    book.close()
    return target.getvalue()


def _write(book: Any, name: str, columns: Sequence[str], rows: list["Row"]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, head)
        widest = max([width_of(column), *(width_of(str(row[place])) for row in rows)])
        sheet.set_column(place, place, min(widest, WIDEST) + 2)
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, place, cell, day)
            elif cell:
                sheet.write_string(line, place, fitting(safe(cell), f"{row[0] or line} {columns[place]}"))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
