"""Each thing that may be wrong with a clone, how it is told, and what `--fix` mends."""

import json
import os
import time
from pathlib import Path

import pytest

from commcoord.store import git
from commcoord.store.checkup import of_place
from commcoord.store.merging import installing
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
  - {id: a-3f9k, what: 提交场地清单}
"""

pytestmark = pytest.mark.usefixtures("person")


@pytest.fixture
def clone(repository):
    clone = Clone(repository.root)
    clone.git("config", "core.quotepath", "false")
    clone.commit("made", **{PATH: RECORD})
    return clone


def found(repository, *arguments, code=None):
    return {
        one["check"]: one for one in json.loads(repository("doctor", "--json", *arguments, code=code).out)
    }


def no_driver(clone):
    clone.git("config", "--unset", installing.DRIVER)


def driver_of_another_place(clone):
    clone.git("config", installing.DRIVER, installing.FALLBACK.format(program="/gone/commcoord-merge"))


def driver_without_fallback(clone):
    clone.git("config", installing.DRIVER, "/gone/commcoord-merge %O %A %B")


def no_attributes(clone):
    clone.write(".gitattributes", "*.yaml text\n")


def no_attributes_of_settings(clone):
    lines = clone.read(".gitattributes").splitlines(keepends=True)
    clone.write(".gitattributes", "".join(one for one in lines if "commcoord.yaml" not in one))


def quotepath(clone):
    clone.git("config", "--unset", "core.quotepath")


def nothing_ignored(clone):
    clone.write(".gitignore", "")


@pytest.mark.parametrize(
    ("breaks", "check", "code"),
    [
        (no_driver, "merge_driver", 1),
        (driver_of_another_place, "merge_driver", 1),
        (driver_without_fallback, "merge_driver", 1),
        (no_attributes, "attributes", 1),
        (no_attributes_of_settings, "attributes", 1),
        (nothing_ignored, "derived", 1),
        (quotepath, "quoted_names", 0),
    ],
)
def test_what_can_safely_be_mended_is_mended(repository, clone, breaks, check, code):
    breaks(clone)

    told = found(repository, code=code)[check]
    assert told["fixable"]
    assert found(repository, "--fix", code=0)[check]["fixed"]

    assert check not in found(repository)


def test_a_clone_that_is_well(repository, clone):
    answer = repository("doctor")

    assert answer.out == ""
    assert "All is well" in answer.err
    assert clone.git("status", "--porcelain") == ""


def windows_line_ends(clone):
    clone.commit("no attributes", **{".gitattributes": ""})
    clone.commit("crlf", **{PATH: RECORD.replace("\n", "\r\n")})


def markers(clone):
    clone.write(PATH, "<<<<<<< ours\n" + RECORD)


def a_name_that_windows_lacks(clone):
    clone.commit(
        "name", **{"records/2023Q4/plan/aux.yaml": RECORD.replace("7qk2", "aaaa").replace("3f9k", "bbbb")}
    )


def names_that_differ_by_case(clone):
    clone.commit("case", **{"docs/A.txt": "1", "docs/a.txt": "2"})


def an_item_id_shared_with_another_branch(clone):
    clone.git("switch", "--quiet", "-c", "other")
    clone.commit("other", **{PATH.replace("7qk2", "aaaa"): RECORD.replace("7qk2", "aaaa")})
    clone.git("switch", "--quiet", "main")


def a_record_id_shared_within_a_branch(clone):
    clone.commit("copy", **{"records/copy.yaml": RECORD.replace("3f9k", "bbbb")})


def a_commit_in_the_future(clone):
    later = f"{int(time.time()) + 86400} +0800"
    clone.git("commit", "--allow-empty", "--message", "later", GIT_COMMITTER_DATE=later)


def a_merge_underway(clone):
    clone.git("switch", "--quiet", "-c", "other")
    clone.commit("other", **{"x.txt": "1"})
    clone.git("switch", "--quiet", "main")
    clone.git("merge", "--no-ff", "--no-commit", "other")


def two_sides_of(clone, first, second):
    clone.commit("base", **{"x.txt": "0\n"})
    clone.git("switch", "--quiet", "-c", "other")
    clone.commit("other", **{"x.txt": first})
    clone.git("switch", "--quiet", "main")
    clone.commit("here", **{"x.txt": second})


def a_conflict_outside_the_records(clone):
    two_sides_of(clone, "1\n", "2\n")
    clone.git("merge", "other", code=1)


def a_conflict_of_what_is_no_text(clone):
    two_sides_of(clone, "1\0", "2\0")
    clone.git("merge", "other", code=1)


def a_conflict_in_a_cherry_pick(clone):
    two_sides_of(clone, "1\n", "2\n")
    clone.git("cherry-pick", "other", code=1)


def a_conflict_of_what_was_put_aside(clone):
    clone.commit("base", **{"x.txt": "0\n"})
    clone.write("x.txt", "1\n")
    clone.git("stash")
    clone.commit("here", **{"x.txt": "2\n"})
    clone.git("stash", "pop", code=1)


def no_branch(clone):
    clone.git("switch", "--quiet", "--detach")


def commits_on_no_branch(clone):
    no_branch(clone)
    clone.commit("lost", **{"x.txt": "1\n"})


def lock_left_behind(clone):
    clone.write(".git/index.lock", "")
    long_ago = time.time() - 3600
    os.utime(clone.root / ".git/index.lock", (long_ago, long_ago))


def records_that_git_ignores(clone):
    clone.write(".gitignore", clone.read(".gitignore") + "records/2024Q1/\n")
    clone.write(PATH.replace("2023Q4", "2024Q1"), RECORD.replace("7qk2", "aaaa").replace("3f9k", "bbbb"))


def records_to_come_that_git_ignores(clone):
    clone.write(".gitignore", clone.read(".gitignore") + "records/\n")


@pytest.mark.parametrize(
    ("breaks", "check", "words"),
    [
        (a_conflict_outside_the_records, "underway", "x.txt: edit it, delete the lines with the markers"),
        (a_conflict_outside_the_records, "underway", "Then: commcoord sync"),
        (a_conflict_of_what_is_no_text, "underway", "git checkout --ours"),
        (a_conflict_in_a_cherry_pick, "underway", "x.txt: edit it"),
        (a_conflict_in_a_cherry_pick, "underway", "Then: git cherry-pick --continue"),
        (a_conflict_of_what_was_put_aside, "underway", "x.txt: edit it"),
        (no_branch, "branch", "git switch main"),
        (commits_on_no_branch, "branch", "git switch --create"),
        (lock_left_behind, "locked", "delete .git/index.lock"),
        (records_that_git_ignores, "ignored", "git check-ignore --verbose records/2024Q1/minutes/"),
        (records_to_come_that_git_ignores, "ignored", "git check-ignore --verbose records/"),
        (windows_line_ends, "line_ends", "renormalize"),
        (markers, "markers", "commcoord resolve"),
        (a_name_that_windows_lacks, "names", "git mv"),
        (names_that_differ_by_case, "names", "git mv"),
        (an_item_id_shared_with_another_branch, "shared_ids", "another id"),
        (a_record_id_shared_within_a_branch, "shared_ids", "another id"),
        (a_commit_in_the_future, "clock", "clock"),
        (a_merge_underway, "underway", "commcoord sync"),
    ],
)
def test_what_only_a_person_can_mend_is_told_with_its_mend(repository, clone, breaks, check, words):
    breaks(clone)

    assert words in found(repository)[check]["mend"]


def test_a_lock_of_a_command_at_work_is_none_that_was_left(repository, clone):
    clone.write(".git/index.lock", "")

    assert "locked" not in found(repository)


@pytest.mark.parametrize(
    ("folder", "check"),
    [
        (".", "writable"),
        ("records/2023Q4/minutes", "writable"),
        (".commcoord", "writable"),
        (".git", "git_writable"),
        (".git/objects", "git_writable"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(repository, clone, monkeypatch, folder, check):
    place, access = (clone.root / folder).resolve(), os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).resolve() != place and access(path, mode))

    told = found(repository, code=1)[check]
    assert str(place) in told["message"]
    assert "writable" in told["mend"]


def test_what_decides_a_conflict_is_told_in_json_in_english(repository, clone):
    a_conflict_outside_the_records(clone)
    in_chinese = json.loads(repository("doctor", "--json", lang="zh-Hans", code=None).out)

    assert {one["check"]: one for one in in_chinese} == found(repository)
    assert "编辑" in repository("doctor", lang="zh-Hans", code=None).out


@pytest.mark.usefixtures("clone")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [\n", "commcoord.yaml:2:1: "),
        ("", "commcoord.yaml:1:1: the file is empty"),
        ("version: 1\nversion: 1\n", "commcoord.yaml:2:1: "),
        ("timezon: Asia/Shanghai\n", "commcoord.yaml: "),
        ("calendar: XX\n", "commcoord.yaml: calendar: "),
    ],
)
def test_settings_that_cannot_be_read_are_told_first(repository, clone, text, told):
    clone.write("commcoord.yaml", text)
    complaint = found(repository, code=1)["settings"]

    assert complaint["severity"] == "error"
    assert complaint["message"].startswith(told)
    assert "Correct " in complaint["mend"]
    assert "All is well" not in repository("doctor", code=1).err


def test_a_terminal_without_chinese(repository, monkeypatch):
    class Ascii:
        encoding = "ascii"

    monkeypatch.setattr(of_place.sys, "stdout", Ascii())
    (complaint,) = of_place.terminal(repository.root)

    assert "UTF" in complaint.mend.english


def test_an_old_git_and_none(repository, monkeypatch):
    monkeypatch.setattr(git, "version", lambda: [2, 17])
    assert "2.32" in found(repository, code=1)["git_version"]["mend"]

    monkeypatch.undo()
    monkeypatch.setenv("PATH", "")
    assert list(found(repository, code=1)) == ["git_version"]


def test_a_person_whom_git_does_not_know(repository, clone, monkeypatch):
    for name in ("NAME", "EMAIL"):
        monkeypatch.delenv(f"GIT_AUTHOR_{name}")
        monkeypatch.delenv(f"GIT_COMMITTER_{name}")
    clone.git("config", "user.useConfigOnly", "true")

    assert "user.email" in found(repository, code=1)["git_person"]["mend"]


@pytest.mark.parametrize(("command", "file"), [("list", "index.sqlite"), ("check", "verdicts.sqlite")])
def test_a_damaged_index_is_told_and_thrown_away(repository, clone, command, file):
    repository(command, code=None)
    index = clone.root / ".commcoord" / file
    assert index.exists()
    index.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    assert found(repository)["index"]["severity"] == "warning"

    repository("doctor", "--fix", code=None)
    assert not index.exists()
    assert "index" not in found(repository)


def against_merging(clone):
    clone.write(".gitattributes", clone.read(".gitattributes") + "*.yaml -merge\n")


def against_merging_below(clone):
    clone.write("records/.gitattributes", "*.yaml -merge\n")


def against_merging_here(clone):
    clone.write(".git/info/attributes", "*.yaml -merge\n")


def against_ignoring(clone):
    clone.write(".gitignore", clone.read(".gitignore") + "!/.commcoord/\n")


@pytest.mark.parametrize(
    ("breaks", "check", "mend"),
    [
        (against_merging, "attributes", "Delete the line"),
        (against_merging_below, "attributes", "records/.gitattributes"),
        (against_merging_here, "attributes", ".git/info/attributes"),
        (against_ignoring, "derived", "git check-ignore"),
    ],
)
def test_what_still_stands_is_not_called_mended(repository, clone, breaks, check, mend):
    breaks(clone)

    told = found(repository, "--fix", code=1)[check]
    assert not told["fixed"]
    assert mend in told["mend"]


def test_what_stands_after_mending_is_told_with_what_was_mended(repository, clone):
    clone.write(".gitattributes", "*.yaml text\n")
    against_merging_below(clone)

    assert mend_of(repository, "--fix", code=1) == "Delete the line"
    assert "merge=commcoord" in clone.read(".gitattributes")


def mend_of(repository, *arguments, code):
    return found(repository, *arguments, code=code)["attributes"]["mend"][:15]


def test_a_record_that_was_moved_is_no_second_one(repository, clone):
    clone.git("branch", "before")
    clone.git("mv", PATH, "records/2023Q4/minutes-20231020-7qk2.yaml")
    clone.commit("moved")
    assert "shared_ids" not in found(repository)

    clone.git("switch", "--quiet", "before")
    clone.commit("apart", **{PATH: RECORD.replace("对接会", "评审会")})
    assert "shared_ids" not in found(repository)


def test_a_repository_that_git_refuses_is_told_in_its_words(repository, clone):
    clone.write(".git/config", clone.read(".git/config") + "[broken\n")

    for command in (["sync"], ["init"], ["undo"]):
        assert "bad config" in repository(*command, code=3).err
    assert "bad config" in found(repository, code=1)["git"]["message"]
