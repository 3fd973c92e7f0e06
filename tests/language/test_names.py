"""How people are written, and when one field names several of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.names import Person, person, same_person, several


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张伟", Person("张伟")),
        ("张伟（市场部）", Person("张伟", "市场部")),
        ("张伟(市场部)", Person("张伟", "市场部")),
        (" 张伟 （ 市场部 ） ", Person("张伟", "市场部")),
        ("Zhang  Wei (Marketing)", Person("Zhang Wei", "Marketing")),
        ("Rene\u0301", Person("René")),
        ("张伟（）", Person("张伟")),
        ("张伟（市场部", Person("张伟（市场部")),
        ("（市场部）", None),
        ("", None),
        ("  ", None),
    ],
)
def test_a_person_is_a_name_and_perhaps_a_department(text, expected):
    assert person(text) == expected


@pytest.mark.parametrize("text", ["张伟", "张伟（市场部）", "Zhang Wei", "Zhang Wei (Marketing)"])
def test_a_person_is_written_as_read(text):
    assert str(person(text)) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张伟、李娜", ["张伟", "李娜"]),
        ("张伟，李娜", ["张伟", "李娜"]),
        ("张伟/李娜", ["张伟", "李娜"]),
        ("张伟 & 李娜", ["张伟", "李娜"]),
        ("张伟；李娜；王强", ["张伟", "李娜", "王强"]),
        ("张伟（市场部）、李娜（产品部）", ["张伟（市场部）", "李娜（产品部）"]),
        ("Zhang Wei and Li Na", ["Zhang Wei", "Li Na"]),
        ("Zhang Wei, Li Na", ["Zhang Wei", "Li Na"]),
        ("张伟和李娜", ["张伟", "李娜"]),
        ("张伟與陳靜", ["张伟", "陳靜"]),
        ("张伟和李娜和王强", ["张伟", "李娜", "王强"]),
        ("张伟（市场部）和李娜", ["张伟（市场部）", "李娜"]),
        ("张伟 李娜", ["张伟", "李娜"]),
        ("张伟等人", ["张伟", "等人"]),
    ],
)
def test_several_people_are_told_apart(text, names):
    assert several(text) == names


@pytest.mark.parametrize(
    "text",
    ["张伟", "李和平", "和平", "欧阳和静", "陈与义", "王强（销售部/市场部）", "Li Na (R&D and QA)", "N/A", "Anderson Holland",
     "研发与质量部", "产品部和市场部"],
)  # fmt: skip
def test_one_name_stays_whole(text):
    assert several(text) == [text]


def test_the_directory_decides_where_names_look_unusual():
    assert several("阿里木和卓玛") == ["阿里木和卓玛"]
    assert several("阿里木和卓玛", known={"阿里木", "卓玛"}) == ["阿里木", "卓玛"]
    assert several("张和李娜", known={"张和李娜"}) == ["张和李娜"]


def test_nobody_is_nobody():
    assert several("") == several("  ") == []


def test_a_department_left_out_agrees_with_any():
    assert same_person("张伟", "张伟（市场部）")
    assert same_person("Zhang Wei", "zhang  wei (Marketing)")
    assert not same_person("张伟（产品部）", "张伟（市场部）")
    assert not same_person("张伟", "李娜")
    assert not same_person("", "")


@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    person(text)
    assert all(name.strip() for name in several(text))
