"""Clones that share one bare remote: everybody's changes arrive, a disagreement stops cleanly, nothing is lost."""

import os
import subprocess
import sys

import pytest

from commcoord.errors import ImpossibleError
from commcoord.store import committing, syncing
from commcoord.store.merging import resolving
from tests.store.gits import Clone, cloned, made

PATH = "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
RECORD = """\
kind: minutes
id: minutes-20231020-7qk2
title: 对接会
scenario: routine
step: followup
date: 2023-10-20
place: 301会议室
actions:
  - {id: a-3f9k, what: 提交清单, status: open}
"""
pytestmark = pytest.mark.usefixtures("person")


@pytest.fixture
def remote(tmp_path):
    first = made(tmp_path / "first")
    first.commit("base", **{PATH: RECORD})
    bare = tmp_path / "远 端.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", first.root, bare], check=True)
    return bare


@pytest.fixture
def two(remote, tmp_path):
    return cloned(remote, tmp_path / "甲"), cloned(remote, tmp_path / "乙")


def sync(clone):
    return syncing.sync(clone.root, "en")


def add(clone, line):
    clone.write(PATH, clone.read(PATH) + f"  - {line}\n")


def test_what_one_commits_the_other_gets(two):
    one, other = two
    add(one, "{id: a-aaaa, what: 一}")

    sent = sync(one)
    got = sync(other)

    assert (sent.sent, sent.received) == (1, 0)
    assert sent.committed == "对接会: Actions: + 一"
    assert (got.sent, got.received) == (0, 1)
    assert other.read(PATH) == one.read(PATH)


def test_both_add_and_both_have_both(two):
    one, other = two
    add(one, "{id: a-aaaa, what: 一}")
    add(other, "{id: a-bbbb, what: 二}")

    for clone in (one, other, one):
        sync(clone)

    assert one.read(PATH) == other.read(PATH)
    assert "a-aaaa" in one.read(PATH)
    assert "a-bbbb" in one.read(PATH)


def test_a_clone_that_rebases_is_rebased(two):
    one, other = two
    other.git("config", "pull.rebase", "true")
    add(one, "{id: a-aaaa, what: 一}")
    add(other, "{id: a-bbbb, what: 二}")

    sync(one)
    sync(other)

    assert other.git("rev-list", "--merges", "HEAD") == ""
    assert "a-aaaa" in other.read(PATH)


def test_a_disagreement_stops_and_says_what_to_do(two):
    one, other = two
    one.write(PATH, RECORD.replace("301", "302"))
    other.write(PATH, RECORD.replace("301", "303"))
    sync(one)

    with pytest.raises(ImpossibleError) as stopped:
        sync(other)
    assert PATH in str(stopped.value)
    assert "commcoord resolve" in str(stopped.value.hint)
    with pytest.raises(ImpossibleError, match="wait for a decision"):
        sync(other)

    found = resolving.conflicted(other.root / PATH)
    resolving.write(found, found.resolved(lambda _path, field: field.theirs), other.root)
    sync(other)
    assert other.read(PATH) == RECORD.replace("301", "302")
    assert other.git("status", "--porcelain") == ""
    assert sync(one).received


def test_only_what_is_the_tools_is_committed(two):
    one, _other = two
    one.write("draft.txt", "mine")
    one.write("staged.txt", "mine")
    one.git("add", "staged.txt")
    add(one, "{id: a-aaaa, what: 一}")

    sync(one)

    assert one.git("show", "--name-only", "--format=", "-z", "HEAD") == f"{PATH}\0"
    assert sorted(one.git("status", "--porcelain").splitlines()) == ["?? draft.txt", "A  staged.txt"]


@pytest.mark.parametrize(
    "name", ["-rf.yaml", "名字 有空格.yaml", "e\u0301.yaml", "\u00e9.yaml", ":(top)*.yaml"]
)
def test_no_name_of_a_file_confuses_it(two, name):
    one, other = two
    one.write(f"records/2023Q4/minutes/{name}", RECORD)

    assert sync(one).sent == 1
    sync(other)

    assert other.read(f"records/2023Q4/minutes/{name}") == RECORD
    assert one.git("status", "--porcelain") == ""


