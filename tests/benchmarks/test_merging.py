"""The benchmark of the merge driver runs, and comes to the same record with it as without."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "merging.py"


def test_a_tiny_run_tells_what_each_merge_and_a_rebase_take():
    ran = subprocess.run(
        [sys.executable, SCRIPT, "--commits", "4", "--rounds", "1", "--runs", "1"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )

    assert "by pieces: " in ran.stdout
    assert "beyond 4 x python -c pass: " in ran.stdout
    assert not ran.stderr


def test_an_interpreter_without_commcoord_is_told():
    ran = subprocess.run([sys.executable, "-I", "-S", SCRIPT], capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "run this with the interpreter that commcoord is installed in" in ran.stderr
    assert "Traceback" not in ran.stderr
