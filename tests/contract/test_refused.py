"""Contract, section 2: nothing typed is lost; what cannot be used is refused with the text shown, and nothing is written."""

import io
import json
import sys

import pytest

from commcoord import workspace
from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("#1 优先定下排期", "#1 优先定下排期"),
        ("x #1", "x #1"),
        ("#", "#"),
        ('"x #1"', "x #1"),
        ("|\n  x #1\n  y", "x #1\ny"),
    ],
)
def test_a_sign_that_begins_comments_in_files_is_a_text_when_it_is_typed(repository, write, typed, kept):
    write(MINUTES)
    repository("people", "7qk2", "--set", f"goal={typed}", code=None)

    assert json.loads(repository("show", "7qk2", "--json").out)["goal"].rstrip("\n") == kept


@pytest.mark.parametrize("typed", ["[a #1, b]", "- a #1\n- b", '["a #1", b]'])
def test_such_a_sign_in_a_list_is_a_text_too(repository, write, typed):
    write(MINUTES)
    repository("people", "7qk2", "--set", f"outcomes={typed}", code=None)

    assert json.loads(repository("show", "7qk2", "--json").out)["outcomes"] == ["a #1", "b"]


@pytest.mark.parametrize("typed", ['"x" #1', "[a, b] # c"])
def test_what_would_be_lost_as_a_comment_is_refused(minutes, typed):
    refused = minutes("people", "7qk2", "--set", f"outcomes={typed}", code=2).err

    assert "lost as a comment" in refused


DONE = MINUTES.replace("due: 2023-10-22}", "due: 2023-10-22, status: done}")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("progress", "nope", "已联系", "八家"), "What you typed: 已联系 八家"),
        (("done", "nope", "--note", "已 交"), "--note '已 交'"),
        (("reschedule", "nope", "下周五", "--because", "等 场地"), "下周五 --because '等 场地'"),
        (("hold", "nope", "--decision", "定下 渠道"), "--decision '定下 渠道'"),
        (
            ("hold", "7qk2", "--decision", "定下 渠道", "--action", "提交 清单 @王强 !胡说"),
            "--decision '定下 渠道' --action '提交 清单 @王强 !胡说'",
        ),
        (("goal", "7qk2", "--link", "nope"), "--link nope"),
        (("prepare", "7qk2", "--start", "24:00"), "“24:00” cannot be understood here"),
        (("prepare", "7qk2", "--start", "24:00"), "--start 24:00"),
        (("prepare", "7qk2", "--end", "14:00:00"), "--end 14:00:00"),
        (("goal", "7qk2", "--set", "bogus=很长的值"), "--set 'bogus=很长的值'"),
        (("new", "plan", "--title", "月会", "--said", "很好"), "--title '月会' --said '很好'"),
        (("new", "plan", "--title", "月会"), "--title '月会'"),
    ],
)
def test_what_was_typed_with_it_is_shown(minutes, words, shown):
    assert shown in minutes(*words, code=2).err


def test_a_word_on_what_is_done_already_is_shown(repository, write):
    write(DONE)

    assert "再说" in repository("progress", "3f9k", "再说", code=2).err


def test_what_the_refusal_says_already_is_not_said_again(minutes):
    assert "What you typed" not in minutes("when", "nope", code=1).err
    assert "What you typed" not in minutes("goal", "nope", code=2).err


@pytest.mark.parametrize(
    ("words", "encoding", "code"),
    [
        (("hold", "nope", "--notes", "-"), "utf-8", 2),
        (("hold", "7qk2", "--notes", "-", "--set", "bogus=1"), "utf-8", 2),
        (("hold", "7qk2", "--notes", "-"), "gbk", 3),
    ],
)
def test_notes_from_a_pipe_are_shown(minutes, monkeypatch, words, encoding, code):
    piped = io.TextIOWrapper(io.BytesIO("决议: 渠道定为门店\n随手记\n".encode(encoding)))
    monkeypatch.setattr(sys, "stdin", piped)

    assert "决议: 渠道定为门店\n随手记" in minutes(*words, code=code).err


def test_what_was_typed_is_shown_where_others_write_too_long(minutes, monkeypatch):
    def held(_root):
        raise ImpossibleError(
            Message("Another command has been writing here for {seconds} seconds.", seconds=30)
        )

    monkeypatch.setattr(workspace, "exclusive", held)
    refused = minutes("progress", "3f9k", "王强说明天交", code=3)

    assert "30 seconds" in refused.err
    assert "王强说明天交" in refused.err
