"""The benchmark itself: it runs where there are no peers, and tells what is met and what is not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def measuring(monkeypatch):
    """The modules of the benchmark, which are scripts and so no package of the product."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from measuring import page, table, timing

    return {"page": page, "table": table, "timing": timing}


def test_a_tiny_run_without_peers_prints_the_table_and_keeps_its_figures(tmp_path):
    kept = tmp_path / "figures.json"
    script = [sys.executable, BENCHMARKS / "commands.py", "--sizes", "8", "--runs", "1", "--cold-runs", "1"]
    chosen = ["--no-peers", "--only", "list", "version", "--results", kept]
    ran = subprocess.run([*script, *chosen], capture_output=True, text=True, check=True, encoding="utf-8")

    figures = json.loads(kept.read_text("utf-8"))["8"]["figures"]
    assert set(figures) == {
        *("list", "list, beside edits", "list, after one edit", "list, after progress", "list, cold"),
        *("version", "git status", "python -c pass"),
    }
    assert all(one["seconds"] > 0 for one in figures.values())
    assert figures["list"]["memory"] > 5
    assert "| `--version` |" in ran.stdout
    assert "not compared" in ran.stdout  # todoman's cold run, which nobody has made


def test_a_row_tells_of_each_bound_whether_it_is_met(measuring):
    figures = {
        "git status": {"seconds": 0.02, "processor": 0.02},
        "task overdue": {"seconds": 0.3, "processor": 0.3},
        "followup": {"seconds": 0.14, "processor": 0.1, "memory": 40.0},
    }

    row = next(line for line in measuring["table"].lines(figures) if line.startswith("| `followup`"))

    assert row == (
        "| `followup`, warm | 0.140 | 0.100 | 7.0 | 40 MB | ≤ 0.5 × `task overdue`; ≤ 6 × `git status`"
        " | 0.47 ×; 7.00 × | yes; **no** |"
    )


def test_growth_stands_beside_the_time_of_the_size_before(measuring):
    sizes = {1000: {"list": {"seconds": 0.1}}, 10_000: {"list": {"seconds": 0.5}}}

    assert "| 0.500 s (5.0 × the time for 10 × the records) |" in list(measuring["table"].growth(sizes))[-1]


def test_only_what_stands_between_the_marks_is_written_anew(measuring, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "Before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nAfter\n", encoding="utf-8"
    )

    measuring["page"].written(page, "measured", "| new \\1 |")

    assert page.read_text("utf-8") == (
        "Before\n<!-- measured: begin -->\n\n| new \\1 |\n\n<!-- measured: end -->\nAfter\n"
    )
    with pytest.raises(ValueError, match="no place for growth"):
        measuring["page"].written(page, "growth", "")


def test_programs_take_turns_and_a_preparation_is_not_timed(measuring, tmp_path):
    timing, order = measuring["timing"], []
    quick = [sys.executable, "-c", "pass"]
    cases = [timing.Case(name, quick, tmp_path, {}, lambda name=name: order.append(name)) for name in "ab"]

    found = timing.by_turns(cases, 3)

    assert order == ["a", "b"] * 3
    assert [len(runs.took) for runs in found.values()] == [3, 3]
