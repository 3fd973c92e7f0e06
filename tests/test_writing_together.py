"""Several processes write one record: every word of each stands there afterwards."""

import subprocess
import sys

import pytest

from commcoord import cli
from commcoord.store.files import ChangedMeanwhileError
from commcoord.workspace import Workspace
from tests.store.gits import made

PATH = "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
RECORD = """\
kind: minutes
id: minutes-20231020-7qk2
title: 对接会
scenario: routine
step: followup
date: 2023-10-20
place: 301会议室   # 三楼
actions:
  - {id: a-3f9k, what: 提交清单, owner: 王强, due: 2023-10-22, status: open}
"""
WORKER = """
import sys
from commcoord import cli
root, name, count = sys.argv[1:]
for number in range(int(count)):
    code = cli.run(["-C", root, "--quiet", "progress", "a-3f9k", f"{name}-{number}.", "--by", name])
    assert code == 0, code
"""

pytestmark = pytest.mark.usefixtures("person")


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMCOORD_NOW", "2023-10-21 10:00")
    clone = made(tmp_path / "company")
    clone.write(PATH, RECORD)
    return clone.root


def write_at_once(root, processes, updates):
    """Have processes write one record at once; return its text and the entries that are not there exactly once."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, root, f"p{number}", str(updates)], stderr=subprocess.PIPE
        )
        for number in range(processes)
    ]
    for one in started:
        _out, err = one.communicate(timeout=3000)
        assert one.returncode == 0, err.decode()
    text = (root / PATH).read_text("utf-8")
    entries = [f"p{process}-{update}." for process in range(processes) for update in range(updates)]
    return text, [one for one in entries if text.count(f"note: {one}") != 1]


def test_all_log_entries_of_all_processes_are_present(root):
    text, lost = write_at_once(root, 4, 8)

    assert lost == []
    assert text.count("note:") == 4 * 8
    assert "# 三楼" in text


@pytest.mark.slow
def test_all_800_log_entries_of_eight_processes_are_present(root):
    text, lost = write_at_once(root, 8, 100)

    assert lost == []
    assert text.count("note:") == 8 * 100


WAITER = """
import sys
from pathlib import Path
from commcoord.store.locks import exclusive
with exclusive(Path(sys.argv[1]), patience=0.1):
    pass
"""


@pytest.mark.parametrize(
    "command",
    [
        ["progress", "a-3f9k", "联系了"],
        ["reschedule", "a-3f9k", "2023-10-30", "--because", "等场地"],
        ["reschedule", "7qk2", "2023-10-30", "--because", "等场地"],
        ["cancel", "7qk2", "--because", "改期"],
    ],
)
def test_what_is_added_to_a_record_is_read_while_nobody_else_writes(root, monkeypatch, command):
    """Else the entry that another command has added since is not among those that are written back."""
    editable = Workspace.editable
    waited = []

    def watched(opened, source):
        done = subprocess.run([sys.executable, "-c", WAITER, root], capture_output=True, check=False)
        waited.append("has been writing here" in done.stderr.decode())
        return editable(opened, source)

    monkeypatch.setattr(Workspace, "editable", watched)

    assert cli.run(["-C", str(root), "--quiet", *command]) == 0
    assert waited == [True]


def workspace(root):
    from datetime import datetime

    return Workspace.open(root, lambda zone: datetime(2023, 10, 21, 10, tzinfo=zone))


def changed(space, field, value):
    source = space.find("7qk2")
    tree = space.editable(source)
    tree[field] = value
    return tree


def test_a_save_keeps_what_somebody_else_wrote_meanwhile(root):
    one, other = workspace(root), workspace(root)
    mine, yours = changed(one, "goal", "定下渠道"), changed(other, "place", "302室")

    one.save(PATH, mine)
    change = other.save(PATH, yours)

    text = (root / PATH).read_text("utf-8")
    assert "goal: 定下渠道" in text
    assert "place: 302室   # 三楼" in text
    assert "goal" not in "".join(line for line in change.diff.splitlines() if line.startswith(("+", "-")))


def test_a_save_that_disagrees_writes_nothing(root):
    one, other = workspace(root), workspace(root)
    mine, yours = changed(one, "place", "301室"), changed(other, "place", "302室")

    one.save(PATH, mine)

    with pytest.raises(ChangedMeanwhileError) as refused:
        other.save(PATH, yours)
    assert "+place: 302室" in str(refused.value.hint)
    assert "place: 301室   # 三楼" in (root / PATH).read_text("utf-8")
