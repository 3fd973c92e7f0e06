"""What the merge promises, over generated pairs of branches of one record (tests/store/merging/hands.py)."""

import pytest

from commcoord.store.merging.conflicts import sides_of
from commcoord.store.merging.trees import disagreements, merged
from commcoord.store.merging.writing import merged_texts
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_reading import read
from tests.store.merging.hands import SHARED, base_text, pair

BASE = base_text()
PAIRS = 40
"""Here, to be quick; 1,000 under `make test-slow`."""


def texts_of(hands):
    return tuple(hand.text(BASE).encode() for hand in hands)


def in_any_order(tree):
    if isinstance(tree, dict):
        return {key: in_any_order(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return sorted((in_any_order(one) for one in tree), key=repr)
    return tree


def by_key(tree):
    return sorted(map(repr, in_any_order(tree).items()))


def check_pair(seed):
    """All promises over one pair; returns whether its merge was clean."""
    hands = pair(seed)
    ours, theirs = texts_of(hands)
    merge = merged_texts(BASE.encode(), ours, theirs)
    back = merged_texts(BASE.encode(), theirs, ours)

    for hand, own in zip(hands, (ours, theirs), strict=True):
        for word in hand.written:
            assert (word in own.decode()) <= (word in merge.text), (seed, word)
    assert merge.clean == back.clean, seed
    if merge.clean:
        left, right = (in_any_order(read_tree(one.text.encode())) for one in (merge, back))
        assert left == right, seed
        again = merged_texts(BASE.encode(), merge.text.encode(), theirs)
        assert again == merge, seed
    else:
        sides = sides_of(merge.text)
        assert read(sides.ours.encode()).tree.keys()
        assert read(sides.theirs.encode()).tree.keys()
    return merge.clean


def test_nothing_that_either_side_wrote_is_lost_and_both_ways_round_say_the_same():
    clean = [check_pair(seed) for seed in range(PAIRS)]

    assert any(clean)
    assert not all(clean)


@pytest.mark.slow
def test_a_thousand_pairs():
    assert len([check_pair(seed) for seed in range(1000)]) == 1000


def test_a_merge_is_clean_where_the_sides_touched_different_things():
    for seed in range(PAIRS):
        hands = pair(seed, apart=True)
        assert not (hands[0].touched & hands[1].touched) - SHARED
        merge = merged_texts(BASE.encode(), *texts_of(hands))
        assert merge.clean, seed
        assert "<<<<" not in merge.text


def test_disagreements_are_the_same_both_ways_round():
    for seed in range(PAIRS):
        base, ours, theirs = (read_tree(text) for text in (BASE.encode(), *texts_of(pair(seed))))
        there = {(path, one.ours, one.theirs) for path, one in said(merged(base, ours, theirs))}
        back = {(path, one.theirs, one.ours) for path, one in said(merged(base, theirs, ours))}
        assert there == back, seed


def said(tree):
    for path, one in disagreements(tree):
        yield path, one._replace(ours=repr(one.ours), theirs=repr(one.theirs))
