"""Each thing that may be wrong with a clone, how it is told, and what `--fix` mends."""

import json
import time

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


@pytest.mark.parametrize(
    ("breaks", "check", "words"),
    [
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
    assert "2.30" in found(repository, code=1)["git_version"]["mend"]

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
