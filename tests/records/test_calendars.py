"""Working days: China's with make-up workdays, other countries', a company's own, and unknown years."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from holidays import list_supported_countries
from hypothesis import given
from hypothesis import strategies as st

from commcoord.errors import UsageError
from commcoord.records import calendars
from commcoord.records.calendars import UnknownYearError, calendar_for, remembered
from commcoord.records.countries import COUNTRIES
from commcoord.records.values import parse_calendar

CHINA = calendar_for("CN")
PLAIN = calendar_for("none")


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2023-09-29", False),  # Mid-Autumn and National Day: 29 September to 6 October
        ("2023-10-06", False),
        ("2023-10-07", True),  # a Saturday and a Sunday that make up for it
        ("2023-10-08", True),
        ("2023-10-14", False),
        ("2024-02-04", True),  # Spring Festival: 10 to 17 February
        ("2024-02-16", False),
        ("2025-01-26", True),
        ("2026-01-04", True),
    ],
)
def test_china_works_as_the_state_council_says(day, works):
    assert CHINA.is_workday(date.fromisoformat(day)) is works


def test_working_days_are_counted_over_holidays():
    assert CHINA.add_workdays(date(2023, 9, 28), 3) == date(2023, 10, 9)
    assert CHINA.add_workdays(date(2023, 10, 9), -3) == date(2023, 9, 28)
    assert CHINA.add_workdays(date(2023, 10, 1), 0) == date(2023, 10, 1)
    assert CHINA.workdays_between(date(2023, 9, 28), date(2023, 10, 9)) == 3
    assert CHINA.workdays_between(date(2023, 10, 9), date(2023, 9, 28)) == -3


def test_a_companys_own_days_go_first():
    own = calendar_for("CN", holidays=[date(2023, 10, 20)], workdays=[date(2023, 10, 21)])
    assert not own.is_workday(date(2023, 10, 20))
    assert own.is_workday(date(2023, 10, 21))


def test_other_countries():
    assert not calendar_for("US").is_workday(date(2023, 7, 4))
    assert calendar_for("de").is_workday(date(2023, 7, 4))
    assert not calendar_for("AE").is_workday(date(2023, 10, 21))


def test_the_countries_are_those_that_the_library_knows():
    assert set(list_supported_countries()) == COUNTRIES
    with pytest.raises(ValueError, match="ISO country code"):
        parse_calendar("XX")


def test_no_calendar_is_monday_to_friday():
    assert PLAIN.is_workday(date(2023, 10, 2))
    assert not PLAIN.is_workday(date(2023, 10, 7))
    assert PLAIN.known(9999)


def test_an_unknown_year_is_said():
    assert not CHINA.known(2050)
    with pytest.raises(UnknownYearError, match="2050"):
        CHINA.is_workday(date(2050, 1, 4))


@pytest.mark.parametrize("code", ["CN", "US", "none"])
def test_remembered_working_days_are_those_of_the_country(code):
    kept = remembered(code, [2023, 2024, 2050])
    own = {"holidays": [date(2023, 10, 23)], "workdays": [date(2024, 10, 5)]}
    asked, plain = calendar_for(code, **own, remembered=kept), calendar_for(code, **own)
    days = [date(2022, 12, 30) + timedelta(days=1) * number for number in range(800)]

    assert [asked.is_workday(day) for day in days] == [plain.is_workday(day) for day in days]
    assert ("2050" in kept) == plain.known(2050)
    assert asked.unknown_years(days[0], date(2051, 1, 1)) == plain.unknown_years(days[0], date(2051, 1, 1))


def test_what_is_remembered_need_not_be_looked_up(monkeypatch):
    kept = remembered("CN", [2023])
    monkeypatch.setattr(calendars, "_china_works", None)
    calendars._country.cache_clear()
    try:
        asked = calendar_for("CN", remembered=kept)
        assert not asked.is_workday(date(2023, 10, 2))
        assert asked.is_workday(date(2023, 10, 7))
    finally:
        calendars._country.cache_clear()


def test_a_country_that_moves_working_days_is_known_as_far_as_its_tables_go():
    assert calendar_for("HU").known(2024)
    assert not calendar_for("HU").known(2050)
    assert calendar_for("US").known(2050)


def test_a_guess_is_monday_to_friday_and_says_for_which_years():
    guessing = calendar_for("CN", holidays=[date(2050, 1, 5)]).guessing()
    assert guessing.is_workday(date(2050, 1, 4))
    assert not guessing.is_workday(date(2050, 1, 5))
    assert not guessing.is_workday(date(2050, 1, 8))
    assert guessing.unknown_years(date(2023, 12, 30), date(2024, 1, 3)) == []
    assert guessing.unknown_years(date(2049, 12, 30), date(2050, 1, 3)) == [2049, 2050]


def test_a_country_without_a_calendar_is_wrong_use():
    with pytest.raises(UsageError, match="XX"):
        calendar_for("XX")


def test_an_absurd_count_is_refused():
    with pytest.raises(OverflowError):
        PLAIN.add_workdays(date(2023, 1, 1), 10**9)


DAYS = st.dates(date(2018, 1, 1), date(2025, 12, 1))


@given(DAYS, st.integers(1, 60).filter(bool))
def test_adding_and_counting_agree(day, count):
    later = CHINA.guessing().add_workdays(day, count)
    assert CHINA.guessing().workdays_between(day, later) == count
    assert CHINA.guessing().is_workday(later)


def test_nothing_is_imported_before_it_is_asked():
    asked = "import sys; from commcoord.records.calendars import calendar_for as c; c('none').add_workdays(__import__('datetime').date(2023,1,1), 3); print('holidays' in sys.modules or 'chinese_calendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
