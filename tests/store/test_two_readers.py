"""The fast and the exact reader of YAML say the same of every text, or the fast one hands it over."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commcoord.store import yaml_reading
from commcoord.store.yamltext import NotYaml, read, read_tree
from tests.store.readers import exact, fast
from tests.store.yaml_styles import documents

SUITE = json.loads((Path(__file__).parent / "yaml-test-suite" / "cases.json").read_text("utf-8"))
EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS = [path.read_text("utf-8") for path in sorted((EXAMPLES / "appliance-maker").glob("**/*.yaml"))]


def as_it_is(text: str) -> str:
    return text


def in_a_field(text: str) -> str:
    return "field:\n" + "".join(f"  {line}" for line in text.splitlines(keepends=True))


def in_a_list(text: str) -> str:
    first, *rest = text.splitlines(keepends=True) or [""]
    return f"list:\n- x\n- {first}" + "".join(f"  {line}" for line in rest)


def with_windows_breaks(text: str) -> str:
    return re.sub(r"(?<!\r)\n", "\r\n", text)


@pytest.mark.parametrize("placed", [as_it_is, in_a_field, in_a_list, with_windows_breaks])
@pytest.mark.parametrize("name", SUITE)
def test_they_agree_on_the_yaml_test_suite(name, placed):
    content = placed(SUITE[name]["yaml"]).encode()

    assert fast(content) == exact(content)


LENIENT = {
    "9C9N": "lines of a list in brackets that stand under their key: the list is clear all the same",
    "DK95-01": "a tab before a line of a text in quotes: it is no part of the text",
    "QB6E": "lines of a text in quotes that stand under their key: the text is clear all the same",
}
"""What is no YAML to the letter, and is read."""


@pytest.mark.parametrize("name", [name for name, case in SUITE.items() if "events" not in case])
def test_what_is_no_yaml_is_refused(name):
    content = SUITE[name]["yaml"].encode()
    if name in LENIENT:
        assert read(content).tree == read_tree(content)
    else:
        with pytest.raises(NotYaml):
            read(content)


def told(events: str) -> object:
    """Return the one mapping that the suite's events tell of, as a record would hold it; None where it is no record."""
    lines = iter(events.splitlines())
    if [next(lines), next(lines)[:5]] != ["+STR", " +DOC"]:
        return None
    try:
        found = node(next(lines).lstrip(" "), lines)
    except LookupError:
        return None
    return found if isinstance(found, dict) and len(list(lines)) == 2 else None


ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\", "\\b": "\b", "\\r": "\r"}


def node(line: str, lines: Iterator[str]) -> object:
    """Return a value from its event on; raises LookupError for what no record may hold."""
    kind, rest = line[:4], line[4:].lstrip(" ")
    if kind == "=VAL" and rest[0] in ":'\"|>":
        text = re.sub(r"\\.", lambda escape: ESCAPES[escape[0]], line[6:])
        return None if rest[0] == ":" and text in ("", "~", "null") else text
    if rest not in ("", "{}", "[]") or kind not in ("+MAP", "+SEQ"):
        raise LookupError(line)
    items: list[object] = []
    while not (inner := next(lines).lstrip(" ")).startswith(f"-{kind[1:]}"):
        items.append(node(inner, lines))
    if kind == "+SEQ":
        return items
    if not all(isinstance(key, str) for key in items[::2]):
        raise LookupError(line)
    return dict(zip(items[::2], items[1::2], strict=True))


TOLD = {
    name: found
    for name, case in SUITE.items()
    if (found := told(case.get("events", "+STR\n+DOC"))) is not None
}
REFUSED = {
    **dict.fromkeys(
        ("5WE3", "652Z", "7W2P", "A2M4", "GH63", "JTV5", "RR7F", "S9E8", "X8DW"), "key must be a text"
    ),
    **dict.fromkeys(("DK95-00", "DK95-03", "DK95-04", "DK95-05", "NB6Z", "Q5MG", "UV7Q", "6HB6"), "tab"),
    **dict.fromkeys(("4MUZ-00", "4MUZ-01", "4MUZ-02", "5MUD", "K3WX", "VJP3-01"), "missing here"),
    **dict.fromkeys(("DC7X", "J3BT"), "put it in quotes"),
    "4ABK": "colon ends a text",
    "G4RS": "U\\+0008",
}
"""What is YAML and a mapping, and yet no record may be: each is refused with these words."""


@pytest.mark.parametrize("name", TOLD)
def test_what_is_read_is_what_the_suite_says(name):
    content = SUITE[name]["yaml"].encode()
    if name in REFUSED:
        with pytest.raises(NotYaml, match=REFUSED[name]):
            read(content)
    else:
        assert read(content).tree == TOLD[name]


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(documents())
def test_they_agree_on_yaml_in_any_style(text):
    assert fast(text.encode()) == exact(text.encode())


@pytest.mark.slow
@settings(max_examples=20_000, suppress_health_check=list(HealthCheck))
@given(documents())
def test_they_agree_on_yaml_in_any_style_at_length(text):
    assert fast(text.encode()) == exact(text.encode())


@st.composite
def mistyped(draw) -> str:
    """Draw a record of the example company with some slips of the hand."""
    text = draw(st.sampled_from(RECORDS))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text)))
        typed_in = draw(st.text("\n\n  ::--,,[]{}#'\"|>&*!?\\\t%@`~<=a1中：_.+0", max_size=3))
        text = text[:place] + typed_in + text[place + draw(st.sampled_from([0, 0, 1, 2, 12, 40])) :]
    return text


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(mistyped())
def test_they_agree_on_records_with_slips_of_the_hand(text):
    assert fast(text.encode()) == exact(text.encode())


@pytest.mark.slow
@settings(max_examples=20_000, suppress_health_check=list(HealthCheck))
@given(mistyped())
def test_they_agree_on_records_with_slips_of_the_hand_at_length(text):
    assert fast(text.encode()) == exact(text.encode())


def test_the_fast_reader_seldom_hands_a_record_over(monkeypatch):
    """Else all that is said above would be said of one reader."""
    pytest.importorskip("yaml_rs")
    handed_over = []

    def noted(content: bytes) -> yaml_reading.Document:
        handed_over.append(content)
        return read(content)

    monkeypatch.setattr(yaml_reading, "read", noted)
    for record in RECORDS:
        assert read_tree(record.encode())

    assert len(RECORDS) > 80
    assert len(handed_over) < len(RECORDS) / 10
