"""One owner, one deadline, something to deliver: CC602 to CC606, CC609 and CC610, for every kind of item."""

import pytest

from tests.rules.cases import of_rule, rulings

LISTS = {"plan": "actions", "minutes": "actions", "task": "milestones", "feedback": "measures"}
WHOLE = "id: a-3f9k, what: 提交清单, owner: 王强（销售部）, due: 2023-11-24"
each_kind = pytest.mark.parametrize("kind", LISTS)
each_language = pytest.mark.parametrize("language", ["zh", "en"])


def of_item(rule, item, kind="minutes", language="zh"):
    overlay = f"kind: {kind}\nstep: followup\n{LISTS[kind]}: [{{{item}}}]"
    place = f"{LISTS[kind]}.0."
    return [one.replace(place, "") for one in of_rule(rule, overlay, language)]


@each_kind
@each_language
@pytest.mark.parametrize(
    ("rule", "item", "found"),
    [
        ("CC602", "what: 提交清单", ["error owner"]),
        ("CC602", "what: 提交清单, owner: （销售部）", ["error owner"]),
        ("CC602", "what: 提交清单, owner: 待定", ["error owner"]),
        ("CC602", "what: 提交清单, owner: （待確認）", ["error owner"]),
        ("CC602", "what: 提交清单, owner: N/A", ["error owner"]),
        ("CC602", "what: 提交清单, owner: 无忌", []),
        ("CC602", "what: 提交清单, status: cancelled", []),
        ("CC602", "what: 提交清单, status: done", ["error owner"]),
        ("CC602", "what: 提交清单, owner: 销售部", []),
        ("CC603", "what: 提交清单, owner: 王强、李娜", ["error owner"]),
        ("CC603", "what: 提交清单, owner: [王强, 李娜]", ["error owner"]),
        ("CC603", "what: 提交清单, owner: Li Na / Sun Hao", ["error owner"]),
        ("CC603", "what: 提交清单, owner: 张伟等人", ["error owner"]),
        ("CC603", "what: 提交清单, owner: 大家", ["error owner"]),
        ("CC603", "what: 提交清单, owner: 李和平（产品部）", []),
        ("CC603", "what: 提交清单, owner: 王强、李娜, status: cancelled", []),
        ("CC604", "what: 提交清单", ["error due"]),
        ("CC604", "what: 提交清单, status: done", ["warning due"]),
        ("CC604", "what: 提交清单, status: cancelled", []),
        ("CC605", "what: 推进上市方案", ["error what"]),
        ("CC605", "what: 推进上市方案, status: done", ["warning what"]),
        ("CC605", "what: 提交推进上市方案的清单", []),
        ("CC605", "what: look into the delay", ["error what"]),
        ("CC605", "what: submit a report on the delay", []),
        ("CC605", "owner: 王强", ["error what"]),
        ("CC606", f"{WHOLE}, status: blocked", ["error needs"]),
        ("CC606", f"{WHOLE}, status: blocked, needs: {{what: 付款}}", ["error needs"]),
        ("CC606", f"{WHOLE}, status: blocked, needs: {{of: 财务部}}", ["error needs"]),
        ("CC606", f"{WHOLE}, status: blocked, needs: {{what: 付款, of: 财务部}}", []),
        ("CC606", f"{WHOLE}, status: blocked, needs: {{what: ' ', of: ' '}}", ["error needs"]),
        ("CC606", f"{WHOLE}, status: open", []),
        ("CC610", f"{WHOLE}, status: done", ["warning evidence"]),
        ("CC610", f"{WHOLE}, status: done, evidence: a.pdf", []),
        ("CC610", f"{WHOLE}, status: done, evidence: ' '", ["warning evidence"]),
        ("CC610", f"{WHOLE}, status: done, log: [{{note: 已交}}]", []),
        ("CC610", f"{WHOLE}, status: done, log: [{{note: ' '}}]", ["warning evidence"]),
        (
            "CC610",
            f"{WHOLE}, status: done, done_on: 2023-10-24, log: [{{on: 2023-10-22, note: 一半}}]",
            ["warning evidence"],
        ),
        ("CC610", f"{WHOLE}, status: done, done_on: 2023-10-24, log: [{{on: 2023-10-25, note: 已交}}]", []),
        ("CC610", f"{WHOLE}, status: doing", []),
    ],
)
def test_an_item(rule, item, found, kind, language):
    assert of_item(rule, item, kind, language) == found


@each_kind
def test_nothing_is_asked_of_items_before_the_follow_up(kind):
    overlay = f"kind: {kind}\nstep: hold\n{LISTS[kind]}: [{{what: 提交清单, status: blocked}}]"

    assert [rule for rule in ("CC602", "CC604", "CC606") if of_rule(rule, overlay)] == []


def test_a_company_has_vague_words_of_its_own():
    overlay = f"settings: {{rules: {{vague_words: [拉通]}}}}\nactions: [{{{WHOLE.replace('提交清单', '拉通两边')}}}]"

    assert of_rule("CC605", overlay) == ["error actions.0.what"]


@pytest.mark.parametrize(
    ("kind", "item", "found"),
    [
        ("minutes", "due: 2023-10-19", ["error due"]),
        ("minutes", "due: 2023-10-20", []),
        ("minutes", "due: 2023-10-19, status: done, done_on: 2023-10-19", []),  # only reported here
        ("minutes", "due: 2023-10-19, status: done, done_on: 2023-10-24", ["error due"]),
        ("minutes", "due: 2023-10-19, status: cancelled", []),
        ("plan", "due: 2023-10-19", []),  # it prepares the day
        ("task", "due: 2023-10-22", ["error due"]),
        ("feedback", "due: 2023-10-17", ["error due"]),
    ],
)
def test_a_deadline_lies_after_the_communication(kind, item, found):
    assert of_item("CC609", item, kind) == found


def test_a_task_may_have_begun_before_its_day():
    overlay = "kind: task\nstart: 2023-10-01\nmilestones: [{what: 交付样机, due: 2023-10-10}]"

    assert of_rule("CC609", overlay) == []


def test_a_command_never_holds_what_a_record_says():
    overlay = (
        "step: followup\nactions: [{id: 'a;$(rm)', what: '$(rm)', owner: '$(rm)、`rm`', status: blocked}]"
    )
    commands = [one.finding.command for one in rulings(overlay) if one.rule.startswith("CC6")]

    assert commands
    assert [one for one in commands if "rm" in one.replace("'$(rm)'", "")] == []
