"""What a filed record must not leave behind: CC701, CC702 and CC704, and not before it is filed."""

import pytest

from commcoord.rules.judge import at_step
from tests.rules.cases import of_rule, repository

each_language = pytest.mark.parametrize("language", ["zh", "en"])
FAULTY = "actions: [{id: a-3f9k, what: 提交清单, status: doing}]\narchive: {conclusion: , worked: }"


@each_language
@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("status: doing", ["error actions.0.status"]),
        ("what: 连状态都没有", ["error actions.0.status"]),
        ("status: blocked", ["error actions.0.status"]),
        ("status: done", []),
        ("status: cancelled", []),
        ("status: done, done_on: 2023-11-05", []),  # after 31 October, as filed as the step
    ],
)
def test_nothing_is_open_when_it_is_filed(item, found, language):
    assert of_rule("CC701", f"actions: [{{id: a-3f9k, {item}}}]", language) == found


@each_language
@pytest.mark.parametrize("conclusion", ["", "' '"])
def test_a_conclusion(conclusion, language):
    assert of_rule("CC702", f"archive: {{conclusion: {conclusion}}}", language) == [
        "error archive.conclusion"
    ]


@each_language
def test_a_category_is_asked_of_feedback_only(language):
    assert of_rule("CC704", "kind: feedback\narchive: {category: }", language) == ["error archive.category"]
    assert of_rule("CC704", "kind: minutes\narchive: {category: }", language) == []


@pytest.mark.parametrize("step", ["followup", "archive"])
def test_nothing_is_asked_while_it_is_not_filed_yet(step):
    overlay = f"step: {step}\n{FAULTY}"

    assert [rule for rule in ("CC701", "CC702", "CC703", "CC704", "CC705") if of_rule(rule, overlay)] == []


def test_the_gate_asks():
    view = repository(f"step: archive\n{FAULTY}").at_gate("archive")
    record = view.records["minutes-20231020-7qk2"]

    assert [one.rule for one in at_step(record, "archive", view)] == ["CC701", "CC702"]


@pytest.mark.parametrize("now", ["2023-10-25 09:00", "2023-12-25 09:00"])
def test_a_check_of_a_past_day_takes_items_as_they_are_written_as_it_takes_the_step(now):
    done = "actions: [{id: a-3f9k, what: 提交清单, status: done, done_on: 2023-11-20}]"
    assert of_rule("CC701", f"# as of {now}\n{done}") == []
