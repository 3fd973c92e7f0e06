"""Whatever lies in the folder of the records: every command goes on, and a finding says what cannot be read."""

import os
import sys

import pytest

from commcoord.store.tree import record_files, record_paths

NOW = "2023-10-20 18:00"
PLAN = """\
kind: plan
id: plan-20231020-m4x9
title: Café 对接会
scenario: routine
step: goal
date: 2023-10-20
"""
EVERYWHERE = [
    ("list",),
    ("search", "对接会"),
    ("followup",),
    ("today", "张伟"),
    ("status",),
    ("review",),
    ("stats",),
    ("export", "--to", "csv"),
    ("show", "m4x9"),
    ("trace", "m4x9"),
    ("goal", "m4x9", "--goal", "定下渠道", "--dry-run"),
    ("doctor",),
]


@pytest.fixture
def odd(repository, write):
    """A repository with one good record, and a function that makes something odd beside it."""
    folder = write(PLAN).parent

    def make(name):
        if name == "pipe":
            os.mkfifo(folder / "x.yaml")
        elif name == "pipe by a link":
            os.mkfifo(folder / "pipe")
            (folder / "x.yaml").symlink_to("pipe")
        elif name == "name":
            (folder / os.fsdecode(b"bad\xff.yaml")).write_text(PLAN.replace("m4x9", "m4x8"), "utf-8")
        elif name == "folder's name":
            (folder / os.fsdecode(b"bad\xff")).mkdir()
            (folder / os.fsdecode(b"bad\xff/x.yaml")).write_text(PLAN.replace("m4x9", "m4x8"), "utf-8")
        elif name == "link":
            (folder / "x.yaml").symlink_to("nowhere")
        elif name == "folder":
            (folder / "x.yaml").mkdir()

    repository.make = make
    return repository


linux = pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere allow no such names")


@linux
@pytest.mark.parametrize("words", EVERYWHERE, ids=lambda words: words[0])
@pytest.mark.parametrize("name", ["pipe", "pipe by a link", "name", "folder's name", "link", "folder"])
def test_no_command_stumbles_over_what_is_no_record(odd, name, words):
    odd.make(name)
    answer = odd(*words, now=NOW, code=None)

    assert answer.code in (0, 1)
    assert "commcoord: " not in answer.err


@linux
@pytest.mark.parametrize(("name", "said"), [("name", "not UTF-8"), ("link", "cannot be read")])
def test_a_record_that_cannot_be_opened_is_a_finding(odd, name, said):
    odd.make(name)

    assert said in odd("check", "--select", "CC001", now=NOW, code=1).out


@linux
@pytest.mark.parametrize("name", ["pipe", "pipe by a link", "name", "folder's name", "link", "folder"])
def test_all_walks_find_the_same_files(odd, name):
    odd.make(name)
    files = [str(path) for path in record_files(odd.root)]

    assert sorted(record_paths(odd.root)) == sorted(files)
    assert len(files) == (1 if "pipe" in name or name == "folder" else 2)


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("field", ["date: {}", "start: {} 10:00", "start: {}T23:59-14:00"])
def test_a_day_that_nobody_can_count_from_is_a_wrong_field_and_nothing_else_stumbles(odd, write, day, field):
    name = field.partition(":")[0]
    lines = [line for line in PLAN.replace("m4x9", "m4x8").splitlines() if not line.startswith(f"{name}:")]
    write("\n".join([*lines, field.format(day), ""]))

    assert "1900" in odd("check", "--select", "CC002", now=NOW, code=1).out
    for words in EVERYWHERE:
        assert odd(*words, now=NOW, code=None).code in (0, 1)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_nobody_can_count_from_is_refused_with_the_text(odd, day):
    assert day in odd("goal", "m4x9", "--set", f"start={day} 10:00", now=NOW, code=2).err
    assert day in odd("list", "--as-of", day, now=None, code=2).err


@pytest.mark.parametrize("name", ["Café", "Cafe\u0301", "cafe\u0301 对接会"])
def test_a_title_is_heard_however_its_letters_are_composed(odd, name):
    assert "plan-20231020-m4x9" in odd("show", name, now=NOW).out
