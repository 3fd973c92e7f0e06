"""A form as a sheet of Excel, for offices that keep theirs so; every text is written as text, never as a formula."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.console import safe
from commcoord.extras import needed
from commcoord.render.cells import LINE_HEIGHT, fitting, height_of, spread
from commcoord.render.form import Line

if TYPE_CHECKING:
    from commcoord.render.composing import Composed
    from commcoord.render.form import Row

LONGEST_NAME = 31  # characters of a sheet's name
WIDTHS = (18, 34, 20, 16, 18, 20)  # characters: the headings, and the columns of the widest table
COLUMNS = 100  # of text that stand in a line beside a heading, over all columns but the first
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
    place = 2
    for look, texts in _cells(found):
        if look == "pair":
            place += _write_pair(sheet, place, texts, looks)
        else:
            _write_row(sheet, place, look, texts, looks)
            place += 1
    book.close()
    return target.getvalue()


def _write_pair(sheet: Any, first: int, texts: list[str], looks: dict[str, Any]) -> int:
    """Write a heading and the texts beside it, one below the other; return how many rows it took."""
    heading, *beside = texts
    for place, text in enumerate(beside, first):
        sheet.merge_range(place, 1, place, len(WIDTHS) - 1, "", looks["text"])
        sheet.write_string(place, 1, safe(text), looks["text"])
        sheet.set_row(place, LINE_HEIGHT * (1 + height_of(text.split("\n"), COLUMNS)))
    if len(beside) > 1:
        sheet.merge_range(first, 0, first + len(beside) - 1, 0, "", looks["label"])
    sheet.write_string(first, 0, safe(heading), looks["label"])
    return len(beside)


def _write_row(sheet: Any, place: int, look: str, texts: list[str], looks: dict[str, Any]) -> None:
    for column, text in enumerate(texts):
        sheet.write_string(place, column, text, looks["label" if look == "label" or not column else "text"])


def _cells(found: "Composed") -> Iterator[Cells]:
    for row in found.form.rows:
        yield from _row(row, found.form.id)
    if found.form.besides:
        yield "label", [found.form.besides_heading]
    for row in found.form.besides:
        yield from _row(row, found.form.id)


def _row(row: "Row", name: str) -> Iterator[Cells]:
    if row.table:
        yield "label", [row.heading, *row.table.columns]
        for entry in row.table.entries:
            cells = [
                _numbered(Line(text, entry.id if name == "what" else ""))
                for name, text in zip(row.table.names, entry.cells, strict=True)
            ]
            what = f"{entry.id or name} {row.heading}"
            yield "text", ["", *(fitting(safe(one), what) for one in cells)]
        return
    texts = spread(map(_numbered, row.lines), COLUMNS) if row.lines or not row.discussion else []
    for one in row.discussion:
        # The square tells a topic from its notes, for readers and for `import`.
        topic = f"■ {' — '.join(filter(None, (one.topic or '—', one.outcome)))}"
        texts += spread(filter(None, (topic, one.notes)), COLUMNS)
    yield "pair", [row.heading, *texts]


def _numbered(line: Line) -> str:
    return f"{line.text} {line.id}".strip()
