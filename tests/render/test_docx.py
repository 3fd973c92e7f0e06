"""A form in Word: the tables of the offices, in fonts that have Chinese, and nothing that is obeyed."""

import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx as library
import pytest
from docx.oxml.ns import qn

from commcoord.errors import ImpossibleError
from commcoord.render.to import docx
from tests.render.conftest import FEEDBACK, MINUTES, PLAN, TASK
from tests.render.test_forms import HEADINGS, TRADITIONAL


def opened(composed):
    return library.Document(BytesIO(docx.rendered(composed)))


def headings(document):
    """The first column of the tables of two, and the paragraphs above the others, in the document's order."""
    found = []
    for element in document.iter_inner_content():
        if hasattr(element, "rows"):
            found += [row.cells[0].text for row in element.rows] if len(element.columns) == 2 else []
        else:
            found.append(element.text)
    return [text for text in found if text]


@pytest.mark.parametrize(
    ("kind", "text"), [("plan", PLAN), ("minutes", MINUTES), ("task", TASK), ("feedback", FEEDBACK)]
)
@pytest.mark.parametrize(("language", "known"), [("zh-Hans", HEADINGS), ("zh-Hant", TRADITIONAL)])
def test_a_document_has_the_headings_of_the_form(form, kind, text, language, known):
    found = headings(opened(form(text, language=language)))

    wanted = known[kind].split()
    assert found[1 : len(wanted) + 1] == wanted


def test_a_longer_title_than_a_property_holds_is_whole_in_the_document(form):
    composed = form(MINUTES.replace("新品推广方案对接会", "长" * 300))
    long_organisation = replace(composed, form=replace(composed.form, organisation="远航" * 200))
    document = opened(long_organisation)

    assert document.core_properties.title == "长" * 255
    assert len(document.core_properties.author) == 255
    assert "长" * 300 in document.tables[0].rows[0].cells[1].text


def test_actions_stand_in_a_table(form):
    table = next(one for one in opened(form(MINUTES)).tables if len(one.columns) == 4)

    assert [cell.text for cell in table.rows[0].cells] == ["行动项", "负责人", "截止时间", "状态"]
    assert [cell.text for cell in table.rows[1].cells][:3] == [
        "提交场地清单 a-3f9k",
        "王强（销售部）",
        "2023-10-24",
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # it stands again on every page


@pytest.mark.parametrize(("language", "font"), [("zh-Hans", "宋体"), ("zh-Hant", "新細明體"), ("en", "宋体")])
def test_chinese_has_a_font_of_its_own(form, language, font):
    style = opened(form(MINUTES, language=language)).styles["Normal"]

    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font


def test_the_paper_is_a4(form):
    section = opened(form(PLAN)).sections[0]

    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_a_text_is_shown_as_it_is(form):
    hostile = "<w:t>&amp; {{ 1 }} {% x %} =1+1"
    document = opened(form(MINUTES.replace("提交场地清单", f'"{hostile}"')))

    assert any(
        cell.text == f"{hostile} a-3f9k"
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    )


def test_a_document_links_to_nothing_outside(form):
    files = ZipFile(BytesIO(docx.rendered(form(MINUTES, PLAN))))

    assert not any(b'TargetMode="External"' in files.read(name) for name in files.namelist())


def test_without_the_library_the_extra_is_named(form, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "commcoord.render.word", raising=False)
    monkeypatch.delattr("commcoord.render.word", raising=False)

    with pytest.raises(ImpossibleError) as refused:
        docx.rendered(form(MINUTES))
    assert refused.value.hint.english == "Install it with: pip install 'commcoord[office]'"
