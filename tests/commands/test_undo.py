"""A commit a command, and the last one taken back."""

import json
import shutil

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
def clone(repository, monkeypatch):
    monkeypatch.setenv("COMMCOORD_NOW", "2023-10-21 10:00")
    clone = Clone(repository.root)
    settings = clone.read("commcoord.yaml")
    clone.commit("made", **{PATH: RECORD, "commcoord.yaml": settings + "commit: auto\n"})
    return clone


def subject(clone):
    return clone.git("log", "-1", "--format=%s").strip()


def test_each_command_commits_what_it_wrote_and_says_what_that_was(repository, clone):
    clone.write("draft.txt", "mine")

    repository("progress", "a-3f9k", "已联系 8 家门店", "--by", "王强")

    assert subject(clone).startswith("对接会")
    assert subject(clone).endswith("已联系 8 家门店")
    assert "Commcoord: progress" in clone.git("log", "-1", "--format=%B")
    assert clone.git("status", "--porcelain") == "?? draft.txt\n"


def test_a_rehearsal_and_a_look_commit_nothing(repository, clone):
    repository("done", "a-3f9k", "--evidence", "x.pdf", "--dry-run")
    repository("show", "7qk2")

    assert subject(clone) == "made"


def test_a_shut_gate_keeps_what_was_typed_in_a_commit(repository, clone):
    clone.commit("back", **{PATH: RECORD.replace("followup", "goal")})

    repository("goal", "7qk2", "--outcome", "一致", code=1)

    assert "一致" in subject(clone)


def test_never_is_what_holds_unless_asked_for(repository, clone):
    clone.commit("never", **{"commcoord.yaml": clone.read("commcoord.yaml").replace("commit: auto", "")})

    repository("progress", "a-3f9k", "已联系", "--by", "王强")

    assert subject(clone) == "never"
    assert "7qk2" in clone.git("status", "--porcelain")


