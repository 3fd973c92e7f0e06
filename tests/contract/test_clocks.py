"""Contract, section 1: the clocks, each to the minute, and what can still be mended."""

import json

import pytest

MINUTES = """\
kind: minutes
id: minutes-20231020-7qk2
title: 例会
scenario: routine
step: followup
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:30
goal: 定下渠道
outcomes: [卖点一致, 渠道选定, 预算分配]
people: {owner: 张伟, decides: [张伟], takes_part: [王强]}
attendees: [张伟, 王强]
decisions: [{id: d-5c7w, what: 采用甲方案, by: 张伟}]
"""
PLAN = """\
kind: plan
id: plan-20231020-m4x9
title: 新品推广方案
scenario: cross-department
step: prepare
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:00
channel: {important: true, means: [meeting]}
materials:
  - {title: 调研, type: background}
  - {title: 问题, type: questions}
  - {title: 方案, type: alternatives}
"""


def found(program, rule, now):
    rows = json.loads(program("check", "--select", rule, "--json", "--as-of", now, code=None).out)
    return sorted({one["severity"] for one in rows})


def counted(program, part, now):
    figures = json.loads(program("review", "2023Q4", "--json", "--as-of", now).out)[part]
    return {name: value for name, value in figures.items() if isinstance(value, int | float) and value}


@pytest.mark.parametrize(
    ("sent", "now", "severities", "figures"),
    [
        ("", "2023-10-20 15:29", [], {}),
        ("", "2023-10-21 15:30", [], {"held": 1, "not_yet": 1}),
        ("", "2023-10-21 15:31", ["error"], {"held": 1, "never": 1}),
        ("2023-10-21 15:30", "2023-10-22 09:00", [], {"held": 1, "on_time": 1, "rate": 1.0}),
        ("2023-10-21 15:31", "2023-10-22 09:00", ["warning"], {"held": 1, "late": 1}),
        ("2023-10-21 07:30Z", "2023-10-22 09:00", [], {"held": 1, "on_time": 1, "rate": 1.0}),
        ("2023-10-22 09:00", "2023-10-21 15:31", ["error"], {"held": 1, "never": 1}),
    ],
)
def test_minutes_are_on_time_late_never_or_not_yet(repository, write, sent, now, severities, figures):
    circulated = f"circulated: {{at: {sent}, to: [张伟, 王强]}}\n" if sent else ""
    write(MINUTES + circulated)

    assert counted(repository, "minutes", now) == figures
    if sent != "2023-10-22 09:00":  # check looks at the record as it is written, the review replays the day
        assert found(repository, "CC601", now) == severities


@pytest.mark.parametrize(
    ("times", "over"),
    [
        ("start: 2023-10-20 14:00\nend: 2023-10-20 15:30\n", "2023-10-21 15:30"),
        ("start: 2023-10-20 14:00\n", "2023-10-21 14:00"),
        ("", "2023-10-21 00:00"),
    ],
)
def test_without_an_end_the_start_counts_and_without_both_the_day_s_beginning(repository, write, times, over):
    write(MINUTES.replace("start: 2023-10-20 14:00\nend: 2023-10-20 15:30\n", times))

    assert found(repository, "CC601", over) == []
    assert found(repository, "CC601", f"{over[:-1]}1") == ["error"]


def test_an_as_of_day_means_its_beginning(repository, write):
    write(MINUTES.replace("start: 2023-10-20 14:00\nend: 2023-10-20 15:30\n", "start: 2023-10-20 00:00\n"))

    assert found(repository, "CC601", "2023-10-21") == []
    assert found(repository, "CC601", "2023-10-21 00:01") == ["error"]


