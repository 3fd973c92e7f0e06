"""Contract, section 2: nothing typed is lost; what cannot be used is refused with the text shown, and nothing is written."""

import json

import pytest

MINUTES = """\
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: routine
step: people
date: 2023-10-20
goal: 定下渠道
outcomes: [卖点一致, 渠道选定, 预算分配]
actions:
  - {id: a-3f9k, what: 提交门店清单, owner: 王强, due: 2023-10-22}
"""


@pytest.fixture
def minutes(repository, write):
    path = write(MINUTES)
    yield repository
    assert path.read_text("utf-8") == MINUTES


@pytest.mark.parametrize(
    ("assignment", "shown"),
    [
        ("goal+=x", '["定下渠道", "x"]'),
        ("outcomes=[a, {b: c}]", '{"b": "c"}'),
        ("start=下周五", "下周五"),
        ("channel.means=[fax]", "fax"),
        ("actions+={what: 交样机, due: 下周五}", "下周五"),
        ("kind=plan", "plan"),
        ("id=minutes-20231020-aaaa", "minutes-20231020-aaaa"),
    ],
)
def test_a_field_that_cannot_be_set_so(minutes, assignment, shown):
    assert shown in minutes("people", "7qk2", "--set", assignment, code=2).err


def test_no_gate_is_passed_by_setting_the_step(minutes):
    refused = minutes("people", "7qk2", "--set", "step=done", code=2)

    assert "--override" in refused.err


def test_a_new_record_is_of_the_kind_that_was_asked_for(minutes):
    words = ("new", "plan", "--title", "月会", "--scenario", "routine", "--set", "kind=task")

    assert "task" in minutes(*words, code=2).err


@pytest.mark.parametrize(
    "words",
    [
        ("progress", "3f9k", " "),
        ("block", "3f9k", "--because", "", "--of", "采购部"),
        ("block", "3f9k", "--because", "合同", "--of", ""),
        ("reschedule", "3f9k", "2023-10-25", "--because", ""),
        ("reschedule", "7qk2", "2023-10-25", "--because", " "),
        ("cancel", "3f9k", "--because", ""),
        ("cancel", "7qk2", "--because", ""),
    ],
    ids=" ".join,
)
def test_a_reason_is_said_in_words(minutes, words):
    assert minutes(*words, code=2).out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("block", "3f9k", "--of", "采购部"),
        ("block", "3f9k", "--because", "合同"),
        ("reschedule", "3f9k", "2023-10-25"),
        ("cancel", "3f9k"),
        ("progress", "3f9k"),
        ("done",),
        ("new",),
    ],
    ids=" ".join,
)
def test_what_is_missing_is_wrong_use(minutes, words):
    assert minutes(*words, code=2).out == ""


def test_a_step_may_be_taken_back(repository, write):
    path = write(MINUTES)
    repository("goal", "7qk2", "--set", "step=goal", "--outcome", "门店名单", code=None)

    assert "门店名单" in path.read_text("utf-8")


def test_what_is_chased_without_an_id_is_given_one_first(repository, write):
    write(MINUTES.replace("id: a-3f9k, ", "").replace("step: people", "step: followup"))
    answer = json.loads(repository("followup", "--json", now="2023-10-25 09:00").out)
    commands = {one["type"]: one["command"] for one in answer["items"]}

    assert commands["action-overdue"] == (
        "commcoord check --fix records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
    )


def test_deadlines_without_an_id_stay_two_in_a_calendar(repository, write):
    write(MINUTES.replace("id: a-3f9k, ", "") + "  - {what: 交样机, owner: 李娜, due: 2023-10-25}\n")
    calendar = repository("render", "7qk2", "--to", "ics").out
    names = [line for line in calendar.splitlines() if line.startswith("UID")]

    assert len(names) == len(set(names)) == 3


def test_an_override_needs_a_reason(repository, write):
    path = write(MINUTES)
    repository("people", "7qk2", "--override", " ", code=1)
    assert "overrides" not in path.read_text("utf-8")

    passed = repository(
        "people", "7qk2", "--override", "都在群里说过", "--by", "张伟", now="2023-10-20 09:00"
    )
    assert "now at" in passed.err
    assert "  - {step: people, because: 都在群里说过, by: 张伟, on: 2023-10-20}\n" in path.read_text("utf-8")
    assert json.loads(repository("show", "7qk2", "--json").out)["step"] == "channel"
