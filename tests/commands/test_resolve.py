"""Settling a conflict field by field, by options and on a real terminal."""

import json
import sys

import pexpect
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
{place}
actions:
  - id: a-3f9k
    what: 提交清单
    {due}
"""


def markers(ours, theirs, margin=""):
    return f"<<<<<<< ours\n{margin}{ours}\n=======\n{margin}{theirs}\n>>>>>>> theirs"


CONFLICTED = RECORD.format(
    place=markers("place: 301室  # 三楼", "place: 302室  # 三楼"),
    due=markers("due: 2023-10-22", "due: 2023-10-25", "    ").strip(" "),
).replace("    <<<<<<<", "<<<<<<<")
FIELDS = ("place", "actions.a-3f9k.due")


@pytest.fixture
def conflict(repository):
    Clone(repository.root).write(PATH, CONFLICTED)
    return repository


def test_it_lists_what_both_sides_changed(conflict):
    found = json.loads(conflict("resolve", "--json", code=1).out)

    assert found == [
        {
            "path": PATH,
            "conflicts": [
                {"field": "place", "ours": "301室", "theirs": "302室"},
                {"field": "actions.a-3f9k.due", "ours": "2023-10-22", "theirs": "2023-10-25"},
            ],
        }
    ]


def test_without_a_terminal_it_says_what_to_say(conflict):
    answer = conflict("resolve", "7qk2", code=1)

    assert "place: “301室” or “302室”" in answer.err
    assert "--take place=ours" in answer.err
    assert conflict.file(PATH) == CONFLICTED


def test_each_field_takes_the_side_that_was_said(conflict):
    conflict("resolve", "7qk2", "--take", "place=theirs", "--take", "actions.a-3f9k.due=ours")

    assert conflict.file(PATH) == RECORD.format(place="place: 302室  # 三楼", due="due: 2023-10-22")


def test_one_side_for_all_but_those_that_are_named(conflict):
    conflict("resolve", "--theirs", "--take", "place=ours")

    assert conflict.file(PATH) == RECORD.format(place="place: 301室  # 三楼", due="due: 2023-10-25")
    assert "No record is in conflict" in conflict("resolve").err


def test_a_rehearsal_writes_nothing(conflict):
    shown = conflict("resolve", "--theirs", "--dry-run")
    diff = shown.out
    assert "this was a rehearsal" in shown.err
    assert diff.startswith(f"--- a/{PATH}\n+++ b/{PATH}\n")
    assert "\n-<<<<<<< ours\n" in diff
    assert "302室" in diff
    rehearsed = json.loads(conflict("resolve", "--theirs", "--dry-run", "--json").out)
    assert rehearsed[0]["diff"] == diff
    assert conflict.file(PATH) == CONFLICTED


def test_json_is_there_whether_or_not_there_is_a_conflict(conflict):
    settled = json.loads(conflict("resolve", "--theirs", "--json").out)

    assert [one["path"] for one in settled] == [PATH]
    assert json.loads(conflict("resolve", "--json").out) == []


def test_markers_that_cannot_be_read_are_left_to_an_editor(conflict):
    Clone(conflict.root).write(PATH, CONFLICTED.replace("=======\n", "", 1))

    answer = conflict("resolve", "7qk2", code=3)

    assert "editor" in answer.err


def test_an_answer_of_the_wrong_form_is_refused(conflict):
    assert "place=mine" in conflict("resolve", "--take", "place=mine", code=2).err
    conflict("resolve", "--ours", "--theirs", code=2)


def test_other_records_are_served_meanwhile(conflict):
    Clone(conflict.root).write(
        "records/2023Q4/plan/plan-20231013-m4x9.yaml",
        "kind: plan\nid: plan-20231013-m4x9\ntitle: 计划\nscenario: routine\nstep: goal\ndate: 2023-10-13\n",
    )

    assert "plan-20231013-m4x9" in conflict("list").out


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there")
def test_it_asks_field_by_field(conflict):
    child = pexpect.spawn(
        sys.executable,
        ["-m", "commcoord", "-C", str(conflict.root), "--lang", "en", "resolve", "7qk2"],
        encoding="utf-8",
        timeout=30,
    )
    for answer in ("3", "2", "1"):
        child.expect("1 or 2")
        child.sendline(answer)
    child.expect(pexpect.EOF)

    assert conflict.file(PATH) == RECORD.format(place="place: 302室  # 三楼", due="due: 2023-10-22")


def test_a_file_that_is_no_utf_8_is_left_to_an_editor(conflict):
    content = CONFLICTED.encode("gbk")
    (conflict.root / PATH).write_bytes(content)

    for arguments in ((), ("7qk2", "--ours"), (PATH, "--theirs")):
        assert "GBK" in conflict("resolve", *arguments, code=3).err
    assert (conflict.root / PATH).read_bytes() == content


def test_markers_within_a_text_are_no_conflict(repository):
    text = RECORD.format(place="place: |\n  <<<<<<< HEAD\n  a\n  =======\n", due="due: 2023-10-22")
    Clone(repository.root).write(PATH, text)

    assert "No record is in conflict" in repository("resolve", "7qk2", "--ours").err
    assert repository.file(PATH) == text


def test_markers_of_which_one_was_deleted_are_told(conflict):
    Clone(conflict.root).write(PATH, CONFLICTED.replace("<<<<<<< ours\n", ""))

    assert "markers do not belong together" in conflict("resolve", code=3).err
    assert "wait for a decision" in conflict("doctor", code=1).out


@pytest.mark.parametrize("name", ["", "commcoord.yaml"])
def test_settings_in_conflict_are_settled_as_records_are(conflict, name):
    settings = conflict.file("commcoord.yaml")
    organisation = "organisation: 远航家电"
    both = settings.replace(organisation, markers("organisation: A", "organisation: B"))
    Clone(conflict.root).write("commcoord.yaml", both)

    assert "commcoord resolve commcoord.yaml" in conflict("list", code=3).err
    assert "commcoord resolve commcoord.yaml" in conflict("doctor", code=1).out
    assert conflict.file(PATH) == CONFLICTED
    conflict("resolve", *filter(None, [name]), "--theirs", "--take", "organisation=ours")

    assert conflict.file("commcoord.yaml") == settings.replace(organisation, "organisation: A")
    assert ("<<<<<<<" in conflict.file(PATH)) == bool(name)


def test_a_record_is_settled_while_the_settings_are_in_conflict(conflict):
    Clone(conflict.root).write("commcoord.yaml", markers("version: 1", "version: 2") + "\n")

    conflict("resolve", "7qk2", "--ours")

    assert conflict.file(PATH) == RECORD.format(place="place: 301室  # 三楼", due="due: 2023-10-22")


def test_a_field_that_is_none_is_refused_with_those_that_there_are(conflict):
    answer = conflict("resolve", "--take", "actions.a-3f9.due=theirs", "--ours", code=2)

    assert "“actions.a-3f9.due”" in answer.err
    assert "actions.a-3f9k.due" in answer.err
    assert conflict.file(PATH) == CONFLICTED


ASKS = """\
asks:
  - {{who: a=b, what: one, urgent: {first}}}
  - {{who: Sales, what: two, urgent: {second}}}
  - {{who: Sales, what: three, urgent: {third}}}
