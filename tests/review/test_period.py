"""Which days a review is about."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.errors import UsageError
from commcoord.review.period import period_called, quarter_ended_last, quarters_up_to


@pytest.mark.parametrize(
    ("text", "first", "last", "before"),
    [
        ("2023Q4", "2023-10-01", "2023-12-31", "2023Q3"),
        ("2024q1", "2024-01-01", "2024-03-31", "2023Q4"),
        (" 2023-Q2 ", "2023-04-01", "2023-06-30", "2023Q1"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-01"),
        ("2023-01", "2023-01-01", "2023-01-31", "2022-12"),
        ("2023", "2023-01-01", "2023-12-31", "2022"),
        ("2023-10-01..2023-11-15", "2023-10-01", "2023-11-15", "2023-08-16..2023-09-30"),
        ("2023-10-01 .. 2023-10-01", "2023-10-01", "2023-10-01", "2023-09-30..2023-09-30"),
    ],
)
def test_a_period_has_its_days_and_one_before(text, first, last, before):
    period = period_called(text)

    assert (str(period.first), str(period.last), period.before.label) == (first, last, before)
    assert period.before.after == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023Q5",
        "2023-13",
        "2023-1",
        "Q4",
        "2023-11-15..2023-10-01",
        "2023-02-30..2023-03-01",
        "last",
        "0001",
        "0000Q1",
    ],
)
def test_what_is_no_period_is_refused_with_its_text(text):
    with pytest.raises(UsageError) as refused:
        period_called(text)

    assert text in str(refused.value)


@pytest.mark.parametrize(
    ("today", "label"), [("2023-12-31", "2023Q3"), ("2024-01-01", "2023Q4"), ("2024-05-20", "2024Q1")]
)
def test_the_quarter_that_ended_last(today, label):
    assert quarter_ended_last(date.fromisoformat(today)).label == label


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_quarters_follow_one_another_without_a_gap(day, count):
    quarters = quarters_up_to(day, count)

    assert len(quarters) == count
    assert day in quarters[-1]
    for earlier, later in pairwise(quarters):
        assert (later.first - earlier.last).days == 1
        assert later.before == earlier
