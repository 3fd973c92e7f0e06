"""A form in Excel: everything is there, and no row is taller than Excel can show."""

import re
from io import BytesIO

import openpyxl
import pytest

from commcoord.errors import ImpossibleError
from commcoord.render.cells import LINES, height_of, spread
from commcoord.render.to import xlsx
from tests.render.conftest import MINUTES

TALLEST = 409  # points


def with_topics(*topics):
    return re.sub(r"(?m)^topics: .*$", "topics:\n" + "\n".join(f"  - {one}" for one in topics), MINUTES)


def sheet_of(composed):
    return openpyxl.load_workbook(BytesIO(xlsx.rendered(composed))).active


def test_each_topic_has_a_row_that_excel_can_show(form):
    topics = [f"{{topic: 第{number}项, notes: {'说明' * 200}{number}}}" for number in range(200)]
    sheet = sheet_of(form(with_topics(*topics)))

    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    for number in range(200):
        assert sum(text.startswith(f"■ 第{number}项\n") for text in texts) == 1
        assert any(text.endswith(f"说明{number}") for text in texts)
    assert all((one.height or 0) <= TALLEST for one in sheet.row_dimensions.values())


def test_a_longer_line_than_a_row_can_show_is_spread_behind_sentences(form):
    sentence = "这是很长的一句话，说了又说。"
    sheet = sheet_of(form(with_topics(f"{{topic: 长, notes: {sentence * 3000}}}")))

    texts = [str(row[1].value) for row in sheet.iter_rows() if row[1].value]
    assert "".join(texts).replace("\n", "").count(sentence) == 3000
    assert all((one.height or 0) <= TALLEST for one in sheet.row_dimensions.values())


def test_an_action_that_no_cell_holds_is_refused_by_name(form):
    composed = form(MINUTES.replace("提交场地清单", "长" * 33_000))

    with pytest.raises(ImpossibleError, match=r"a-3f9k .* is longer than the 32767 characters"):
        xlsx.rendered(composed)


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        ([], [""]),
        (["a", "b"], ["a\nb"]),
        (["a"] * 30, ["\n".join(["a"] * LINES), "\n".join(["a"] * 6)]),
        (["x" * 3000], ["x" * 2400, "x" * 600]),
        (["a\n\nb"], ["a\n\nb"]),
    ],
)
def test_lines_are_spread_over_as_few_cells_as_can_show_them(lines, cells):
    assert spread(lines, 100) == cells


def test_a_wide_sign_takes_two_columns():
    assert height_of(["汉" * 51, "", "a" * 100], 100) == 2 + 1 + 1
