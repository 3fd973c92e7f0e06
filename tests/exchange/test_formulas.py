"""No text of a record becomes a formula in a spreadsheet, and every text comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.exchange.formulas import MARKS, guarded, unguarded

TEXTS = st.text() | st.builds(str.__add__, st.sampled_from(["", " ", "'", "''", *MARKS]), st.text())


@pytest.mark.parametrize("mark", MARKS)
def test_a_formula_is_kept_from_being_one(mark):
    assert guarded(f"{mark}cmd|' /C calc'!A0") == f"'{mark}cmd|' /C calc'!A0"
    assert guarded(f"  {mark}1") == f"'  {mark}1"


def test_other_texts_stay_as_they_are():
    assert [guarded(text) for text in ("17万元", "a=b", "'s", "")] == ["17万元", "a=b", "'s", ""]


@given(TEXTS)
def test_what_was_guarded_comes_back(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip(" ").startswith(MARKS)
