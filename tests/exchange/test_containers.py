"""Files from elsewhere that bite are refused before anything opens them."""

import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
import xlsxwriter

from commcoord.errors import ImpossibleError
from commcoord.exchange import containers
from commcoord.exchange.reading import papers_in


def archive(path, parts):
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def refusal(path):
    with pytest.raises(ImpossibleError) as refused:
        papers_in(path)
    return refused.value.message.english


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"xl/worksheets/sheet1.xml": b" " * 30_000_000}, "it unpacks to more than any form"),
        ({f"{number}.xml": b"<a/>" for number in range(5_001)}, "it unpacks to more than any form"),
        (
            {"word/document.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
            "a document type",
        ),
        ({"word/document.xml": '<!doctype a [<!ENTITY b "c">]><a/>'.encode("utf-16")}, "a document type"),
    ],
)
def test_a_bomb_is_refused_unopened(tmp_path, ending, parts, reason):
    assert reason in refusal(archive(tmp_path / f"x.{ending}", parts))


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("content", [b"", b"no office file", b"PK\x03\x04 but then no more"])
def test_a_damaged_file_is_refused(tmp_path, ending, content):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(content)

    assert "it is damaged, or no Office file" in refusal(path)


@pytest.mark.parametrize(
    ("ending", "sentence"), [("docx", "is no Word document"), ("xlsx", "is no Excel workbook")]
)
def test_an_archive_of_something_else_is_refused(tmp_path, ending, sentence):
    assert sentence in refusal(archive(tmp_path / f"x.{ending}", {"a.txt": b"a"}))


def test_a_document_that_was_renamed_is_no_workbook(tmp_path):
    document = docx.Document()
    document.save(str(tmp_path / "x.xlsx"))

    assert "is no Excel workbook" in refusal(tmp_path / "x.xlsx")


def test_a_workbook_that_was_renamed_is_no_document(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "x.docx")) as book:
        book.add_worksheet()

    assert "is no Word document" in refusal(tmp_path / "x.docx")


@pytest.mark.parametrize("ending", ["csv", "txt", "md"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_is_read_in_the_encodings_of_offices(tmp_path, ending, encoding):
    path = tmp_path / f"x.{ending}"
    path.write_bytes("周例会與預算".encode(encoding))
    (paper,) = papers_in(path)

    (block,) = paper.blocks
    assert (block.rows[0][0][0].text if ending == "csv" else block.text) == "周例会與預算"


@pytest.mark.parametrize("ending", ["csv", "txt", "md"])
@pytest.mark.parametrize("content", [b"\xff\xff\xff", "周例会".encode("utf-16")])
def test_what_is_no_text_is_refused(tmp_path, ending, content):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(content)

    assert "is no text in UTF-8 or GB 18030" in refusal(path)


@pytest.mark.parametrize("ending", ["doc", "xls", "docx", "xlsx"])
def test_the_old_formats_are_told_what_to_do(tmp_path, ending):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(ImpossibleError) as refused:
        papers_in(path)

    assert "in the old format of Office" in refused.value.message.english
    assert refused.value.hint.english == "Open it in Word or Excel and save it as .docx or .xlsx."


def test_a_large_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(containers, "LARGEST_FILE", 1_000_000)
    path = tmp_path / "x.csv"
    path.write_text("a,b\n" * 300_000)

    assert "it is larger than 1 MB" in refusal(path)


def test_a_text_larger_than_any_record_is_not_read(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("- 提交清单\n" * 100_000, "utf-8")

    assert "it is larger than 1 MB" in refusal(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices there")
@pytest.mark.parametrize("name", ["x.md", "x.csv", "x.xlsx", "x.docx"])
def test_what_has_no_end_is_not_read_to_it(tmp_path, name):
    (tmp_path / name).symlink_to("/dev/zero")

    assert "it is larger than" in refusal(tmp_path / name)


def test_a_file_that_is_not_there_is_said(tmp_path):
    assert "No such file" in refusal(tmp_path / "x.md")


def test_rows_are_bounded(tmp_path, monkeypatch):
    import xlsxwriter

    from commcoord.exchange.reading import xlsx

    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    for row in range(20):
        sheet.write_string(row, 0, "x")
    book.close()
    (tmp_path / "x.xlsx").write_bytes(target.getvalue())
    monkeypatch.setattr(xlsx, "MOST_ROWS", 10)

    assert "more than 10 rows in a sheet" in refusal(tmp_path / "x.xlsx")


def test_a_formula_that_nobody_worked_out_comes_as_it_is_written(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["下一步计划", '="初稿"&"定稿"'])
    book.active.append(["地点", None])
    book.save(tmp_path / "x.xlsx")
    (paper,) = papers_in(tmp_path / "x.xlsx")

    rows = [[part.text for cell in row for part in cell] for row in paper.blocks[0].rows]

    assert rows == [["下一步计划", '="初稿"&"定稿"'], ["地点"]]
