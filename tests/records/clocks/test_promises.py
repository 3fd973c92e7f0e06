import pytest

from commcoord.records.clocks import complaint_clocks

COMPLAINT = """\
kind: feedback
id: feedback-20231214-c2hx
title: 热水器反复报警
scenario: customer
step: followup
date: 2023-12-14
start: 2023-12-14 17:20
"""


def clocks(seen, now, more="", settings=""):
    view = seen(now, COMPLAINT + more, settings=settings)
    return complaint_clocks(view.record("feedback-20231214-c2hx"), view)


def days(found):
    return [f"{clock.due:%m-%d}" for clock in found]


def test_one_three_and_ten_working_days(seen):
    assert days(clocks(seen, "2023-12-15 09:00")) == ["12-15", "12-19", "12-28"]


def test_what_is_due_in_hours_runs_by_the_hour(seen):
    found = clocks(seen, "2023-12-15 09:00", settings="deadlines: {acknowledge_within: 2h}")

    assert f"{found[0].due:%m-%d %H:%M}" == "12-14 19:20"


@pytest.mark.parametrize(
    ("waits", "due"),
    [
        ("[{from: 2023-12-18, to: 2023-12-19}]", ["12-15", "12-21", "01-02"]),
        ("[{from: 2023-12-16, to: 2023-12-17}]", ["12-15", "12-19", "12-28"]),  # a weekend is no gain
        (
            "[{from: 2023-12-19, to: 2023-12-20}, {from: 2023-12-18, to: 2023-12-19}]",
            ["12-15", "12-22", "01-03"],
        ),
        ("[{from: 2023-12-18}]", ["12-15", "12-22", "01-03"]),  # still waiting on the 20th
        ("[{from: 2023-12-22, to: 2023-12-25}]", ["12-15", "12-19", "12-28"]),  # nobody waits on the 20th yet
    ],
)
def test_days_of_waiting_do_not_count(seen, waits, due):
    assert days(clocks(seen, "2023-12-20 09:00", f"waits: {waits}")) == due


def test_days_of_waiting_are_added_to_hours_and_days(seen):
    found = clocks(
        seen,
        "2023-12-20 09:00",
        "waits: [{from: 2023-12-14, to: 2023-12-15}]",
        "deadlines: {answer_within: 3d}",
    )

    assert f"{found[1].due:%m-%d %H:%M}" == "12-19 00:00"  # 6:40 of the first day, and the second


def test_a_clock_stands_still_until_it_is_met(seen):
    found = clocks(
        seen,
        "2023-12-18 09:00",
        "acknowledged: {at: 2023-12-14 18:00}\nwaits: [{from: 2023-12-18, to: 2024-01-05}]",
    )

    assert [clock.standing for clock in found] == [False, True, True]


def test_kept_late_and_not_kept(seen):
    said = "acknowledged: {at: 2023-12-14 18:00}\nanswered: {at: 2023-12-20 10:00}"
    found = clocks(seen, "2023-12-27 09:00", said)

    assert [clock.late(clock.due.replace(month=12, day=27)) for clock in found] == [False, True, False]
    assert [clock.met is not None for clock in found] == [True, True, False]


def test_who_was_answered_needs_no_acknowledgement(seen):
    found = clocks(seen, "2023-12-27 09:00", "answered: {at: 2023-12-15 10:00}")

    assert [f"{clock.met:%m-%d}" if clock.met else None for clock in found] == ["12-15", "12-15", None]


def test_a_past_day_does_not_know_the_answer_yet(seen):
    found = clocks(seen, "2023-12-20 09:00", "answered: {at: 2023-12-20 10:00}")

    assert [clock.met for clock in found] == [None, None, None]
    assert [clock.late(found[0].due.replace(day=20)) for clock in found] == [True, True, False]


def test_a_wait_without_end_in_sight(seen):
    found = clocks(seen, "2023-12-20 09:00", "waits: [{from: 2023-12-15, to: 2199-12-31}]")

    assert [clock.due.year for clock in found] == [2200, 2200, 2200]
