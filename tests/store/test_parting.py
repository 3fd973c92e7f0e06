"""Parts hold every thing once, and keep together what shares a name."""

from hypothesis import given
from hypothesis import strategies as st

from commcoord.store.parting import names_in, parted

named = st.dictionaries(st.integers(0, 60), st.frozensets(st.integers(0, 12), max_size=3), max_size=40)


@given(named, st.integers(1, 12))
def test_every_thing_lies_in_one_part_and_in_order(things, most):
    parts = parted(things, most)
    order = list(things)

    assert sorted(one for part in parts for one in part) == sorted(things)
    assert all(0 < len(part) <= most for part in parts)
    assert all(part == sorted(part, key=order.index) for part in parts)


@given(named)
def test_what_shares_a_name_lies_together_where_there_is_room(things):
    place = {one: number for number, part in enumerate(parted(things, 40)) for one in part}

    assert all(
        place[one] == place[other] for one in things for other in things if things[one] & things[other]
    )


def test_a_long_chain_is_cut_in_its_order():
    assert parted({number: {number, number + 1} for number in range(7)}, 3) == [[0, 1, 2], [3, 4, 5], [6]]


def test_a_longer_chain_lies_in_a_part_of_its_own_where_it_may():
    chain: dict[object, set[object]] = {number: {number, number + 1} for number in range(7)}

    assert parted(chain | {"else": {"else"}}, 3, 7) == [["else"], [0, 1, 2, 3, 4, 5, 6]]
    assert parted(chain, 3, 5) == [[5, 6], [0, 1, 2, 3, 4]]


def test_small_groups_share_a_part():
    parts = parted({number: {number // 2} for number in range(40)}, 10)

    assert [len(part) for part in parts] == [10, 10, 10, 10]


def test_names_are_ids_of_records_and_series():
    text = (
        b"kind: minutes\nid: minutes-20231020-7qk2\nscenario: cross-department\ndate: 2023-10-20\n"
        b"links: [plan-20231013-m4x9]\nseries: \xe5\x91\xa8\xe4\xbe\x8b\xe4\xbc\x9a\r\nplace: docs/2023-10-20.pdf\n"
    )

    assert names_in(text) == {
        b"-20231020-7qk2",
        b"-20231013-m4x9",
        b"\nseries: \xe5\x91\xa8\xe4\xbe\x8b\xe4\xbc\x9a",
    }
    assert names_in(b"title: series:\nseries:\nseries: # none\n") == set()
