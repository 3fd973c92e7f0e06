"""A form as a sheet of Excel, for offices that keep theirs so; every text is written as text, never as a formula."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.console import safe
from commcoord.extras import needed
from commcoord.render.form import Line

if TYPE_CHECKING:
    from commcoord.render.composing import Composed
    from commcoord.render.form import Row

LONGEST_NAME = 31  # characters of a sheet's name
WIDTHS = (18, 34, 20, 16, 18, 20)  # characters: the headings, and the columns of the widest table
Cells = tuple[str, list[str]]
"""How a row of the sheet looks, and its texts."""


def rendered(found: "Composed", company: Path | None = None) -> bytes:
    """Return the workbook's bytes; raises ImpossibleError where the extra `office` is not installed."""
    _ = company  # a sheet has no template
    with needed("xlsxwriter"):
        import xlsxwriter
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": safe(found.form.title), "created": found.view.now.replace(tzinfo=None)})
    sheet = book.add_worksheet(found.form.heading[:LONGEST_NAME])
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    looks = {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "label": book.add_format(
            {"bold": True, "border": 1, "bg_color": "#EFF2F5", "valign": "top", "text_wrap": True}
        ),
        "text": book.add_format({"border": 1, "valign": "top", "text_wrap": True}),
    }
    sheet.write_string(0, 0, safe(found.form.heading), looks["title"])
    for place, (look, texts) in enumerate(_cells(found), 2):
        if look == "pair":
            sheet.merge_range(place, 1, place, len(WIDTHS) - 1, "", looks["text"])
            sheet.set_row(place, 16 * (1 + texts[1].count("\n") + len(texts[1]) // 60))
        for column, text in enumerate(texts):
            sheet.write_string(
                place, column, safe(text), looks["label" if look == "label" or not column else "text"]
            )
    book.close()
    return target.getvalue()


def _cells(found: "Composed") -> Iterator[Cells]:
    for row in found.form.rows:
        yield from _row(row)
    if found.form.besides:
        yield "label", [found.form.besides_heading]
    for row in found.form.besides:
        yield from _row(row)


def _row(row: "Row") -> Iterator[Cells]:
    if row.table:
        yield "label", [row.heading, *row.table.columns]
        for entry in row.table.entries:
            cells = [
                _numbered(Line(text, entry.id if name == "what" else ""))
                for name, text in zip(row.table.names, entry.cells, strict=True)
            ]
            yield "text", ["", *cells]
        return
    lines = [_numbered(line) for line in row.lines]
    for one in row.discussion:
        # The square tells a topic from its notes, for readers and for `import`.
        lines += filter(None, [f"■ {' — '.join(filter(None, (one.topic or '—', one.outcome)))}", one.notes])
    yield "pair", [row.heading, "\n".join(lines)]


def _numbered(line: Line) -> str:
    return f"{line.text} {line.id}".strip()
