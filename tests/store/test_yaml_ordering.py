"""Keys put in order: nothing is lost, and what is in order stays byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.records.outline import MODELS, fields_at
from commcoord.store.yaml_ordering import ordered
from commcoord.store.yamltext import read

RECORDS = sorted((Path(__file__).parents[2] / "examples" / "appliance-maker").glob("records/*/*/*.yaml"))


def in_order(text: str, *names: str) -> str:
    return ordered(read(text.encode()), lambda _path: names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b: 1\na: 2\n", "a: 2\nb: 1\n"),
        ("a: 1\nb: 2\n", "a: 1\nb: 2\n"),
        ("{b: 1, a: 2}\n", "{a: 2, b: 1}\n"),
        ("c: 0\nb: 1\nx: 2\na: 3\n", "a: 3\nb: 1\nx: 2\nc: 0\n"),  # what is unknown follows what it followed
        ("b: 1\r\na: 2\r\n", "a: 2\r\nb: 1\r\n"),
        ("\ufeffb: 1\na: 2\n", "\ufeffa: 2\nb: 1\n"),
        ("b: |\n  # text\n  a: text\na: 2\n", "a: 2\nb: |\n  # text\n  a: text\n"),
        ("# $schema: x\nb: 1 # one\n# two\na: 2\n", "# $schema: x\n# two\na: 2\nb: 1 # one\n"),
        (
            "c:\n- b: 1\n  a: 2\n-   b: 3\n    # four\n    a: 4\n",
            "c:\n- a: 2\n  b: 1\n-   b: 3\n    # four\n    a: 4\n",
        ),
        ("# of b?\nb: 1\na: 2\n", "# of b?\nb: 1\na: 2\n"),
        ("b: 1\na: 2", "b: 1\na: 2"),
        ("b:\na: 2\n", "a: 2\nb:\n"),
    ],
)
def test_layouts(text, expected):
    assert in_order(text, "a", "b", "c") == expected


@given(st.sampled_from(RECORDS), st.randoms())
def test_any_order_is_reached_and_nothing_is_lost(path, random):
    document = read(path.read_bytes())
    shuffled: dict[tuple, list[str]] = {}

    def order(where):
        names = fields_at(MODELS[str(document.tree["kind"])], where)
        return shuffled.setdefault(where, random.sample(names, len(names)))

    text = ordered(document, order)

    assert read(text.encode()).tree == document.tree
    assert sorted(text) == sorted(document.text)
    assert ordered(read(text.encode()), order) == text
