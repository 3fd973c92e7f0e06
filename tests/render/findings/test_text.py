"""A finding for people: the line, a caret under the place in question, the mend."""

from dataclasses import replace

from commcoord.console import safe
from commcoord.language.messages import Message
from commcoord.language.widths import width
from commcoord.render.findings.report import Report
from commcoord.render.findings.text import excerpt, rendered
from commcoord.rules.located import Located
from tests.render.findings.located import located


def found(shown="goal: 讨论预算", column=7, **finding) -> Located:
    one = located(text="a topic, no result", shown=shown, column=column)
    return replace(one, ruling=one.ruling._replace(finding=one.ruling.finding._replace(**finding)))


def test_a_block_shows_place_rule_line_and_mend():
    text = rendered(Report([found(command='commcoord goal plan-20231020-7qk2 --goal "…"')]))

    assert text == (
        "records/2023Q4/plan/plan-20231020-7qk2.yaml:9:7: CC102 goal-without-result: a topic, no result\n"
        "  9 | goal: 讨论预算\n"
        "    |       ^\n"
        '  → commcoord goal plan-20231020-7qk2 --goal "…"\n'
    )


def test_the_caret_counts_chinese_characters_as_two_columns():
    line = "  - {who: 财务部, what: 预算上限}"
    caret = rendered(Report([found(line, line.index("预") + 1)])).splitlines()[2]

    assert caret.index("^") == width(f"  9 | {line[: line.index('预')]}")


def test_a_long_line_is_cut_on_both_sides_of_the_place():
    line = "甲" * 100 + "HERE" + "乙" * 100
    before, after = excerpt(line, 100, 60)

    assert (before[0], before[1:], after[:4], after[-1]) == ("…", "甲" * 8, "HERE", "…")
    assert width(before + after) <= 60


def test_what_a_terminal_would_obey_is_shown_as_its_code():
    text = rendered(Report([found("title: \x1b]52;c;AA", 8)], safe=safe))

    assert "title: \\x1b]52" in text
    assert "\x1b" not in text


def test_a_message_of_several_lines_stays_in_one():
    text = rendered(Report([found(hint=Message("first\n::error::second"))]))

    assert text.endswith("\n  first ::error::second\n")


def test_nothing_found_is_nothing_said():
    assert rendered(Report([])) == ""