def test_undo_takes_the_last_command_back_and_then_the_one_before(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    after_first = clone.read(PATH)
    repository("progress", "a-3f9k", "第二", "--by", "王强")

    rehearsed = repository("undo", "--dry-run")
    assert "-" in rehearsed.out
    assert "this was a rehearsal" in rehearsed.err
    repository("undo")
    assert clone.read(PATH) == after_first
    undone = json.loads(repository("undo", "--json").out)
    assert undone["paths"] == [PATH]
    assert clone.read(PATH) == RECORD

    assert "undone" in repository("undo", code=1).err
    assert clone.git("status", "--porcelain") == ""


def test_undo_keeps_what_came_after_it(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    clone.commit("by hand", **{PATH: clone.read(PATH).replace("对接会", "评审会")})

    repository("undo")

    assert clone.read(PATH) == RECORD.replace("对接会", "评审会")


def test_undo_stops_where_later_changes_are_in_the_way(repository, clone):
    repository("reschedule", "a-3f9k", "2023-10-25", "--because", "场地未定")
    clone.commit("by hand", **{PATH: clone.read(PATH).replace("due: 2023-10-25", "due: 2023-10-28")})
    before = clone.read(PATH)

    assert "in the way" in repository("undo", code=3).err

    assert clone.read(PATH) == before
    assert clone.git("status", "--porcelain") == ""
    assert subject(clone) == "by hand"


@pytest.mark.usefixtures("clone")
def test_undo_leaves_the_commands_of_others_alone(repository, monkeypatch):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "lina@example.com")
    before = repository.file(PATH)

    assert "No command of yours" in repository("undo", code=1).err
    assert repository.file(PATH) == before


def test_outside_of_git_it_cannot_be_done(repository):
    shutil.rmtree(repository.root / ".git")

    assert "not in a git repository" in repository("undo", code=3).err


def hand_over_the_day(clone):
    clone.commit("by hand", **{PATH: clone.read(PATH).replace("due: 2023-10-25", "due: 2023-10-28")})


def leave_a_hook(clone, text):
    hook = clone.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{text}\n")
    hook.chmod(0o755)


def test_a_refused_undo_leaves_what_is_staged(repository, clone):
    repository("reschedule", "a-3f9k", "2023-10-25", "--because", "场地未定")
    hand_over_the_day(clone)
    clone.write("docs/survey.txt", "x")
    clone.write(".gitignore", clone.read(".gitignore") + "edited\n")
    clone.git("add", "docs/survey.txt", ".gitignore")
    before = clone.git("diff", "--cached")

    repository("undo", code=3)
    repository("undo", "--dry-run", code=3)

    assert clone.git("diff", "--cached") == before
    assert clone.read("docs/survey.txt") == "x"


def test_an_undo_leaves_what_is_staged_and_what_is_not_committed(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    clone.write("survey.txt", "x")
    clone.git("add", "survey.txt")
    clone.write(PATH, clone.read(PATH).replace("对接会", "评审会"))

    repository("undo")

    assert clone.read(PATH) == RECORD.replace("对接会", "评审会")
    assert clone.git("show", f"HEAD:{PATH}") == RECORD
    assert clone.git("status", "--porcelain").splitlines() == [f" M {PATH}", "A  survey.txt"]


def test_an_undo_of_a_new_record_removes_it_and_an_undo_in_between_keeps_what_came_later(repository, clone):
    path = repository("new", "plan", "--title", "月会", "--scenario", "routine").out.strip()
    assert (clone.root / path).is_file()

    assert "+++ /dev/null" in repository("undo", "--dry-run").out
    repository("undo")

    assert not (clone.root / path).exists()
    assert clone.git("status", "--porcelain") == ""


def test_an_undo_that_a_hook_refuses_changes_nothing_and_commands_go_on_committing(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    before = clone.read(PATH)
    leave_a_hook(clone, "exit 1")

    repository("undo", code=3)

    assert clone.read(PATH) == before
    assert clone.git("status", "--porcelain") == ""
    leave_a_hook(clone, "exit 0")
    repository("progress", "a-3f9k", "第二", "--by", "王强")
    assert subject(clone).endswith("第二")


def test_undo_refuses_in_the_middle_of_a_merge_and_a_command_says_that_it_does_not_commit(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    clone.git("switch", "--quiet", "-c", "other")
    clone.commit("theirs", **{PATH: clone.read(PATH).replace("对接会", "评审会")})
    clone.git("switch", "--quiet", "-")
    clone.commit("ours", **{PATH: clone.read(PATH).replace("对接会", "讨论会")})
    clone.git("merge", "other", code=1)
    repository("resolve", "--ours")
    before = clone.git("diff", "HEAD"), clone.read(PATH)

    assert "middle of a merge" in repository("undo", code=3).err

    assert (clone.git("diff", "HEAD"), clone.read(PATH)) == before
    said = repository("progress", "a-3f9k", "第二", "--by", "王强", "--quiet").err
    assert "Not committed: git is in the middle of a merge" in said


@pytest.mark.parametrize("staged", [False, True])
def test_undo_takes_back_no_more_than_the_last_command(repository, clone, staged):
    by_hand = RECORD.replace("对接会", "评审会")
    clone.write(PATH, by_hand)
    if staged:
        clone.git("add", PATH)

    repository("progress", "a-3f9k", "第一", "--by", "王强")

    assert clone.git("log", "-3", "--format=%s").splitlines()[1:] == ["评审会：此前的改动", "made"]
    assert "评审会" not in clone.git("show", "--format=", "--unified=0", "HEAD")
    repository("undo")
    assert clone.read(PATH) == by_hand
    assert clone.git("status", "--porcelain") == ""
    repository("undo", code=1)


def test_a_rebase_does_not_make_undo_forget(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    repository("progress", "a-3f9k", "第二", "--by", "王强")
    repository("undo")
    clone.git("switch", "--quiet", "-c", "other", "HEAD~3")
    clone.commit("theirs", **{"theirs.txt": "x"})
    clone.git("switch", "--quiet", "-")
    clone.git("rebase", "--quiet", "other")

    repository("undo")

    assert clone.read(PATH) == RECORD
    repository("undo", code=1)


def test_what_is_undone_by_hand_already_is_said_to_be_undone(repository, clone):
    repository("progress", "a-3f9k", "第一", "--by", "王强")
    clone.commit("by hand", **{PATH: RECORD})

    repository("undo")

    assert clone.read(PATH) == RECORD
    repository("undo", code=1)


def test_a_commit_that_a_hook_refuses_stages_nothing(repository, clone):
    leave_a_hook(clone, "exit 1")

    repository("progress", "a-3f9k", "第一", "--by", "王强", code=3)

    assert clone.git("status", "--porcelain") == f" M {PATH}\n"
