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


def parted(clone, ours, theirs):
    """Have 李娜 change the record on a branch, 张伟 on another, and merge."""
    clone.git("checkout", "--quiet", "-b", "theirs")
    clone.write(PATH, theirs)
    clone.git("commit", "--quiet", "--all", "--message", "theirs", GIT_AUTHOR_NAME="李娜")
    clone.git("checkout", "--quiet", "main")
    clone.commit("ours", **{PATH: ours})
    clone.git("merge", "--no-edit", "theirs", code=None)


def told(repository):
    return {(one["by"], *one["changes"]) for one in json.loads(repository("log", "7qk2", "--json").out)}


FIRST = ("张伟", "new")
TITLE = RECORD.replace("对接会", "评审会")
DUE = RECORD.replace("10-22", "10-25")
OURS = {FIRST, ("张伟", "提交场地清单: Due 10-22 → 10-25")}
LATER = {*OURS, ("李娜", "提交场地清单: Due 10-22 → 10-28")}


def test_a_plain_merge_tells_each_change_once(repository, clone):
    parted(clone, DUE, TITLE)

    assert told(repository) == {*OURS, ("李娜", "title 对接会 → 评审会")}
    assert len(json.loads(repository("log", "7qk2", "--json").out)) == 3


@pytest.mark.parametrize(
    ("settled", "merge"),
    [
        (DUE, set()),
        (RECORD.replace("10-22", "10-28"), set()),
        (RECORD.replace("10-22", "10-30"), {("王强", "提交场地清单: Due 10-25 → 10-30")}),
    ],
)
def test_a_conflict_tells_both_sides_and_what_is_neither(repository, clone, settled, merge):
    parted(clone, DUE, RECORD.replace("10-22", "10-28"))
    clone.write(PATH, settled)
    clone.git("commit", "--quiet", "--all", "--no-edit", GIT_AUTHOR_NAME="王强")

    assert told(repository) == LATER | merge


def test_a_side_that_a_merge_throws_away_is_told(repository, clone):
    parted(clone, DUE, TITLE)
    clone.git("reset", "--quiet", "--hard", "HEAD~")
    clone.git("merge", "--quiet", "--no-edit", "--strategy=ours", "theirs", GIT_AUTHOR_NAME="王强")

    assert ("王强", "title 评审会 → 对接会") in told(repository)
