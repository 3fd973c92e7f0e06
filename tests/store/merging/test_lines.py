import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.store.merging.lines import merged_lines


def lines(text):
    return "".join(f"{line}\n" for line in text.split())


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a b c", "a b c", "a X c", "a X c"),  # one side changed
        ("a b c", "X b c", "a b Y", "X b Y"),  # different lines
        ("a b", "a b X", "a b Y", "a b X Y"),  # both add at the end, ours first
        ("a b", "a b X Y", "a b Y", "a b X Y"),  # one has what the other has
        ("a b c", "a c", "a b c d", "a c d"),  # a deletion and an addition
        ("a b c", "a X c", "a X c", "a X c"),  # the same change
        ("", "X", "Y", "X Y"),  # both made the file
    ],
)
def test_changes_of_different_lines_both_hold(base, ours, theirs, merged):
    assert merged_lines(lines(base), lines(ours), lines(theirs)) == (lines(merged), True)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a b c", "a X c", "a b Y", "a X Y"),
        ("a b", "a b X", "a Y", "a Y X"),
        ("a b", "a b X", "a b X Y", "a b X Y"),
        ("a b", "a X Y", "a X b", "a X Y"),
    ],
)
def test_neighbours_are_a_disagreement_unless_they_may(base, ours, theirs, merged):
    texts = (lines(base), lines(ours), lines(theirs))

    assert merged_lines(*texts, neighbours=True) == (lines(merged), True)


def test_where_both_changed_a_line_ours_stands_and_it_is_said():
    assert merged_lines("a\nb\n", "a\nX\n", "a\nY\n") == ("a\nX\n", False)


texts = st.lists(st.sampled_from("abcd"), max_size=7).map(lambda found: lines(" ".join(found)))


@given(texts, texts)
def test_what_one_side_alone_changed_stands_as_it_wrote_it(base, side):
    assert merged_lines(base, side, base) == (side, True)
    assert merged_lines(base, base, side) == (side, True)
    assert merged_lines(base, side, side) == (side, True)


@given(texts, texts, texts)
def test_settled_is_the_same_both_ways_round(base, ours, theirs):
    assert merged_lines(base, ours, theirs).settled == merged_lines(base, theirs, ours).settled
