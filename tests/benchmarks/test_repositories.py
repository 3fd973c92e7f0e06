"""The repositories that the benchmarks run on: such as a careful team would have them, and the same every time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Program

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "repositories.py"
NOW = "2026-04-01 09:00"
RECORDS = 240


def generated(folder: Path, count: int) -> Path:
    subprocess.run([sys.executable, SCRIPT, folder, str(count)], check=True)
    return folder


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return generated(tmp_path_factory.mktemp("generated"), RECORDS)


@pytest.fixture
def program(root, capsys, monkeypatch) -> Program:
    return Program(root, capsys, monkeypatch)


def test_every_record_is_read_and_few_of_them_have_a_fault(root, program):
    findings = json.loads(program("check", "--format", "json", now=NOW, code=None).out)

    assert len(list(root.glob("records/*/*/*.yaml"))) == RECORDS
    assert {one["rule"] for one in findings} & {"CC001", "CC002", "CC003", "CC004", "CC005", "CC006"} == set()
    assert (
        0 < len({one["path"] for one in findings}) < 0.12 * RECORDS
    )  # the youngest two months are the worst


def test_a_record_has_about_three_items_and_two_kilobytes(root):
    texts = [path.read_text("utf-8") for path in root.glob("records/*/*/*.yaml")]

    assert 2.8 < sum(text.count("\n    status: ") for text in texts) / RECORDS < 3.2
    assert 1800 < sum(len(text.encode()) for text in texts) / RECORDS < 2600


def test_the_chase_finds_every_sort_of_thing_that_is_late(program):
    items = json.loads(program("followup", "--json", now=NOW).out)["items"]

    assert {"action-overdue", "action-due", "blocked", "solve-due", "archive-due"} <= {
        one["type"] for one in items
    }


def test_meetings_of_a_series_carry_over_what_was_left(root):
    minutes = [path.read_text("utf-8") for path in root.glob("records/*/minutes/*.yaml")]

    assert any("\nleftover: [a-" in text for text in minutes)


def test_the_same_number_of_records_is_the_same_repository(root, tmp_path):
    again = generated(tmp_path / "again", RECORDS)

    def everything(folder: Path) -> dict[str, str]:
        return {
            str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.glob("records/*/*/*")
        }

    assert everything(again) == everything(root)