def test_without_a_remote_it_only_commits(tmp_path):
    clone = made(tmp_path / "alone")
    clone.write(PATH, RECORD)

    report = sync(clone)

    assert report == ("对接会: new", 0, 0, "")
    assert sync(clone).committed == ""


def test_a_new_branch_finds_its_place_at_the_only_remote(two):
    one, other = two
    one.git("switch", "--quiet", "-c", "计划")
    add(one, "{id: a-aaaa, what: 一}")

    assert sync(one).sent
    assert "计划" in other.git("ls-remote", "--heads", "origin")


def test_in_the_middle_of_a_rebase_it_says_so(two):
    one, other = two
    other.git("config", "pull.rebase", "true")
    one.write(PATH, RECORD.replace("301", "302"))
    other.write(PATH, RECORD.replace("301", "303"))
    sync(one)

    with pytest.raises(ImpossibleError) as stopped:
        sync(other)
    assert "git rebase --continue" in str(stopped.value.hint)
    with pytest.raises(ImpossibleError, match="middle of a rebase"):
        sync(other)


def test_a_remote_that_cannot_be_reached_loses_nothing(two, tmp_path):
    one, _other = two
    one.git("remote", "set-url", "origin", str(tmp_path / "nowhere.git"))
    add(one, "{id: a-aaaa, what: 一}")

    with pytest.raises(ImpossibleError, match="git says"):
        sync(one)

    assert "a-aaaa" in one.git("show", f"HEAD:{PATH}")


def diverged(one, other, path, first, second):
    """Have both change a file that both had, the one shared, the other stopped by it."""
    one.write(path, first)
    other.write(path, second)
    sync(one)
    with pytest.raises(ImpossibleError) as stopped:
        sync(other)
    return str(stopped.value), str(stopped.value.hint)


def refused(clone):
    before = clone.git("rev-parse", "HEAD")
    with pytest.raises(ImpossibleError, match="wait for a decision") as stopped:
        sync(clone)
    assert clone.git("rev-parse", "HEAD") == before
    return str(stopped.value.hint)


@pytest.mark.parametrize("path", ["templates/minutes.md.j2", ".gitignore"])
def test_a_merge_is_not_concluded_over_markers_in_any_file(two, path):
    one, other = two
    sentence, hint = diverged(one, other, path, "one\n", "other\n")
    assert path in sentence
    assert f"git add -- {path}" in hint

    assert f"git add -- {path}" in refused(other)
    other.write(path, other.read(path).replace("<<<<<<< HEAD\n", ""))
    refused(other)
    other.write(path, "both\n")
    sync(other)

    assert other.git("show", f"origin/main:{path}") == "both\n"
    assert other.git("status", "--porcelain", "--untracked-files=no") == ""


def test_half_deleted_markers_of_a_record_are_not_shared(two):
    one, other = two
    diverged(one, other, PATH, RECORD.replace("301", "302"), RECORD.replace("301", "303"))
    other.write(PATH, other.read(PATH).replace("<<<<<<< ours\n", ""))

    assert "commcoord resolve minutes-20231020-7qk2" in refused(other)


def test_a_binary_file_of_both_is_nobodys_until_it_is_added(two):
    one, other = two
    path = "templates/logo.docx"
    diverged(one, other, path, "\0one", "\0other")

    assert "no text" in refused(other)
    other.git("checkout", "--theirs", "--", path)
    other.git("add", "--", path)
    sync(other)

    assert other.read(path) == "\0one"


