"""Code quality on GitLab: known faults are known again when lines have moved."""

import json
from dataclasses import replace

from commcoord.render.findings.gitlab import rendered
from commcoord.render.findings.report import Report
from tests.render.findings.located import PLAN, located


def issues(*found, prefix=""):
    return json.loads(rendered(Report(found, prefix=prefix)))


def test_an_issue_says_what_where_and_how_bad():
    (issue,) = issues(located(), prefix="company/")

    assert issue["description"] == "no result"
    assert issue["check_name"] == "CC102 goal-without-result"
    assert issue["severity"] == "major"
    assert issue["location"] == {"path": f"company/{PLAN}", "lines": {"begin": 9}}


def test_the_fingerprint_does_not_move_with_the_line():
    first, moved = issues(located())[0], issues(replace(located(), line=40, column=3))[0]

    assert first["fingerprint"] == moved["fingerprint"]


def test_every_issue_has_a_fingerprint_of_its_own():
    same = [
        located(),
        replace(located(), line=12),
        located(text="another"),
        located("CC103"),
        located(path="b.yaml"),
    ]

    assert len({issue["fingerprint"] for issue in issues(*same)}) == len(same)


def test_nothing_found_is_an_empty_list():
    assert issues() == []