@pytest.mark.parametrize(
    ("sent", "now", "severities"),
    [
        ("", "2023-10-19 14:00", []),
        ("", "2023-10-19 14:01", ["error"]),
        ("", "2023-10-20 13:59", ["error"]),
        ("", "2023-10-20 14:00", ["warning"]),
        ("2023-10-19 14:00", "2023-10-19 15:00", []),
        ("2023-10-19 14:01", "2023-10-19 15:00", ["warning"]),
    ],
)
def test_materials_block_only_while_they_can_still_come_in_time(repository, write, sent, now, severities):
    write(
        PLAN.replace("}\n", f", sent: {sent}}}\n").replace("[meeting], sent: " + sent, "[meeting]")
        if sent
        else PLAN
    )

    assert found(repository, "CC402", now) == severities


def test_what_is_urgent_is_exempt(repository, write):
    write(PLAN.replace("important: true", "important: true, urgent: true"))

    assert found(repository, "CC4", "2023-10-20 13:00") == []


@pytest.mark.parametrize(
    ("item", "figures"),
    [
        ("status: done, done_on: 2023-10-27", {"total": 1, "done": 1, "done_on_time": 1}),
        ("status: done, done_on: 2023-10-28", {"total": 1, "done": 1, "done_late": 1}),
        (
            "status: done, done_on: 2023-10-27, log: [{on: 2023-10-24, note: 未定, due: {from: 2023-10-25, to: 2023-10-27}}]",
            {"total": 1, "done": 1, "done_late": 1},
        ),
        ("status: open", {"total": 1, "open": 1, "overdue": 1}),
        ("status: blocked", {"total": 1, "open": 1, "overdue": 1, "blocked": 1}),
        ("status: cancelled", {"cancelled": 1}),
    ],
)
def test_an_action_is_on_time_by_its_first_deadline(repository, write, item, figures):
    write(MINUTES + f"actions:\n  - {{id: a-3f9k, what: 提交清单, owner: 王强, due: 2023-10-27, {item}}}\n")
    counts = counted(repository, "actions", "2023-10-30 09:00")

    assert {name: value for name, value in counts.items() if not name.endswith("rate")} == figures


@pytest.mark.parametrize(
    ("now", "severity", "days"),
    [
        ("2023-10-23 23:59", None, None),
        ("2023-10-24 00:00", "soon", 3),
        ("2023-10-27 00:00", "today", 0),
        ("2023-10-27 23:59", "today", 0),
        ("2023-10-28 00:00", "late", -1),
    ],
)
def test_a_deadline_is_soon_then_today_then_late(repository, write, now, severity, days):
    write(MINUTES + "actions:\n  - {id: a-3f9k, what: 提交清单, owner: 王强, due: 2023-10-27}\n")
    items = json.loads(repository("followup", "--json", "--as-of", now).out)["items"]
    shown = [(one["severity"], one["days_left"]) for one in items if one["item"] == "a-3f9k"]

    assert shown == ([(severity, days)] if severity else [])


def test_a_record_and_its_actions_count_in_the_quarter_of_its_date(repository, write):
    write(MINUTES + "actions:\n  - {id: a-3f9k, what: 提交清单, owner: 王强, due: 2024-02-01}\n")
    after = json.loads(repository("review", "2024Q1", "--json", "--as-of", "2024-04-02").out)

    assert counted(repository, "actions", "2024-04-02")["total"] == 1
    assert after["actions"]["total"] == after["records"]["total"] == 0
    assert after["actions"]["completion_rate"] is after["minutes"]["rate"] is None


def test_what_was_called_off_has_no_gate_and_no_chase_and_is_counted_apart(repository, write):
    write(MINUTES + "cancelled: {because: 台风, on: 2023-10-19, by: 张伟}\n")
    shown = json.loads(repository("show", "7qk2", "--json").out)
    records = json.loads(repository("review", "2023Q4", "--json", "--as-of", "2024-01-02").out)["records"]

    assert shown["derived"]["gate"]["blockers"] == []
    assert found(repository, "CC6", "2023-10-30") == []
    assert json.loads(repository("followup", "--json", "--as-of", "2023-10-30").out)["items"] == []
    assert (records["total"], records["cancelled"]) == (0, 1)
