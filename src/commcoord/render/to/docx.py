"""A form as the offices have it in Word: built in code, so that no text of a record is ever template code."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.extras import needed
from commcoord.render.form import Table

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.shared import Length

    from commcoord.render.composing import Composed
    from commcoord.render.form import Form, Row

SHARES = {
    "what": 6.2, "topic": 9.0, "owner": 3.2, "lead": 4.0, "due": 3.0, "minutes": 2.6, "status": 3.2, "risk": 3.0
}  # fmt: skip
"""How wide the columns of a table are, compared with one another."""

LONGEST_PROPERTY = 255  # characters of what a file says of itself


def rendered(found: "Composed", company: Path | None = None) -> bytes:
    """Return the document's bytes; raises ImpossibleError where the extra `office` is not installed."""
    _ = company  # the form is built in code; a company's Word template would be run as code
    with needed("python-docx"):
        from commcoord.render import word
    form = found.form
    document = word.paper(form.language)
    word.title(document, form.heading, form.organisation, form.language)
    _write(document, form.rows, form)
    if form.besides:
        word.heading(document, form.besides_heading, form.language)
        _write(document, form.besides, form)
    _describe(document, found)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _describe(document: "Paper", found: "Composed") -> None:
    """Say in the file's properties what it is; the library's own are of 2013."""
    about = document.core_properties
    about.title, about.identifier = found.form.title[:LONGEST_PROPERTY], found.form.id
    about.author, about.comments = found.form.organisation[:LONGEST_PROPERTY], ""
    about.language = found.form.language
    about.created = about.modified = found.view.now


def _write(document: "Paper", rows: list["Row"], form: "Form") -> None:
    """Write rows that belong together as one table of two columns, and each table under a heading."""
    from commcoord.render import word

    for tabular, group in groupby(rows, lambda row: row.table is not None):
        listed = list(group)
        if not tabular:
            if document.tables and document.element.body[-2].tag.endswith("tbl"):
                document.add_paragraph()
            _write_brief(document, listed)
            continue
        for row in listed:
            word.heading(document, row.heading, form.language)
            _write_table(document, row.table or Table([], [], []))


def _write_brief(document: "Paper", rows: list["Row"]) -> None:
    from commcoord.render import word

    grid = word.grid(document, len(rows), (word.HEADINGS, word.CONTENT))
    for row, line in zip(rows, grid.rows, strict=True):
        word.shaded(line.cells[0], row.heading)
        _write_content(line.cells[1], row)


def _write_content(cell: Any, row: "Row") -> None:
    from commcoord.render import word

    for line in row.lines:
        word.paragraph(cell, line.text, line.id)
    for one in row.discussion:
        word.paragraph(cell, " — ".join(filter(None, (one.topic or "—", one.outcome))), bold=True)
        if one.notes:
            word.paragraph(cell, one.notes)


def _write_table(document: "Paper", table: Table) -> None:
    from commcoord.render import word

    grid = word.grid(document, 1 + max(len(table.entries), 1), list(_widths(table, word.WIDTH)))
    word.repeated(grid.rows[0])
    for cell, column in zip(grid.rows[0].cells, table.columns, strict=True):
        word.shaded(cell, column)
    for entry, line in zip(table.entries, list(grid.rows)[1:], strict=False):
        for name, text, cell in zip(table.names, entry.cells, line.cells, strict=True):
            word.paragraph(cell, text, entry.id if name == "what" else "")


def _widths(table: Table, whole: "Length") -> Iterator["Length"]:
    from docx.shared import Emu

    shares = [SHARES[name] for name in table.names]
    yield from (Emu(int(whole * share / sum(shares))) for share in shares)
