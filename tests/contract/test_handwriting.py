"""Contract, section 1: a hand-written file's comments, order, quoting and line breaks outlive every write of the tool."""

import difflib
import json

import pytest

FOUR_SPACES = """\
# 手写
kind:   minutes
id:     minutes-20231020-7qk2
title:  "例会"      # 标题
scenario: 'routine'
step: followup
date: 2023-10-20


goal: >-
    定下推广渠道和预算，这一行非常非常长，长到超过八十个字符也不应该被折行，否则就不是原来那个人用编辑器写下的文件了，谁也不愿意看
    第二行
people:
    owner:   张伟（市场部）    # 负责人
    decides: [ 张伟（市场部）,李娜 ]
actions:
-   id: a-3f9k
    what: "提交门店活动场地清单"
    owner: 王强
    due: 2023-10-24    # 周二

    # 进展
    log:
    -   on: 2023-10-21
        note: |
            第一行
            第二行
-   id: a-7h2m
    what: 交样机
    due: 2023-10-25
place: 301会议室
"""
FLOW = """\
{kind: minutes, id: minutes-20231020-7qk2, title: 例会, scenario: routine, step: followup, date: 2023-10-20,
 "goal": "定下渠道",   # 目标
 actions: [{id: a-3f9k, what: 提交清单, owner: 王强, due: 2023-10-24},
           {id: a-7h2m, what: 交样机, due: 2023-10-25}],
 place: 301会议室}
"""
LAYOUTS = {
    "four spaces": FOUR_SPACES,
    "flow": FLOW,
    "CRLF": FOUR_SPACES.replace("\n", "\r\n"),
    "BOM": "\ufeff" + FOUR_SPACES,
    "no line end at the end": FOUR_SPACES.rstrip("\n"),
}


def changed(before, after):
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


@pytest.fixture(params=LAYOUTS, ids=str)
def by_hand(request, repository, write):
    text = LAYOUTS[request.param]
    return repository, write(text, "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"), text


def test_one_field_is_one_line(by_hand):
    repository, path, text = by_hand
    repository("prepare", "7qk2", "--place", "302会议室", now="2023-10-22 09:00", code=None)

    wanted = text.replace("301会议室", "302会议室")
    assert path.read_bytes().decode().splitlines() == wanted.splitlines()


def test_a_moved_deadline_is_one_line_and_its_log(by_hand):
    repository, path, text = by_hand
    repository(
        "reschedule", "7h2m", "2023-10-30", "--because", "样机坏了", "--by", "张伟", now="2023-10-22 09:00"
    )
    lines = changed(text, path.read_bytes().decode())

    assert all("a-7h2m" in line or "2023-10" in line or "log" in line for line in lines)
    assert sum(line.startswith("-") for line in lines) <= 1


@pytest.mark.parametrize(
    "words",
    [
        ("progress", "3f9k", "已联系：8家 #1"),
        ("block", "3f9k", "--because", "合同: 未签", "--of", "采购部"),
        ("done", "7h2m", "--evidence", "docs/a b.xlsx"),
        ("cancel", "7qk2", "--because", "台风"),
        ("hold", "7qk2", "--decision", "采用甲方案 @张伟"),
        ("people", "7qk2", "--takes-part", "赵敏"),
        ("archive", "7qk2", "--worked", "先问后答"),
    ],
    ids=lambda words: words[0],
)
def test_what_was_there_stays_as_it_was(by_hand, words):
    repository, path, text = by_hand
    repository(*words, now="2023-10-22 09:00", code=None)
    after = path.read_bytes().decode()
    gone = [line[2:].strip(" \r\n}],") for line in changed(text, after) if line.startswith("-")]

    assert after != text
    assert all(line in after for line in gone)
    assert ("\r\n" in after) == ("\r\n" in text)
    assert after.count("\r") == (after.count("\n") if "\r\n" in text else 0)
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    for comment in ("# 手写", "# 标题", "# 负责人", "# 周二", "# 进展", "# 目标"):
        assert (comment in after) == (comment in text)


def test_the_answer_reads_back(by_hand):
    repository, _path, _text = by_hand
    repository("progress", "3f9k", "已联系：8家 #1", now="2023-10-22 09:00")

    assert "已联系：8家 #1" in repository("show", "7qk2", "--json").out


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind: minutes\ntitle: \x00\n", (2, 8)),
        ("kind: minutes\n\ttitle: a\n", (2, 1)),
        ("kind: minutes\ntitle: a\ntitle: b\n", (3, 1)),
        ("kind: minutes\ntitle: &a b\n", (2, 8)),
        ("kind: minutes\ntitle: *a\n", (2, 8)),
        ("kind: minutes\n---\nkind: plan\n", (2, 1)),
        ("kind: minutes\ntitle：a\n", (2, 6)),
        ("kind: minutes\ntitle: !!str a\n", (2, 8)),
        ("", (1, 1)),
    ],
)
def test_what_is_no_yaml_is_told_with_its_place_and_left_alone(repository, write, text, place):
    path = write(text, "records/2023Q4/minutes/minutes-20231020-aaaa.yaml")
    write(FOUR_SPACES)
    rows = json.loads(repository("check", "--select", "CC001", "--json", code=1).out)

    assert [(one["rule"], one["line"], one["column"]) for one in rows] == [("CC001", *place)]
    assert path.read_bytes() == text.encode()
    assert "minutes-20231020-7qk2" in repository("list").out
    assert repository("show", "minutes-20231020-aaaa", code=3).out == ""
