"""A folded text has one form for each character, and every character its place."""

from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.folding import _TABLE, folded

MIXED = st.text(st.one_of(st.sampled_from([chr(code) for code in _TABLE]), st.characters()), max_size=400)


@given(MIXED)
def test_what_is_folded_is_what_the_table_says_of_each_character(text):
    assert folded(text) == "".join(chr(_TABLE.get(ord(one), ord(one))) for one in text)


def test_widths_capitals_and_traditional_characters_are_folded():
    assert folded("ＡBC，後週\t＃") == "abc,后周 #"
    assert folded("Plain\tText") == "plain text"
