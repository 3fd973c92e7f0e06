"""Pictures are well-formed, tell their numbers in words, and let no text out of its place."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language import messages
from commcoord.render.charts.bars import bars
from commcoord.render.charts.columns import columns
from commcoord.render.charts.lines import lines
from commcoord.render.charts.spans import spans
from commcoord.render.charts.svg import top_of

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&\x1b物流延迟"

PICTURES = {
    "columns": lambda name: columns(name, [name, "b"], [(name, "c1", [3, 0]), ("y", "c2", [1, 2])]),
    "bars": lambda name: bars(name, [(name, [(3, name, "c1"), (0, "0", "c0")])], [(name, "c1")]),
    "spans": lambda name: spans(name, [(name, [(1.5, "c1"), (4.0, "c2")], name)], [(name, "c1")], name),
    "lines": lambda name: lines(name, [name, "b"], [(name, "c1", [0.5, None])]),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_well_formed_whatever_it_says(kind):
    root = ET.fromstring(PICTURES[kind](HOSTILE).svg)  # noqa: S314  of our own making

    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "text", "line", "polyline", "circle"}
    shown = {key for element in root.iter() for key in element.attrib}
    assert not {key for key in shown if key.startswith("on") or key in ("href", "style")}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_has_its_title_and_its_numbers_in_words(kind):
    root = ET.fromstring(PICTURES[kind]("Channels").svg)  # noqa: S314

    assert root.attrib["role"] == "img"
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text == "Channels"
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {told.attrib['id']}"
    assert "Channels" in told.text


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_told_in_chinese_type(kind):
    messages.use("zh-Hans")
    root = ET.fromstring(PICTURES[kind]("渠道").svg)  # noqa: S314

    told = [one.text for one in root.iter() if one.tag in (f"{SVG}title", f"{SVG}desc")]
    assert "：" in "".join(told)
    assert not [one for one in told if ": " in one or ", " in one or "; " in one]


@pytest.mark.parametrize("kind", PICTURES)
def test_the_same_picture_is_the_same_text(kind):
    assert PICTURES[kind]("x") == PICTURES[kind]("x")


@pytest.mark.parametrize(
    "picture", [columns("t", [], []), bars("t", []), spans("t", [], [], "d"), lines("t", [], [])]
)
def test_nothing_to_show_is_no_fault(picture):
    assert ET.fromstring(picture.svg).tag == f"{SVG}svg"  # noqa: S314


@given(st.lists(st.integers(0, 10**6), max_size=5))
def test_the_end_of_an_axis_is_round_and_high_enough(values):
    top = top_of(values)

    assert top >= max(values, default=0)
    assert str(top).strip("0") in ("1", "2", "3", "5")
    assert top == 1 or top < 5 * max(values)
