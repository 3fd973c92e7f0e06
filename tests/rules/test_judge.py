"""Which findings count: what a repository, a record, a reason, a plan say about a rule."""

import pytest

from commcoord.steps.gate import gate_of
from tests.rules.cases import found, repository

NO_GOAL = "kind: plan\ngoal:\n"
TWO_RESULTS = "kind: plan\noutcomes: [渠道选定, 预算分配]\n"
NO_RESULT = "kind: plan\noutcomes:\n"


@pytest.mark.parametrize("name", ["CC101", "cc101", "goal-missing", "CC1", "cc10"])
def test_a_repository_switches_a_rule_off_by_id_or_name(name):
    assert found(f"{NO_GOAL}settings: {{rules: {{ignore: [{name}]}}}}") == []


@pytest.mark.parametrize("name", ["CC101", "cc101", "goal-missing"])
def test_a_record_switches_a_rule_off_with_a_reason(name):
    assert found(f"{NO_GOAL}allow: [{{rule: {name}, because: 只是通报}}]") == []


@pytest.mark.parametrize("because", ["", "because: ", 'because: ""'])
def test_without_a_reason_it_stays_on(because):
    assert found(f"{NO_GOAL}allow: [{{rule: CC101, {because}}}]") == ["CC101 error goal"]


def test_a_gate_passed_with_a_reason_leaves_warnings():
    override = "overrides: [{step: goal, because: 领导口头交办, by: 张伟, on: 2023-10-12}]"

    assert found(f"{NO_GOAL}{override}") == ["CC101 warning goal"]
    assert found(f"{NO_GOAL}overrides: [{{step: people, because: 赶时间}}]") == ["CC101 error goal"]
    assert found(f"{NO_GOAL}overrides: [{{step: goal}}]") == ["CC101 error goal"]


def test_what_was_called_off_is_judged_only_as_a_file():
    cancelled = "cancelled: {because: 改期, on: 2023-10-18, by: 张伟}\n"

    assert found(NO_GOAL + cancelled) == []
    assert found(NO_GOAL + cancelled + "links: [plan-20231013-m4x9]") == ["CC004 error links.0"]


@pytest.mark.parametrize(
    ("configured", "few", "none"),
    [
        ("", "warning", "error"),
        ("settings: {rules: {severity: {CC103: info}}}", "info", "info"),
        ("settings: {rules: {severity: {cc103: info}}}", "info", "info"),
        ("settings: {rules: {severity: {CC1: info}}}", "info", "info"),
        ("settings: {rules: {severity: {CC103: info, CC1: error}}}", "info", "info"),
        ("settings: {rules: {severity: {outcomes-not-three: error}}}", "error", "error"),
        ("settings: {rules: {severity: {Outcomes-Not-Three: error}}}", "error", "error"),
    ],
)
def test_a_repository_s_severity_counts_for_graver_cases_too(configured, few, none):
    assert found(TWO_RESULTS + configured) == [f"CC103 {few} outcomes"]
    assert found(NO_RESULT + configured) == [f"CC103 {none} outcomes"]


@pytest.mark.parametrize(
    ("configured", "counts"), [("error", "warning"), ("warning", "warning"), ("info", "info")]
)
def test_a_case_that_cannot_be_mended_stays_milder_than_the_repository_wants(configured, counts):
    late = "kind: plan\nmaterials: [{title: 一, type: background, sent: 2023-10-20 13:00}]\n"
    settings = f"settings: {{rules: {{severity: {{CC402: {configured}}}, ignore: [CC401]}}}}"

    assert found(late + settings) == [f"CC402 {counts} materials.0.sent"]


PLAN = "---\nkind: plan\nid: plan-20231013-m4x9\n"
TAKES = "links: [plan-20231013-m4x9]\n"


def test_a_record_has_the_goal_of_its_plan():
    assert found(f"{TAKES}goal:\n{PLAN}") == []


def test_what_is_wrong_in_the_plan_is_told_once():
    assert found(f"{TAKES}outcomes:\n{PLAN}outcomes: [渠道选定]") == ["CC103 warning outcomes"]


def test_what_is_missing_in_both_is_told_of_both():
    assert found(f"{TAKES}goal:\n{PLAN}goal:") == ["CC101 error goal", "CC101 error goal"]


def test_a_plan_that_was_called_off_answers_for_nothing():
    cancelled = "cancelled: {because: 改期, on: 2023-10-18, by: 张伟}"

    assert found(f"{TAKES}outcomes:\n{PLAN}outcomes: [渠道选定]\n{cancelled}") == ["CC103 warning outcomes"]


def test_a_plan_that_is_not_there_yet_answers_for_nothing():
    late = f"{TAKES}agenda:\n{PLAN}step: people\nagenda: [{{topic: 开场与总结}}]"

    assert found(late) == ["CC403 error agenda.0"]


def test_a_rule_waits_for_its_step():
    assert found("kind: plan\nstep: goal\npeople:\nchannel:\nmaterials:\nagenda:\narchive:") == []


def test_a_gate_asks_the_rules_of_its_step_only():
    view = repository("kind: plan\nstep: people\ngoal:\npeople: {decides: }")
    (record,) = view.records.values()

    assert [one.rule for one in gate_of(record, "people", view).blockers] == ["CC201"]
    assert not gate_of(record, "people", view).open
    assert [one.rule for one in gate_of(record, "goal", view).blockers] == ["CC101"]


def test_a_record_switches_off_a_rule_about_its_file_too():
    misplaced = "kind: task\nid: plan-20231020-m4x9\n"
    allowed = found(misplaced + "allow: [{rule: CC006, because: 沿用旧编号}]")

    assert found(misplaced) == ["CC006 warning id"]
    assert allowed == []
    assert found(misplaced + "allow: [{rule: CC006}]") == ["CC006 warning id"]


@pytest.mark.parametrize("step", ["hold", "followup"])
def test_an_action_that_comes_after_people_is_asked_about_by_the_gates_that_follow(step):
    """Otherwise who passed every gate would have a red check at the end."""
    late = f"step: {step}\nactions: [{{id: a-3f9k, what: 提交报价单, owner: 物流部, due: 2023-10-24}}]\n"
    settings = "settings: {departments: [市场部, 产品部, 销售部, 物流部]}\n"
    waived = "overrides: [{step: people, because: 物流部另行通知, by: 张伟, on: 2023-10-12}]\n"

    def asked(text):
        view = repository(text)
        gate = gate_of(view.records["minutes-20231020-7qk2"], step, view)
        return [one.rule for one in gate.blockers if one.rule == "CC203"]

    assert asked(late + settings) == ["CC203"]
    assert asked(late + settings + waived) == []
