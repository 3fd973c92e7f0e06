from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.records.calendars import calendar_for
from commcoord.records.clocks import before, deadline, last_day
from commcoord.records.settings import Settings
from commcoord.records.values import Span
from commcoord.records.view import View

SHANGHAI = ZoneInfo("Asia/Shanghai")
VIEW = View((), Settings(), datetime(2023, 12, 29, 17, tzinfo=SHANGHAI), calendar_for("CN"))


def at(text):
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "span", "due"),
    [
        ("2023-10-20 15:30", "24h", "2023-10-21 15:30"),
        ("2023-10-20 15:30", "3d", "2023-10-23 15:30"),
        ("2023-10-20 15:30", "2w", "2023-11-03 15:30"),
        ("2023-10-20 15:30", "1wd", "2023-10-23 23:59:59"),  # a Friday: due at the end of Monday
        ("2023-09-28 09:00", "3wd", "2023-10-09 23:59:59"),  # 7 and 8 October were make-up workdays
        ("2023-10-20 20:30-04:00", "24h", "2023-10-22 08:30"),  # said in New York, due on Shanghai's clocks
        ("2023-10-20 20:30-04:00", "1wd", "2023-10-23 23:59:59"),  # which was Saturday in Shanghai already
    ],
)
def test_a_span_is_over(start, span, due):
    assert deadline(at(start), Span(span), VIEW) == at(due)


@pytest.mark.parametrize(
    ("start", "span", "due"),
    [
        ("2023-10-20 14:00", "24h", "2023-10-19 14:00"),
        ("2023-10-23 09:00", "1wd", "2023-10-20 23:59:59"),
        ("2023-10-09 09:00", "2wd", "2023-10-07 23:59:59"),
    ],
)
def test_something_must_have_happened_before(start, span, due):
    assert before(at(start), Span(span), VIEW) == at(due)


@pytest.mark.parametrize(
    ("span", "day"), [("3d", "2023-10-23"), ("24h", "2023-10-21"), ("1wd", "2023-10-23")]
)
def test_a_day_is_good_until_it_is_over(span, day):
    assert last_day(date(2023, 10, 20), Span(span), VIEW).isoformat() == day


def test_a_year_that_nobody_knows_is_taken_as_monday_to_friday():
    assert last_day(date(2090, 10, 6), Span("1wd"), VIEW) == date(2090, 10, 9)


@settings(deadline=None)  # thousands of working days are counted one by one
@given(
    st.datetimes(timezones=st.sampled_from([SHANGHAI, ZoneInfo("UTC"), ZoneInfo("Pacific/Auckland")])),
    st.builds(
        "{}{}".format, st.integers(0, 60) | st.integers(9000, 9999), st.sampled_from(["h", "d", "w", "wd"])
    ),
)
def test_no_time_is_too_early_or_too_late(start, span):
    """Records say 0001-01-01 and 9999-12-31, too."""
    assert deadline(start, Span(span), VIEW) >= start or start.year == 9999
    assert before(start, Span(span), VIEW).replace(tzinfo=None) <= start.replace(tzinfo=None) + timedelta(
        days=1
    )
