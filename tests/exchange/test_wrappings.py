"""All words of a Word document are read, whatever they are wrapped in; what was struck out is not."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from commcoord.exchange.papers import text_of
from commcoord.exchange.reading import papers_in

PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTENTS = (
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>MERGEFIELD 客户</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
CONTROL = "<w:sdt><w:sdtPr><w:alias w:val='控件'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def run(text):
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(inside):
    return f"<w:p>{inside}</w:p>"


def read(tmp_path, *body):
    """The blocks of a document with that markup in its body."""
    document = docx.Document()
    last = document.element.body[-1]
    for markup in body:
        last.addprevious(parse_xml(markup.replace(">", f" {nsdecls('w')}>", 1)))
    document.save(str(tmp_path / "x.docx"))
    (paper,) = papers_in(tmp_path / "x.docx")
    return paper.blocks


@pytest.mark.parametrize(
    ("wrapping", "text"),
    [
        ("<w:ins w:id='1' w:author='张'>{}</w:ins>", "预算170万元"),
        ("<w:moveTo w:id='1' w:author='张'>{}</w:moveTo>", "预算170万元"),
        (CONTROL, "预算170万元"),
        (CONTROL.format("<w:ins w:id='1' w:author='張'>{}</w:ins>"), "预算170万元"),
        ("<w:smartTag w:uri='u' w:element='chsdate'><w:smartTagPr/>{}</w:smartTag>", "预算170万元"),
        ("<w:customXml w:element='a'>{}</w:customXml>", "预算170万元"),
        ("<w:fldSimple w:instr='MERGEFIELD 客户'>{}</w:fldSimple>", "预算170万元"),
        (FIELD, "预算170万元"),
        ("<w:hyperlink><w:ins w:id='1' w:author='张'>{}</w:ins></w:hyperlink>", "预算170万元"),
        ("<w:del w:id='1' w:author='张'>{}</w:del>", "预算0万元"),
        ("<w:moveFrom w:id='1' w:author='张'>{}</w:moveFrom>", "预算0万元"),
        (PROMPT, "预算0万元"),
    ],
)
def test_words_within_a_paragraph(tmp_path, wrapping, text):
    inside = run("预算") + wrapping.format(run("17")) + run("0万元")
    words, grid = read(
        tmp_path,
        paragraph(inside),
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{paragraph(inside)}</w:tc></w:tr></w:tbl>",
    )

    assert words.text == text
    assert [[text_of(cell) for cell in row] for row in grid.rows] == [[text]]


def test_paragraphs_and_tables_within_controls(tmp_path):
    cells = f"<w:tc>{CONTROL.format(paragraph(run('張偉')))}<w:p/></w:tc>" + CONTROL.format(
        f"<w:tc>{paragraph(run('李娜'))}</w:tc>"
    )
    rows = CONTROL.format(f"<w:tr>{cells}</w:tr>")
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    words, grid = read(
        tmp_path, CONTROL.format(CONTROL.format(paragraph(run("周例会")))), CONTROL.format(table)
    )

    assert words.text == "周例会"
    assert [[text_of(cell) for cell in row] for row in grid.rows] == [["張偉", "李娜"]]


@pytest.mark.parametrize("control", [PROMPT, CONTENTS])
def test_a_control_that_says_nothing_of_its_own(tmp_path, control):
    blocks = read(tmp_path, control.format(paragraph(run("单击此处输入文字"))), paragraph(run("周例会")))

    assert [block.text for block in blocks] == ["周例会"]


def test_words_that_were_inserted_in_bold_are_strong(tmp_path):
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>预算</w:t></w:r>"
    (words,) = read(tmp_path, paragraph(f"<w:ins w:id='1' w:author='张'>{bold}</w:ins>"))

    assert words.strong
