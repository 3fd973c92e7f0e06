"""What the latest day of a text spares, and that it spares nothing else."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.records.days_named import UNKNOWN, latest_day, latest_day_until
from commcoord.records.source import Source
from commcoord.workspace import Workspace

COMPANY = Path(__file__).parents[2] / "examples" / "appliance-maker"


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        (b"date: 2023-10-20\nlog:\n- on: '2023-11-02 09:00 +0800'\n", "2023-11-02"),
        (b"id: plan-20231020-m4x9\ntitle: 12023-10-201\n", "2023-10-20"),
        (b"title: 10-20\n", ""),
        (b'on: "2023-1\\x30-20"\n', UNKNOWN),
    ],
)
def test_the_latest_day_of_a_text_is_found_wherever_it_stands(text: bytes, latest: str) -> None:
    assert latest_day(text) == latest


def test_days_to_come_and_days_that_no_calendar_has_are_passed_over() -> None:
    text = b"2023-10-20, 2023-12-01, 2023-10-99"
    assert latest_day_until(text, date(2023, 11, 1)) == date(2023, 10, 20)
    assert latest_day_until(b"\\", date(2023, 11, 1)) == date(2023, 11, 1)
    assert latest_day_until(text, date(2023, 1, 1)) is None


@settings(deadline=None, max_examples=40)
@given(hours=st.integers(0, 24 * 300), offset=st.integers(-23, 23))
def test_a_record_that_names_no_later_day_stood_as_it_stands(hours: int, offset: int) -> None:
    now = datetime(2023, 3, 1, tzinfo=timezone(timedelta(hours=offset))) + timedelta(hours=hours)
    view = Workspace.open(COMPANY, now.astimezone).view
    slowly = view.but(sources=[undated(one) for one in view.sources])
    assert view.now.astimezone(UTC) == now
    assert [one.record for one in view.replayed.sources] == [one.record for one in slowly.replayed.sources]


def undated(source):
    """Return a source of whose days nobody knows anything."""
    return Source(source.path, source.tree, source.record, source.wrong)
