"""Every rule has a whole page, and its examples show what they say: this fault and no other, and no fault."""

import shlex
from dataclasses import astuple

import pytest

from commcoord.records.ids import kind_of
from commcoord.records.vocabulary import KINDS, STEPS
from commcoord.rules.manual import Example, Manual, manual_of
from commcoord.rules.rule import Rule, all_rules
from commcoord.steps.answers import answers_of
from tests.rules.cases import found, repository, rulings

LANGUAGES = ("zh", "en")
each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.id}-{rule.name}")
each_language = pytest.mark.parametrize("language", LANGUAGES)


def example(rule: Rule, language: str) -> Example:
    return manual_of(rule.manual).example(language)


@each_rule
def test_a_page_has_all_its_parts(rule):
    page = manual_of(rule.manual)

    assert all(page.paragraphs)
    assert all(astuple(page.chinese) + astuple(page.english))


@each_rule
@each_language
def test_the_bad_example_has_this_fault_and_no_other(rule, language):
    assert {one.rule for one in rulings(example(rule, language).bad, language)} == {rule.id}


@each_rule
@each_language
def test_the_good_example_has_no_fault(rule, language):
    assert found(example(rule, language).good, language) == []


@each_rule
@each_language
def test_a_finding_says_how_to_mend_it(rule, language):
    for one in rulings(example(rule, language).bad, language):
        assert one.finding.message.english
        assert one.finding.command or one.finding.hint


@each_rule
@each_language
def test_the_step_that_mends_it_has_the_options_that_the_command_names(rule, language):
    for one in rulings(example(rule, language).bad, language):
        program, name, record, *arguments = (shlex.split(one.finding.command) + [""] * 3)[:9]
        if name in STEPS:
            options = {word for word in arguments if word.startswith("--")}

            assert (program, record) == ("commcoord", one.record)
            assert options <= {"--set"} | {answer.option for answer in answers_of(name, kind_of(record))}


@each_rule
@each_language
def test_a_finding_points_at_a_field_or_below_the_place_of_a_missing_one(rule, language):
    view = repository(example(rule, language).bad, language)
    trees = {source.path: source.tree for source in view.sources}
    for one in rulings(example(rule, language).bad, language):
        parent = trees.get(one.source)
        for key in one.finding.path[:-1]:
            parent = parent.get(key, {}) if isinstance(key, str) else parent[key]
            assert isinstance(parent, dict | list)


@each_language
@pytest.mark.parametrize("kind", KINDS)
def test_the_records_under_the_examples_have_no_fault(kind, language):
    assert found(f"kind: {kind}", language) == []


def test_a_docstring_is_read_part_by_part():
    page = manual_of(
        "Nobody decides.\n\nWhat: no name\n  stands there.\n\nWhy: so.\n\nBad:\n    people:\n      decides:\n\nGood:\n    title: 好\n"
        "\nBad (en):\n    title:\n\nGood (en):\n    # as of 2023-10-25 09:00\n    title: good\n    ---\n    kind: plan\n"
    )

    assert page == Manual(
        "Nobody decides.",
        "no name stands there.",
        "so.",
        Example("people:\n  decides:", "title: 好"),
        Example("title:", "# as of 2023-10-25 09:00\ntitle: good\n---\nkind: plan"),
    )


def test_what_a_docstring_lacks_is_empty():
    assert manual_of("Only a fault.\n") == Manual("Only a fault.", "", "", Example("", ""), Example("", ""))
