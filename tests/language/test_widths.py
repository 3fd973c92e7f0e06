"""Columns on a terminal, and where a line may break."""

from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.widths import padded, width, wrapped

MIXED = st.text(alphabet="ab 会议，。（）：“”-é", max_size=60)


def test_a_wide_character_takes_two_columns_and_a_combining_one_none():
    assert width("会议 ok") == 7
    assert width("e\u0301") == 1
    assert width("：") == 2


def test_padding_counts_columns():
    assert padded("文字", 6) + "|" == "文字  |"


def test_chinese_breaks_between_characters_and_english_between_words():
    assert wrapped("在三天内答复客户 within three days", 12) == ["在三天内答复", "客户 within", "three days"]


def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket():
    assert wrapped("定下渠道。", 8) == ["定下渠", "道。"]
    assert wrapped("定渠道（预算）", 8) == ["定渠道", "（预算）"]
    assert wrapped("写“谁：什么”。", 8) == ["写“谁：", "什么”。"]
    assert wrapped("部门、客户、供应商", 8) == ["部门、客", "户、供应", "商"]


@given(MIXED, st.integers(4, 20))
def test_nothing_is_lost_and_no_line_that_can_be_broken_is_too_wide(text, columns):
    lines = wrapped(text, columns)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns or " " not in line for line in lines)