def test_what_a_driver_that_is_not_there_left_of_one_side_is_not_taken_for_both(two):
    one, other = two
    path = "templates/words.txt"
    one.write(".gitattributes", one.read(".gitattributes") + "*.txt merge=word\n")
    sync(one)
    sync(other)
    other.git("config", "merge.word.driver", "commcoord-no-such-program %O %A %B")
    diverged(one, other, path, "one\n", "other\n")

    assert f"git show :3:./{path}" in refused(other)
    assert other.git("show", f":3:./{path}") == "one\n"
    other.write(path, "one, other\n")
    sync(other)

    assert other.git("show", f"origin/main:{path}") == "one, other\n"


@pytest.mark.parametrize("removed", [False, True])
def test_a_record_that_one_removed_and_the_other_changed_is_asked_about(two, removed):
    one, other = two
    (one.root / PATH).unlink()
    other.write(PATH, RECORD.replace("301", "303"))
    sync(one)
    with pytest.raises(ImpossibleError) as stopped:
        sync(other)
    assert f"git rm -- {PATH}" in str(stopped.value.hint)

    assert f"git rm -- {PATH}" in refused(other)
    other.git(*(("rm", "--quiet") if removed else ("add",)), "--", PATH)
    sync(other)

    assert (other.root / PATH).exists() != removed
    assert other.git("rev-parse", "HEAD") == other.git("rev-parse", "origin/main")


def test_a_marker_within_a_text_is_no_marker(two):
    one, other = two
    one.write(PATH, RECORD + "goal: |\n  <<<<<<< HEAD\n  text\n")

    assert sync(one).sent == 1
    sync(other)
    assert "<<<<<<< HEAD" in other.read(PATH)


def test_without_a_branch_nothing_is_committed(two):
    one, _other = two
    one.git("switch", "--quiet", "--detach")
    add(one, "{id: a-aaaa, what: 一}")
    before = one.git("rev-parse", "HEAD")

    with pytest.raises(ImpossibleError, match="No branch"):
        sync(one)

    assert one.git("rev-parse", "HEAD") == before
    one.git("switch", "--quiet", "main")
    assert sync(one).sent == 1


def test_only_records_and_what_belongs_to_them_are_shared(two):
    one, _other = two
    left = [".commcoord-0123.tmp", ".plan.swp", "~$x.docx", "plan.yaml.orig", "notes.txt"]
    for name in left:
        one.write(f"records/2023Q4/minutes/{name}", "x")
    one.write("templates/.minutes.md.j2.swp", "x")
    add(one, "{id: a-aaaa, what: 一}")

    sync(one)

    assert one.git("show", "--name-only", "--format=", "-z", "HEAD") == f"{PATH}\0"
    assert len(one.git("status", "--porcelain", "--untracked-files=all").splitlines()) == len(left) + 1


MOVED = PATH.replace("7qk2", "9zzz")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("rm", "--quiet", PATH), []),
        (("mv", PATH, MOVED), [MOVED]),
        (("rm", "--quiet", "--cached", PATH), [PATH]),
    ],
    ids=["removed", "moved", "no longer known"],
)
def test_what_git_was_told_to_remove_or_move_is_shared(two, words, left):
    one, other = two
    one.git(*words)

    sync(one)
    sync(other)

    assert [path for path in (PATH, MOVED) if (other.root / path).exists()] == left
    assert one.git("status", "--porcelain") == ""


def test_a_change_that_was_staged_and_taken_back_is_none(two):
    one, _other = two
    one.write(PATH, RECORD.replace("301", "302"))
    one.git("add", PATH)
    one.write(PATH, RECORD)
    one.write(MOVED, RECORD)
    one.git("add", MOVED)
    (one.root / MOVED).unlink()

    assert sync(one).committed == ""
    assert one.git("status", "--porcelain") == ""


def test_what_a_command_writes_while_others_are_fetched_is_merged(two, monkeypatch):
    one, other = two
    add(one, "{id: a-aaaa, what: 一}")
    sync(one)
    reach = syncing.git.reach

    def slow(root, *arguments):
        if arguments[0] == "fetch" and "a-bbbb" not in other.read(PATH):
            add(other, "{id: a-bbbb, what: 二}")
        return reach(root, *arguments)

    monkeypatch.setattr(syncing.git, "reach", slow)
    report = sync(other)

    assert (report.received, report.sent, report.committed) == (1, 2, "对接会: Actions: + 二")
    assert "a-aaaa" in other.read(PATH)


