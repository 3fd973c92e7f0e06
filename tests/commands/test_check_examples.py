"""`commcoord check` over the examples, as a reader of their comments would expect it."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FAULT = re.compile(r"# fault: (CC\d{3})")
BROKEN = sorted((EXAMPLES / "broken").glob("*/*.yaml"))
EXPECTED = {"gbk": ["CC001"], "fine-bom-crlf": []}
"""What cannot stand in a comment: it could not be read, or there is nothing to say."""


def test_each_planted_fault_is_found_and_no_others(company):
    found = json.loads(company("check", "--json", code=1).out)
    planted = Counter(
        (path.relative_to(company.root).as_posix(), rule)
        for path in company.root.glob("records/*/*/*.yaml")
        for rule in FAULT.findall(path.read_text("utf-8"))
    )

    assert Counter((one["path"], one["rule"]) for one in found) == planted
    assert len(planted) > 40


def test_each_fault_is_shown_at_its_comment(company):
    """The comment stands near the line in question; what is missing is shown at the record's first line."""
    far = []
    for one in json.loads(company("check", "--json", code=1).out):
        lines = company.file(one["path"]).splitlines()
        place = next(number for number, line in enumerate(lines, 1) if f"fault: {one['rule']}" in line)
        missing = lines[one["line"] - 1].startswith("kind: ")
        if not missing and abs(one["line"] - place) > 7:
            far.append((one["path"], one["rule"], place, one["line"]))

    assert far == []


def test_a_second_check_answers_the_same(company):
    assert company("check", code=1).out == company("check", code=1).out != ""


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.parent.name)
def test_a_broken_file_is_told_and_every_other_record_is_served(company, path):
    before = json.loads(company("check", "--json", code=1).out)
    content = path.read_bytes()
    place = f"records/2023Q4/plan/{path.name}"
    (company.root / place).write_bytes(content)
    found = json.loads(company("check", "--json", code=1).out)

    new = [one for one in found if one["path"] == place]
    expected = EXPECTED.get(path.parent.name, FAULT.findall(content.decode("utf-8", "replace")))
    assert [one["rule"] for one in new] == expected
    assert [one for one in found if one["path"] != place] == before
    assert (company.root / place).read_bytes() == content


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.parent.name)
def test_a_broken_file_may_be_checked_where_it_lies(company, path):
    found = json.loads(company("check", str(path), "--json", "--ignore", "CC006", code=None).out)

    assert [one["rule"] for one in found] == EXPECTED.get(
        path.parent.name, FAULT.findall(path.read_bytes().decode("utf-8", "replace"))
    )
