"""Where the answer goes: a screen with colours or without, a pipe whose reader has gone, nowhere at all."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ESCAPE = b"\x1b["
PLAN = "records/2023Q4/plan/plan-20231020-7qk2.yaml"
RECORD = """\
kind: plan
id: plan-20231020-7qk2
title: 推广方案
scenario: routine
step: goal
date: 2023-10-20
"""


@pytest.fixture
def closed(repository):
    """The program in a repository with a fault, with some of its streams closed from the beginning."""
    path = repository.root / PLAN
    path.parent.mkdir(parents=True)
    path.write_text(RECORD, encoding="utf-8")

    def run(redirections: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = ["sh", "-c", f'exec "$@" {redirections}', "sh", sys.executable, "-m", "commcoord"]
        environment = {**os.environ, "COMMCOORD_LANG": "en", "COMMCOORD_NOW": "2023-10-20 09:00"}
        return subprocess.run(
            [*command, "-C", str(repository.root), *arguments],
            capture_output=True,
            check=False,
            env=environment,
        )

    return run


@pytest.mark.parametrize("arguments", [["list"], ["check"], ["check", "--json"], ["--help"], ["status"]])
def test_an_answer_that_nobody_can_hear_ends_quietly(closed, arguments):
    heard = closed("", *arguments)
    found = closed(">&-", *arguments)

    assert found.returncode == heard.returncode
    assert found.stderr == heard.stderr
    assert heard.stdout
    assert not found.stdout


def test_all_streams_may_be_closed(closed):
    assert closed("<&- >&- 2>&-", "check").returncode == 1
    assert closed("2>&-", "list", "nonsense").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--version"], 0), (["list"], 0), (["check"], 1), (["nonsense"], 2), (["list", "--nonsense"], 2)],
)
def test_a_full_disk_is_told_for_an_answer_and_changes_nothing_for_the_talk(closed, arguments, code):
    talked = closed("2>/dev/full", *arguments)
    answered = closed(">/dev/full", *arguments)

    assert talked.returncode == code
    assert answered.returncode == (2 if code == 2 else 3)
    assert b"rror: " in answered.stderr
    assert b"Traceback" not in answered.stderr


@pytest.mark.parametrize(
    ("setting", "colours"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_colours_only_where_they_are_wanted(repository, setting, colours):
    path = repository.root / PLAN
    path.parent.mkdir(parents=True)
    path.write_text(RECORD, encoding="utf-8")
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "commcoord", "-C", str(repository.root), "check"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=kept | setting) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        process.wait()
    os.close(ours)

    assert b"CC101" in shown
    assert (ESCAPE in shown) == colours


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how a terminal says that everybody has gone
        return b""
