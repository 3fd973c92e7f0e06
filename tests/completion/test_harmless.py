"""What reaches a shell can do nothing there."""

import re

from hypothesis import given
from hypothesis import strategies as st

from commcoord.completion.harmless import description, is_name, is_word


@given(st.text())
def test_a_description_has_letters_digits_and_plain_punctuation_only(text):
    assert not re.search(
        r"[\x00-\x1f\x7f$`\\\"'<>|&;*?!~#{}\[\]()=%^:/\u200b-\u202f\u2066-\u2069]", description(text)
    )


@given(st.text())
def test_a_candidate_has_nothing_that_a_shell_obeys(text):
    if is_word(text) or is_name(text):
        assert not re.search(r"[$`\\\"'<>|&;*?!~#{}\[\]()=%^:/\n\t]", text)


def test_names_of_people_are_names():
    for name in ("张伟", "Grace Liu", "阿卜杜拉·买买提", "Anne-Marie"):
        assert is_name(name)
    for text in ("", " 张伟", "$(touch x)", "a;b", "-rf", "a  b", "张伟\n"):
        assert not is_name(text)
