"""How a form looks in Word: A4, the fonts of a Chinese office, tables with a shaded column of headings."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from commcoord.console import safe

FONTS = {"zh-Hans": ("宋体", "黑体"), "zh-Hant": ("新細明體", "微軟正黑體"), "en": ("宋体", "黑体")}
"""The East Asian fonts of text and of headings; without one, Word shows Chinese in whatever comes first."""

LATIN = "Calibri"
WIDTH = Cm(17)  # A4 less its margins
HEADINGS = Cm(3.4)
CONTENT = Cm(13.6)
SHADE = "EFF2F5"
FAINT = RGBColor(0x70, 0x7B, 0x88)


def paper(language: str) -> Paper:
    """Return an empty A4 document in the fonts of a language."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.size = Pt(10.5)  # the offices' 五号
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
    set_fonts(style, FONTS[language][0])
    return document


def set_fonts(styled: Any, east_asian: str) -> None:
    """Give a style or a run its fonts; python-docx knows the Latin one only."""
    styled.font.name = LATIN
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), east_asian)


def title(document: Paper, text: str, above: str, language: str) -> None:
    """Write the form's name in the middle, the organisation above it."""
    if above:
        _centred(document, above, Pt(10.5), FONTS[language][0])
    run = _centred(document, text, Pt(18), FONTS[language][1])
    run.bold = True
    document.paragraphs[-1].paragraph_format.space_after = Pt(8)


def heading(document: Paper, text: str, language: str) -> None:
    """Write a heading above a table; Word's own heading styles are blue and in a Latin font."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(12), Pt(4)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(safe(text))
    run.bold = True
    set_fonts(run, FONTS[language][1])


def grid(document: Paper, rows: int, widths: Sequence[Length]) -> Any:
    """Add a table with borders and columns of these widths."""
    table = document.add_table(rows, len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def shaded(cell: Any, text: str) -> None:
    """Write a heading into a cell, shaded."""
    mark = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        mark.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(mark)  # noqa: SLF001  python-docx has no way to shade a cell
    cell.paragraphs[0].add_run(safe(text)).bold = True


def paragraph(cell: Any, text: str, number: str = "", *, bold: bool = False) -> None:
    """Add a paragraph to a cell, with an id in small type; the empty first one is used first."""
    first = cell.paragraphs[0]
    into = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    into.add_run(safe(text)).bold = bold or None
    if number:
        run = into.add_run(f" {number}")
        run.font.size, run.font.color.rgb = Pt(8), FAINT


def repeated(row: Any) -> None:
    """Have a row of headings stand again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  nor a way to say this


def _centred(document: Paper, text: str, size: Length, font: str) -> Any:
    into = document.add_paragraph()
    into.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = into.add_run(safe(text))
    run.font.size = size
    set_fonts(run, font)
    return run