@pytest.mark.parametrize(
    ("setting", "match"),
    [
        (("config", "branch.main.remote", "."), "no remote"),
        (("config", "branch.main.remote", "gone"), "no remote"),
        (("remote", "rename", "origin", "first"), "several remotes"),
    ],
)
def test_a_branch_that_is_shared_nowhere_is_an_error_where_there_is_a_remote(two, setting, match):
    one, _other = two
    one.git(*setting)
    if match == "several remotes":
        one.git("config", "--unset", "branch.main.remote")
        one.git("remote", "add", "second", "elsewhere.git")

    with pytest.raises(ImpossibleError, match=match):
        sync(one)


def test_records_that_git_ignores_are_named(two):
    one, _other = two
    one.write(".git/info/exclude", "secret*\n")
    one.write("records/2023Q4/minutes/secret.yaml", RECORD)

    assert committing.ignored_files(one.root) == ["records/2023Q4/minutes/secret.yaml"]


WORKER = """
import sys
from pathlib import Path
from commcoord.store import committing, syncing
root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
path = root / "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
for number in range(count):
    entry = f"  - {{id: a-{name}{number:04}, what: 第{number}件}}\\n"
    path.write_text(path.read_text("utf-8") + entry, encoding="utf-8", newline="\\n")
    syncing.sync(root, "en")
"""


def sync_at_once(remote, tmp_path, clones, changes, timeout):
    """Change and sync in parallel; return the changes that are not in the remote afterwards."""
    roots = [cloned(remote, tmp_path / f"clone{number}").root for number in range(clones)]
    started = [
        subprocess.Popen([sys.executable, "-c", WORKER, root, name, str(changes)], stderr=subprocess.PIPE)
        for root, name in zip(roots, "abcde", strict=False)
    ]
    for one in started:
        _out, err = one.communicate(timeout=timeout)
        assert one.returncode == 0, err.decode()
    text = Clone(roots[0]).git("--git-dir", str(remote), "show", f"main:{PATH}")
    return [
        f"a-{name}{number:04}"
        for name in "abcde"[:clones]
        for number in range(changes)
        if f"a-{name}{number:04}" not in text
    ]


def test_all_changes_of_three_clones_arrive(remote, tmp_path):
    assert sync_at_once(remote, tmp_path, 3, 2, timeout=120) == []


@pytest.mark.slow
def test_all_1000_changes_of_five_clones_arrive(remote, tmp_path):
    assert sync_at_once(remote, tmp_path, 5, 200, timeout=3600) == []


def test_a_rehearsal_tells_the_message_and_commits_nothing(two):
    one, _other = two
    assert committing.rehearsed(one.root, "en") == ""
    add(one, "{id: a-aaaa, what: 一}")
    before = one.git("rev-parse", "HEAD")

    assert committing.rehearsed(one.root, "en").startswith("对接会: Actions: + 一\n")
    assert one.git("rev-parse", "HEAD") == before


@pytest.mark.skipif(sys.platform == "win32", reason="a program by a script")
def test_ssh_is_told_to_ask_for_no_secret(two, tmp_path, monkeypatch):
    one, _other = two
    heard = tmp_path / "heard"
    ssh = tmp_path / "bin" / "ssh"
    ssh.parent.mkdir()
    ssh.write_text(f'#!/bin/sh\necho "$GIT_TERMINAL_PROMPT" "$@" >> "{heard}"\nexit 255\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", str(ssh.parent), prepend=os.pathsep)
    one.git("remote", "set-url", "origin", "ssh://git@example.invalid/r.git")

    with pytest.raises(ImpossibleError) as stopped:
        sync(one)

    assert heard.read_text().startswith("0 -o BatchMode=yes")
    assert "commcoord sync" in str(stopped.value.hint)
