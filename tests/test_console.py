"""What is shown is safe, one by one or all together, and JSON is that of the standard library."""

import json

from hypothesis import given
from hypothesis import strategies as st

from commcoord.console import clipped, indented, one_line, one_lines
from commcoord.language.widths import width

TEXTS = st.text(alphabet="ab 会议，　\u00a0\u2028\u202e\n\t\x1b\x85\ud800é\u0301", max_size=12)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | TEXTS.filter(lambda text: "\ud800" not in text)
)
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=12)


@given(st.lists(TEXTS, max_size=5))
def test_texts_together_are_what_they_are_one_by_one(texts):
    assert one_lines(texts) == [one_line(text) for text in texts]


def test_what_a_terminal_would_obey_is_seen_among_others():
    assert one_lines(["plan", "a\x1b[2J", "b  c", 3]) == ["plan", "a\\x1b[2J", "b c", "3"]
    assert one_lines([]) == []
    assert one_lines(["周例会 15", ""]) == ["周例会 15", ""]


@given(TEXTS, st.integers(1, 12))
def test_a_clipped_text_is_the_longest_beginning_that_leaves_room_for_the_mark(text, columns):
    shown = clipped(text, columns)

    assert shown == text if width(text) <= columns else shown.endswith("…")
    assert width(shown) <= columns


@given(JSON)
def test_json_is_indented_as_the_library_does_it(value):
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)
