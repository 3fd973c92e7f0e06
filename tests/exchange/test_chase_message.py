"""One message to a group chat: within its bytes, whatever the records say."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from commcoord.chase.attention import Attention
from commcoord.chase.watch import Watch
from commcoord.exchange.chase_message import ROOM_FOR_THE_REST, message

NOW = datetime(2023, 12, 29, 9, 0, tzinfo=UTC)


def attention(number, what):
    watch = Watch(
        "action-overdue", "late", "minutes-20231206-f8rn", f"a-{number:04}", "周例会", what, "张伟（市场部）", "市场部",
        "routine", "commcoord done", NOW, due=date(2023, 12, 20),
    )  # fmt: skip
    return Attention(watch, -9)


@given(st.lists(st.text(max_size=80), max_size=40), st.integers(500, 4096))
def test_a_message_keeps_to_its_bytes_and_counts_what_has_no_room(texts, limit):
    found = [attention(number, what) for number, what in enumerate(texts)]

    text, told = message(found, limit)

    assert len(text.encode()) <= limit
    assert told == found[: len(told)]
    assert (f"… and {len(found) - len(told)} more" in text) == (len(told) < len(found))
    assert all(one.watch.item in text for one in told)


def test_a_message_has_room_for_its_title():
    text, _told = message([attention(number, "交付宣传页初稿") for number in range(90)], 4096)

    assert 4096 - ROOM_FOR_THE_REST - 150 < len(text.encode()) < 4096 - 100
