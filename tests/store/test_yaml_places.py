"""The quick look at a place agrees with the exact reader, or says that it is unsure."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.store.yaml_places import Places, Unsure
from commcoord.store.yamltext import Document, NotYaml, read
from tests.store.layouts import RECORDS, texts
from tests.store.test_yaml_bulk import TEXTS

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(EXAMPLES.glob("appliance-maker/records/*/*/*.yaml"))


def paths(value: Any, above: tuple = ()) -> Iterator[tuple]:
    """Yield every path of a tree, and some that lead nowhere."""
    yield above
    yield (*above, "missing")
    if isinstance(value, dict | list):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(below, (*above, key))


def answers(document: Document) -> tuple[int, int]:
    """Return how many places were found and how many left to the exact reader; fails where one is another."""
    found = unsure = 0
    places = Places(document.text, document.tree)
    for path in paths(document.tree):
        for key in (False, True):
            try:
                place = places.place_of(path, key=key)
            except Unsure:
                unsure += 1
            else:
                found += 1
                assert place == document.where(path, key=key), path
    return found, unsure


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_knows_the_places_of_records_as_people_write_them(path):
    found, unsure = answers(read(path.read_bytes()))

    assert unsure <= found / 50


@given(TEXTS)
def test_it_is_never_wrong(text):
    try:
        document = read(text.encode())
    except NotYaml:
        return
    answers(document)


@given(st.data(), RECORDS)
def test_it_is_never_wrong_in_any_layout(drawn, tree):
    answers(read(drawn.draw(texts(tree)).encode()))


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x: y'  # c: d\nb:\n- c\n-   - d\n    - e\n",
        "a: {b: [x, 'y, ]', {c: \"}\"}], d: e: f}\ng: h\n",
        "a: {b: [x, 'y, ]', {c: \"}\"}], d: e:f}\ng: h\n",
        "a: |\n  b: c\n\n  # d\ne: >-\n  f\n g: h\n",
        "a: |\n  b: c\n\n  # d\ne: >-\n  f\ng:\n  - h: i\n    j: k\n",
        "a:\n  # b\n\n  c: d\n  'e f': g\n",
        "a:\n  b\n  c: d\n",
        "a: b\n  c\nd: 'e\n  f: g'\nh: i\n",
        "\ufeffa: b\r\nc:\r\n  - d\r\n  - e: f\r\n    g: h\r\n",
        "a: [b,\n  c,  # ], d\n  e]\nf: g\n",
        "a: [b c\n  d, e]\n",
        "{a: b, c: {d: e}}\n",
        "a: [b: c, d]\n",
        "a: {b: , c: d}\n",
        '"a": "b \\" c"\nd: e\n',
    ],
)
def test_layouts_that_tempt(text):
    try:
        document = read(text.encode())
    except NotYaml:
        return
    answers(document)
