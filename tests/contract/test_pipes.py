"""Contract, section 2: exit 1 is an answer of no, never that somebody stopped reading; no traceback reaches a user."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("--help",),
        ("list",),
        ("schema",),
        ("review", "2023Q4"),
        ("followup", "--format", "ics"),
    ],
    ids=" ".join,
)
def test_a_reader_that_has_gone_is_no_answer_of_no(company, words, unbuffered):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "commcoord", *words],
        cwd=company.root,
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered, "COMMCOORD_LANG": "en"},
        check=False,
    )
    os.close(writing)

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_an_answer_that_cannot_be_written_is_said(company):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "commcoord", "schema"],
            cwd=company.root,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "COMMCOORD_LANG": "en"},
            check=False,
        )

    assert done.returncode == 3
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
