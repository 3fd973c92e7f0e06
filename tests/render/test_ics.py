"""A record for a calendar."""

import sys
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from commcoord.errors import ImpossibleError
from commcoord.render.to import ics
from tests.render.conftest import MINUTES, PLAN, TASK


def events(document):
    return {str(one["uid"]): one for one in Calendar.from_ical(document).walk("VEVENT")}


def test_the_meeting_stands_at_its_time(form):
    event = events(ics.rendered(form(PLAN)))["plan-20231020-m4x9@commcoord"]

    assert event["dtstart"].dt == datetime(2023, 10, 20, 6, tzinfo=UTC)
    assert event["dtend"].dt == datetime(2023, 10, 20, 7, 30, tzinfo=UTC)
    assert str(event["location"]) == "301会议室"
    assert "定下推广渠道和预算\n开场 · 5 · 张伟" in str(event["description"])
    assert str(event["status"]) == "CONFIRMED"


def test_open_deadlines_are_whole_days_and_done_ones_are_gone(form):
    found = events(ics.rendered(form(MINUTES)))

    assert set(found) == {"minutes-20231020-7qk2@commcoord", "a-7h2m-action@commcoord"}
    assert found["a-7h2m-action@commcoord"]["dtstart"].dt == date(2023, 10, 27)
    assert str(found["a-7h2m-action@commcoord"]["summary"]) == "刘洋（市场部）：交付宣传页初稿"


def test_a_task_runs_to_the_end_of_its_last_day(form):
    event = events(ics.rendered(form(TASK)))["task-20231023-n5c8@commcoord"]

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2023, 10, 23), date(2024, 1, 20))


def test_a_meeting_without_hours_takes_its_day(form):
    text = PLAN.replace("start: 2023-10-20 14:00\nend: 2023-10-20 15:30\n", "")
    event = events(ics.rendered(form(text)))["plan-20231020-m4x9@commcoord"]

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2023, 10, 20), date(2023, 10, 21))


def test_a_cancelled_meeting_is_taken_out_of_the_calendar(form):
    document = ics.rendered(form(PLAN + "cancelled: {because: 客户改期, on: 2023-10-18}\n"))

    assert str(events(document)["plan-20231020-m4x9@commcoord"]["status"]) == "CANCELLED"


def test_lines_are_folded_between_characters(form):
    document = ics.rendered(form(PLAN.replace("定下推广渠道和预算", "推广" * 60))).encode()

    assert max(len(line) for line in document.split(b"\r\n")) <= 75
    for line in document.split(b"\r\n"):
        line.decode()  # no character is cut


def test_the_same_record_gives_the_same_file(form):
    assert ics.rendered(form(MINUTES)) == ics.rendered(form(MINUTES))


def test_without_the_library_the_extra_is_named(form, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(ImpossibleError) as refused:
        ics.rendered(form(MINUTES))
    assert refused.value.hint.english == "Install it with: pip install 'commcoord[calendar]'"
