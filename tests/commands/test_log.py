"""What git remembers of a record, in words."""

import json

import pytest

from tests.store.gits import Clone

PATH = "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
RECORD = """\
kind: minutes
id: minutes-20231020-7qk2
title: 对接会
scenario: routine
step: followup
date: 2023-10-20
actions:
  - {id: a-3f9k, what: 提交场地清单, owner: 王强, due: 2023-10-22, status: open}
"""

pytestmark = pytest.mark.usefixtures("person")


@pytest.fixture
def clone(repository):
    clone = Clone(repository.root)
    clone.commit("made", **{PATH: RECORD})
    return clone


def test_who_changed_what_and_when(repository, clone):
    repository(
        "reschedule", "a-3f9k", "2023-10-25", "--because", "场地未定", "--by", "王强", now="2023-10-21 10:00"
    )
    clone.commit("later")
    clone.commit("unrelated", **{"notes.txt": "x"})

    newest, first = json.loads(repository("log", "7qk2", "--json").out)

    assert newest["changes"] == ["提交场地清单: Due 10-22 → 10-25, 王强: 场地未定"]
    assert newest["by"] == "张伟"
    assert newest["commit"] == clone.git("log", "--format=%H", "--", PATH).split()[0]
    assert first["changes"] == ["new"]


def test_what_is_not_committed_is_told_first(repository, clone):
    clone.write(PATH, RECORD.replace("对接会", "评审会"))

    shown = repository("log", "评审会").out.splitlines()

    assert "not committed yet" in shown[0]
    assert shown[1] == "  title 对接会 → 评审会"
    assert "张伟" in shown[2]
    assert len(repository("log", "7qk2", "--limit", "1").out.splitlines()) == 2


def test_versions_that_cannot_be_read_are_passed_over_with_a_word(repository, clone):
    clone.commit("broken", **{PATH: "kind: [\n"})
    clone.commit("mended", **{PATH: RECORD.replace("对接会", "评审会")})

    assert repository("log", "7qk2").out.count("cannot be read") == 2


def test_without_a_commit_it_says_so(repository):
    Clone(repository.root).write(PATH, RECORD)

    assert "commcoord sync" in repository("log", "7qk2").err