"""


def test_each_field_has_a_name_of_its_own(repository):
    sides = [ASKS.format(first=one, second=one, third=one) for one in ("true", "false")]
    Clone(repository.root).write(
        PATH, RECORD.format(place=f"<<<<<<< ours\n{sides[0]}=======\n{sides[1]}>>>>>>> theirs", due="due: x")
    )
    (found,) = json.loads(repository("resolve", "--json", code=1).out)
    assert [one["field"] for one in found["conflicts"]] == [
        "asks.a=b.urgent",
        "asks.Sales.urgent",
        "asks.Sales#2.urgent",
    ]

    repository(
        "resolve", "--ours", "--take", "asks.a=b.urgent=theirs", "--take", "asks.Sales#2.urgent=theirs"
    )

    assert ASKS.format(first="false", second="true", third="false") in repository.file(PATH)


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("what", ["merge", "rebase", "cherry-pick"])
def test_what_comes_next_is_said_by_what_is_under_way(repository, what):
    clone = Clone(repository.root)
    clone.commit("base", **{PATH: RECORD.format(place="place: 1", due="due: 2023-10-22")})
    clone.git("checkout", "--quiet", "-b", "theirs")
    clone.commit("theirs", **{PATH: RECORD.format(place="place: 2", due="due: 2023-10-22")})
    clone.git("checkout", "--quiet", "main")
    clone.commit("ours", **{PATH: RECORD.format(place="place: 3", due="due: 2023-10-22")})
    clone.git(what, "theirs", code=1)

    following = "commcoord sync" if what == "merge" else f"git {what} --continue"
    assert f"Next: {following}" in repository("resolve", "--theirs").err


@pytest.fixture
def removed(repository):
    clone = Clone(repository.root)
    base = RECORD.format(place="place: 1", due="due: 2023-10-22")
    clone.commit("base", **{PATH: base, "records/keep.txt": ""})
    clone.git("checkout", "--quiet", "-b", "without")
    clone.git("rm", "--quiet", PATH)
    clone.commit("removed")
    clone.git("checkout", "--quiet", "main")
    clone.commit("changed", **{PATH: base.replace("place: 1", "place: 2")})
    return clone


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(("branch", "removing"), [("main", "theirs"), ("without", "ours")])
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_record_that_one_side_removed_stays_or_goes(repository, removed, branch, removing, side):
    removed.git("checkout", "--quiet", branch)
    removed.git("merge", "--no-edit", "without" if branch == "main" else "main", code=1)

    assert "commcoord resolve" in repository("doctor", code=1).out
    assert json.loads(repository("resolve", "--json", code=1).out) == [
        {"path": PATH, "removed_by": removing, "conflicts": []}
    ]
    assert "removed" in repository("resolve", "7qk2", code=1).err
    rehearsed = repository("resolve", f"--{side}", "--dry-run").out
    assert ("-kind: minutes\n" in rehearsed) == (side == removing)
    assert (removed.root / PATH).exists()

    repository("resolve", f"--{side}")

    assert (removed.root / PATH).exists() == (side != removing)
    assert removed.git("ls-files", "--unmerged") == ""
    assert "No record is in conflict" in repository("resolve").err
