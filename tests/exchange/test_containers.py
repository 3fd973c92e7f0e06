"""Files from elsewhere that bite are refused before anything opens them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

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


@pytest.mark.parametrize("ending", ["doc", "xls", "docx", "xlsx"])
def test_the_old_formats_are_told_what_to_do(tmp_path, ending):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(ImpossibleError) as refused:
        papers_in(path)

    assert "in the old format of Office" in refused.value.message.english
    assert refused.value.hint.english == "Open it in Word or Excel and save it as .docx or .xlsx."


def test_a_large_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(containers, "LARGEST_FILE", 10)
    path = tmp_path / "x.csv"
    path.write_text("a,b\n" * 10)

    assert "it is larger than 20 megabytes" in refusal(path)


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
