"""What nobody speaks of: CC607 overdue-unexplained and CC608 progress-silent, as of 31 October 2023."""

import pytest

from tests.rules.cases import of_rule

each_language = pytest.mark.parametrize("language", ["zh", "en"])


def of_item(rule, item, language="zh"):
    overlay = f"step: followup\nactions: [{{id: a-3f9k, what: 提交清单, owner: 王强（销售部）, {item}}}]"
    return of_rule(rule, overlay, language)


@each_language
@pytest.mark.parametrize(
    ("item", "silent"),
    [
        ("due: 2023-10-30", True),
        ("due: 2023-10-31", False),  # due today is not overdue
        ("due: 2023-10-30, log: [{on: 2023-10-29, note: 快了}]", True),
        ("due: 2023-10-30, log: [{on: 2023-10-30, note: 还差一家}]", False),
        ("due: 2023-10-30, log: [{on: 2023-10-30, status: doing}]", True),  # no word of why
        ("due: 2023-10-30, log: [{on: 2023-11-02, note: 后来补的}]", True),  # not yet said
        ("due: 2023-10-30, status: done, done_on: 2023-10-30", False),
        ("due: 2023-10-30, status: cancelled", False),
        ("status: open", False),
    ],
)
def test_what_is_overdue_is_explained(item, silent, language):
    assert of_item("CC607", item, language) == ["warning actions.0.due"] * silent


@each_language
@pytest.mark.parametrize(
    ("item", "silent"),
    [
        ("due: 2023-11-24", True),  # nothing since the meeting on the 20th
        ("due: 2023-11-24, log: [{on: 2023-10-23, note: 开始}]", True),
        ("due: 2023-11-24, log: [{on: 2023-10-24, note: 开始}]", False),
        ("due: 2023-11-24, every: 14d", False),
        ("due: 2023-11-24, every: 1d, log: [{on: 2023-10-29, note: 开始}]", True),
        ("due: 2023-11-24, status: blocked", False),
        ("due: 2023-11-24, status: done", False),
        ("due: 2023-10-26", False),  # CC607 speaks of it
        ("due: 2023-10-22, log: [{on: 2023-10-22, note: 还差一家}]", True),  # explained, and then silence
        ("status: open", True),
    ],
)
def test_what_is_open_is_spoken_of(item, silent, language):
    assert of_item("CC608", item, language) == ["warning actions.0.log"] * silent


OPENED_AGAIN = "log: [{on: 2023-10-21, status: done}, {on: 2023-11-02, note: 没好, status: open}]"
LATER = "log: [{on: 2023-11-02, note: 后来说的, %s}]"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (f"due: 2023-11-20, {LATER % 'due: {from: 2023-10-26, to: 2023-11-20}'}", "CC607"),
        (
            f"due: 2023-10-26, status: blocked, needs: {{what: 付款, of: 财务部}}, {LATER % 'status: blocked'}",
            "CC607",
        ),
        (f"due: 2023-10-26, status: cancelled, {LATER % 'status: cancelled'}", "CC607"),
        (f"due: 2023-10-26, status: done, done_on: 2023-11-02, {LATER % 'status: done'}", "CC607"),
        (
            f"due: 2023-11-24, status: blocked, needs: {{what: 付款, of: 财务部}}, {LATER % 'status: blocked'}",
            "CC608",
        ),
        (f"due: 2023-11-24, status: cancelled, {LATER % 'status: cancelled'}", "CC608"),
        (f"due: 2023-11-24, {OPENED_AGAIN}", None),
    ],
)
def test_what_was_noted_later_changes_nothing_on_a_past_day(item, found):
    places = {"CC607": "due", "CC608": "log"}

    assert {rule: of_item(rule, item) for rule in places} == {
        rule: [f"warning actions.0.{place}"] * (rule == found) for rule, place in places.items()
    }


def test_what_waits_for_another_item_is_not_asked():
    overlay = """\
step: followup
actions:
  - {id: a-3f9k, what: 提交清单, due: 2023-11-24, after: [a-7h2m]}
  - {id: a-7h2m, what: 取得许可, due: 2023-11-20, log: [{on: 2023-10-30, note: 已申请}]}
"""
    assert of_rule("CC608", overlay) == []
    assert of_rule("CC608", overlay.replace("due: 2023-11-20", "status: done, done_on: 2023-10-24")) == [
        "warning actions.0.log"
    ]
    assert of_rule("CC608", overlay.replace("log: [{on: 2023-10-30, note: 已申请}]", OPENED_AGAIN)) == [
        "warning actions.0.log"
    ]


def test_a_company_sets_its_own_rhythm():
    overlay = "step: followup\nactions: [{what: 提交清单}]\nsettings: {deadlines: {progress_every: 20d}}"

    assert of_rule("CC608", overlay) == []
