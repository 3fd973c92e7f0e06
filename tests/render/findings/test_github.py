"""Annotations on GitHub: ten at most, the worst first, and no text of a record that becomes a command."""

from commcoord.render.findings.github import rendered
from commcoord.render.findings.report import Report
from tests.render.findings.located import PLAN, located


def test_an_annotation_names_place_rule_and_mend():
    text = rendered(Report([located(command="commcoord next 7qk2")], prefix="company/"))

    assert text.splitlines() == [
        f"::error file=company/{PLAN},line=9,col=7,title=CC102 goal-without-result::no result%0Acommcoord next 7qk2",
        "commcoord: 1 error, 0 warnings",
    ]


def test_the_worst_ten_come_first_and_the_rest_is_counted():
    found = [
        located("CC405", "agenda-without-frame", "info"),
        *[located(severity="warning", line=n) for n in range(1, 12)],
    ]
    lines = rendered(Report([*found, located()])).splitlines()

    assert [line.partition(" ")[0] for line in lines] == ["::error", *["::warning"] * 9, "::notice"]
    assert lines[-1] == "::notice title=commcoord::1 error, 11 warnings, 1 note"


def test_what_a_record_says_stays_in_its_line():
    text = rendered(Report([located(text="100%\r\n::error::owned", path="a,b:c%.yaml")]))

    assert "file=a%2Cb%3Ac%25.yaml,line=9" in text
    assert "::100%25%0D%0A::error::owned\n" in text
    assert len(text.splitlines()) == 2
