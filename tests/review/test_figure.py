"""A figure knows its records, a tree of figures is asked by dotted names."""

import pytest

from commcoord.review.figure import Figure, Ref, changes, count, counts_by, found_at, keys_of, plain, rate

A, B = Ref("plan-a"), Ref("minutes-b", "a-1234")
TREE = {
    "by": {"ABC. Ltd": count([A]), "": count([A, B])},
    "rate": rate(count([A]), count([A]), count([B])),
    "rows": [{"record": "x"}],
}


def test_a_rate_stands_on_all_that_it_is_a_part_of():
    assert TREE["rate"] == Figure(0.5, (A, B))
    assert rate(count([A]), count([A]), count([B, B])).value == 0.3333
    assert rate(count([]), count([])) == Figure(None)


def test_a_tree_is_plain_in_json():
    assert plain(TREE) == {"by": {"ABC. Ltd": 1, "": 2}, "rate": 0.5, "rows": [{"record": "x"}]}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("by.ABC. Ltd", count([A])),
        ("by.", count([A, B])),
        ("rate", TREE["rate"]),
        ("by.x", None),
        ("rate.x", None),
    ],
)
def test_a_dotted_key_finds_its_figure(key, value):
    assert found_at(TREE, key) == value


def test_all_keys_of_a_tree_can_be_asked():
    assert keys_of(TREE) == ["by.ABC. Ltd", "by.", "rate"]
    assert all(isinstance(found_at(TREE, key), Figure) for key in keys_of(TREE))


def test_the_most_frequent_name_comes_first_and_a_name_counts_once():
    found = counts_by(["ab", "b", "bb"], lambda text: text, Ref)

    assert list(found) == ["b", "a"]
    assert found["b"].refs == (Ref("ab"), Ref("b"), Ref("bb"))


def test_changes_compare_what_can_be_compared():
    before = {"by": {"gone": count([A])}, "rate": Figure(0.25)}

    assert changes(TREE, before) == {"by.ABC. Ltd": 1, "by.": 2, "rate": 0.25, "by.gone": -1}
    assert changes(TREE, {})["rate"] is None
    assert changes({"rate": Figure(None)}, {"rate": Figure(None)}) == {"rate": None}
