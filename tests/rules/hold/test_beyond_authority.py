import pytest

from tests.rules.cases import of_rule, rulings

CONTACT = {
    "zh": "{organisation: ABC科技, contact: 王芳, authority: [确认方案, 批准5万元以内的采购], limit: 不能批准付款}",
    "en": "{organisation: ABC Tech, contact: Wang Fang, authority: [approve orders up to 50000 USD],"
    " limit: may not approve payments}",
}


def minutes(what, by, language):
    return f"scenario: customer\npeople: {{counterpart: {CONTACT[language]}}}\ndecisions: [{{what: '{what}', by: {by}}}]"


@pytest.mark.parametrize(
    ("what", "by", "language", "beyond"),
    [
        ("批准付款5万元", "王芳（ABC科技）", "zh", True),
        ("批准付款5万元", "王芳", "zh", True),
        ("批准付款5万元", "ABC科技", "zh", True),
        ("批准付款5万元", "张伟（市场部）", "zh", False),  # ours
        ("王芳同意付款5万元", "张伟（市场部）", "zh", True),  # hers, in our words
        ("确认方案", "王芳（ABC科技）", "zh", False),
        ("批准采购8万元的配件", "王芳（ABC科技）", "zh", True),
        ("批准采购3万元的配件", "王芳（ABC科技）", "zh", False),
        ("报财务部批准付款", "王芳（ABC科技）", "zh", False),
        ("Approve the payment of 5,000 USD", "Wang Fang (ABC Tech)", "en", True),
        ("Wang Fang approves the payment", "Zhang Wei (Marketing)", "en", True),
        ("Approve the payment of 5,000 USD", "Zhang Wei (Marketing)", "en", False),
        ("Submit the payment to head office", "Wang Fang (ABC Tech)", "en", False),
        ("Approve an order of 80,000 USD", "Wang Fang (ABC Tech)", "en", True),
    ],
)
def test_a_promise_of_the_other_side(what, by, language, beyond):
    assert of_rule("CC507", minutes(what, by, language), language) == ["error decisions.0"] * beyond


def test_what_the_contact_takes_on_is_a_promise_too():
    overlay = (
        "kind: feedback\nmeasures: [{id: r-4k8m, what: 批准付款, owner: 王芳（ABC科技）, due: 2023-10-24}]"
    )

    assert of_rule("CC507", overlay) == ["error measures.0"]


def test_the_limit_may_stand_in_the_plan():
    overlay = f"""\
links: [plan-20231020-m4x9]
decisions: [{{what: 批准付款5万元, by: 王芳}}]
---
kind: plan
id: plan-20231020-m4x9
scenario: customer
people: {{counterpart: {CONTACT["zh"]}}}
"""
    assert of_rule("CC507", overlay) == ["error decisions.0"]


def test_without_a_limit_nobody_can_exceed_it():
    assert of_rule("CC507", "scenario: customer\ndecisions: [{what: 批准付款5万元, by: 王芳}]") == []


@pytest.mark.parametrize(
    ("kind", "promise", "field"),
    [
        ("minutes", "decisions: [{what: 批准付款, by: 王芳}]", "decisions.0.by"),
        ("feedback", "measures: [{what: 批准付款, owner: 王芳（ABC科技）}]", "measures.0.owner"),
    ],
)
def test_the_command_names_who_may_promise_it(kind, promise, field):
    overlay = f"kind: {kind}\nscenario: customer\npeople: {{counterpart: {CONTACT['zh']}}}\n{promise}"
    (one,) = [one for one in rulings(overlay) if one.rule == "CC507"]

    assert one.finding.command == f'commcoord hold {one.record} --set {field}="…"'
