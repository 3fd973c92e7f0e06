"""Contract, section 2: `list`, `show`, `trace`, `status`: look, and say what is taken from where."""

import json

import pytest

from tests.conftest import EXAMPLE_DAY

PLAN = """\
kind: plan
id: plan-20231013-m4x9
title: 新品推广方案
scenario: customer
step: hold
date: 2023-10-13
goal: 定下推广渠道和预算
outcomes: [卖点一致, 渠道选定, 预算分配]
asks: [{who: 销售部, what: 增加门店体验活动}]
people:
  owner: 张伟
  decides: [张伟]
  takes_part: [李娜]
  counterpart: {organisation: ABC科技, type: customer, contact: 王芳, authority: [确认方案]}
channel: {important: true, means: [meeting]}
materials: [{title: 用户调研, type: background, sent: 2023-10-12 09:00}]
agenda: [{topic: 核心卖点回顾, minutes: 20}]
"""
TAKEN = ("goal", "outcomes", "asks", "people", "channel", "materials", "agenda")
KEYS = ("id", "kind", "title", "scenario", "step", "date", "owner", "path", "open_items", "counterpart")


def linked(kind, more=""):
    return (
        f"kind: {kind}\nid: {kind}-20240105-7qk2\ntitle: 对接会\nscenario: customer\nstep: goal\n"
        f"date: 2024-01-05\nlinks: [plan-20231013-m4x9]\n{more}"
    )


@pytest.fixture
def plan(repository, write):
    write(PLAN)
    return repository


@pytest.mark.parametrize("kind", ["minutes", "task", "feedback"])
def test_what_is_left_out_is_taken_from_the_plan_and_show_says_so(plan, write, kind):
    write(linked(kind))
    shown = json.loads(plan("show", f"{kind}-20240105-7qk2", "--json").out)

    assert shown["derived"]["inherited"] == dict.fromkeys(TAKEN, "plan-20231013-m4x9")
    assert "定下推广渠道和预算" in plan("show", f"{kind}-20240105-7qk2").out
    assert shown["derived"]["gate"] == {"step": "goal", "open": True, "blockers": []}


def test_what_is_said_is_not_taken(plan, write):
    write(linked("minutes", "goal: 定下门店名单\n"))
    shown = json.loads(plan("show", "7qk2", "--json").out)

    assert shown["goal"] == "定下门店名单"
    assert "goal" not in shown["derived"]["inherited"]


def test_links_are_followed_from_the_other_side_too(plan, write):
    write(linked("minutes"))
    shown = json.loads(plan("show", "m4x9", "--json").out)

    assert shown["derived"]["backlinks"] == ["minutes-20240105-7qk2"]
    chain = json.loads(plan("trace", "m4x9", "--json").out)["chain"]
    assert {one["id"] for one in chain} == {"plan-20231013-m4x9", "minutes-20240105-7qk2"}


def test_a_record_lies_in_the_quarter_of_its_date(plan, write):
    write(linked("minutes"))
    rows = {row["id"]: row for row in json.loads(plan("list", "--json").out)}

    assert rows["minutes-20240105-7qk2"]["path"] == "records/2024Q1/minutes/minutes-20240105-7qk2.yaml"
    assert all(set(KEYS) <= row.keys() for row in rows.values())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("minutes",), ["minutes-20240105-7qk2"]),
        (("--step", "hold"), ["plan-20231013-m4x9"]),
        (("--quarter", "2023Q4"), ["plan-20231013-m4x9"]),
        (("--quarter", "2024-q1"), ["minutes-20240105-7qk2"]),
        (("--scenario", "customer"), ["plan-20231013-m4x9", "minutes-20240105-7qk2"]),
        (("--scenario", "routine"), []),
        (("--person", "李娜（产品部）"), ["plan-20231013-m4x9", "minutes-20240105-7qk2"]),
        (("--department", "产品部"), ["plan-20231013-m4x9", "minutes-20240105-7qk2"]),
        (("--department", "物流部"), []),
        (("--counterpart", "ABC科技"), ["plan-20231013-m4x9", "minutes-20240105-7qk2"]),
        (("plan", "--counterpart", "王芳"), ["plan-20231013-m4x9"]),
    ],
    ids=" ".join,
)
def test_filters(plan, write, words, found):
    write(linked("minutes"))

    assert [row["id"] for row in json.loads(plan("list", *words, "--json").out)] == found


@pytest.mark.parametrize(
    "words", [("memo",), ("--step", "held"), ("--scenario", "fun"), ("--quarter", "Q4")], ids=" ".join
)
def test_a_filter_that_means_nothing_is_wrong_use(plan, words):
    assert plan("list", *words, code=2).out == ""
    assert plan("export", *words, code=2).out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", "m4x9"),
        ("search", "新品"),
        ("trace", "m4x9"),
        ("status",),
        ("check",),
        ("explain", "CC101"),
        ("explain",),
        ("followup",),
        ("review", "2023Q4"),
        ("when", "下周五"),
        ("schema", "plan"),
        ("schema",),
        ("today", "张伟"),
        ("stats",),
        ("log", "m4x9"),
        ("doctor",),
        ("export",),
        ("export", "--items"),
    ],
    ids=" ".join,
)
def test_every_reading_command_answers_in_json_alike_in_every_language(plan, words):
    answers = {plan(*words, "--json", now="2023-10-20 18:00", lang=lang, code=None).out for lang in LANGUAGES}

    assert len(answers) == 1
    json.loads(answers.pop())


LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def test_a_list_names_the_organisation_outside(company):
    listed = {one["id"]: one for one in json.loads(company("list", "--json", now=EXAMPLE_DAY).out)}

    assert listed["feedback-20231101-g3j5"]["counterpart"] == "ABC科技"
    assert listed["minutes-20231016-c4pz"]["counterpart"] is None


def test_a_list_is_chosen_by_organisation_or_contact(company):
    for words in ("ABC科技", "王芳"):
        found = json.loads(company("list", "--counterpart", words, "--json", now=EXAMPLE_DAY).out)
        assert "feedback-20231101-g3j5" in {one["id"] for one in found}


def test_what_cannot_be_read_is_said_to_be_missing(repository, write):
    write(
        "kind: feedback\nid: feedback-20231013-m4x9\ntitle: 晚到\nscenario: customer\nstep: hold\n"
        "date: 2023-10-13\nstart: 2023-10-13\nacknowledged: 2023-10-13 10:00\nplace: 301\n"
    )
    path = "records/2023Q4/feedback/feedback-20231013-m4x9.yaml"
    for command in ("show", "render"):
        said = repository(command, "m4x9").err
        assert f"cannot be read: start, acknowledged. See: commcoord check {path}" in said
        assert "301" in repository(command, "m4x9").out or command == "render"
    assert json.loads(repository("show", "m4x9", "--json").out)["derived"]["unread"] == [
        "start",
        "acknowledged",
    ]
    found = json.loads(repository("check", path, "--json", code=None).out)
    assert {one["rule"] for one in found} >= {"CC002"}


def test_what_the_program_notes_for_itself_is_not_shown(repository, write):
    write(
        linked(
            "minutes",
            "attendees: [张伟]\ncirculated: {at: 2024-01-05 17:00, to: [张伟], digest: f4d1ba8e41f6}\n",
        ).replace("links: [plan-20231013-m4x9]\n", "")
    )
    shown = repository("show", "7qk2").out

    assert "2024-01-05 17:00" in shown
    assert "f4d1ba8e41f6" not in shown
    assert "digest" not in shown
