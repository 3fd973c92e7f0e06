from datetime import date

import pytest

from commcoord.records.clocks import first_due, last_word, open_on, progress_due
from commcoord.records.parts import Item
from commcoord.records.validating import parsed
from commcoord.store.yaml_reading import read

HEAD = """\
kind: task
id: task-20231023-n5c8
title: Launch
scenario: cross-department
step: followup
date: 2023-10-23
milestones:
"""
TASK = (
    HEAD
    + """\
  - {id: m-aaaa, what: Print the leaflet, due: 2023-11-30, status: open}
  - {id: m-bbbb, what: Install the stands, due: 2023-11-30, status: doing, log: [{on: 2023-10-26, note: six are up}]}
  - {id: m-cccc, what: Report the effect, due: 2023-12-30, status: open, after: [m-bbbb]}
  - {id: m-dddd, what: Report the costs, due: 2023-12-30, status: open, after: [m-bbbb], every: 14d}
  - {id: m-eeee, what: Deliver the parts, due: 2023-11-30, status: blocked}
  - {id: m-ffff, what: Sign the contract, due: 2023-10-30, status: done, done_on: 2023-10-30}
"""
)


def item(text):
    found, wrong = parsed(Item, read(text.encode()).tree)
    assert not wrong
    return found


def test_the_first_deadline_is_that_before_the_first_move():
    moved_twice = item("""\
due: 2023-10-30
log:
  - {on: 2023-10-24, due: {from: 2023-10-24, to: 2023-10-30}, note: shops closed}
  - {on: 2023-10-21, due: {from: 2023-10-22, to: 2023-10-24}, note: holidays}
""")

    assert first_due(moved_twice) == date(2023, 10, 22)
    assert first_due(item("due: 2023-10-30")) == date(2023, 10, 30)
    assert first_due(item("due: 2023-10-30\nlog: [{on: 2023-10-20, due: {to: 2023-10-30}}]")) == date(
        2023, 10, 30
    )
    assert first_due(item("what: nothing said")) is None


def test_the_last_word_is_the_latest_not_the_lowest():
    asked = item("log: [{on: 2023-10-26, note: b}, {on: 2023-10-24, note: a}, {on: 2023-10-30}]")

    assert last_word(asked) == date(2023, 10, 26)
    assert last_word(asked, date(2023, 10, 25)) == date(2023, 10, 24)
    assert last_word(asked, date(2023, 10, 23)) is None


@pytest.mark.parametrize(
    ("text", "still_open"),
    [
        ("status: open", True),
        ("what: not even a status", True),
        ("{status: done, done_on: 2023-10-26}", True),
        ("{status: done, done_on: 2023-10-25}", False),
        ("status: done", False),
        ("{status: cancelled, log: [{on: 2023-10-26, status: cancelled}]}", True),
        ("{status: cancelled, log: [{on: 2023-10-24, status: cancelled}]}", False),
    ],
)
def test_open_on_a_day(text, still_open):
    assert open_on(item(text), date(2023, 10, 25)) is still_open


def test_the_next_word_is_due_by_the_rhythm(seen):
    view = seen("2023-10-31 09:00", TASK)
    record = view.record("task-20231023-n5c8")

    assert {one.id: str(progress_due(record, one, view)) for one in record.items} == {
        "m-aaaa": "2023-10-30",  # nothing said since the record's day
        "m-bbbb": "2023-11-02",
        "m-cccc": "None",  # waits for another
        "m-dddd": "2023-11-06",  # waits too, but has a rhythm of its own
        "m-eeee": "None",  # blocked: something else is asked of it
        "m-ffff": "None",  # done
    }


def test_a_past_day_knows_only_what_was_said_by_then(seen):
    view = seen("2023-10-25 09:00", TASK)
    record = view.record("task-20231023-n5c8")

    assert str(progress_due(record, record.items[1], view)) == "2023-10-30"
    assert progress_due(record, record.items[5], view) is not None


CIRCLE = """\
  - {id: m-aaaa, what: Wait for itself, due: 2023-11-30, status: open, after: [m-aaaa]}
  - {id: m-bbbb, what: Wait for the third, due: 2023-11-30, status: open, after: [m-cccc]}
  - {id: m-cccc, what: Wait for the second, due: 2023-11-30, status: open, after: [m-bbbb]}
  - {id: m-dddd, what: Wait for the circle, due: 2023-11-30, status: open, after: [m-bbbb]}
"""


def test_items_that_wait_for_each_other_in_a_circle_are_asked_for(seen):
    view = seen("2023-10-25 09:00", HEAD + CIRCLE)
    record = view.record("task-20231023-n5c8")

    assert {one.id: str(progress_due(record, one, view)) for one in record.items} == {
        "m-aaaa": "2023-10-30",
        "m-bbbb": "2023-10-30",
        "m-cccc": "2023-10-30",
        "m-dddd": "None",  # waits for what is asked for
    }
