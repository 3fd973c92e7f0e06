import pytest

from tests.rules.cases import of_rule, rulings


def decision(what):
    return f"decisions: [{{id: d-5c7w, what: {what}, by: 张伟（市场部）}}]"


@pytest.mark.parametrize(
    ("what", "language", "found"),
    [
        ("下周五前发布", "zh", 1),
        ("下周五（10-27）前发布", "zh", 0),
        ("下周五（10-28）前发布", "zh", 1),  # which is a Saturday
        ("下周五（10月27日）前发布", "zh", 0),
        ("下周五（10-27 前）发布", "zh", 0),
        ("3天内（10-23 前）发布", "zh", 0),
        ("10月27日前发布", "zh", 0),
        ("月底前发布，尽快通知门店", "zh", 2),
        ("每周五发布销量", "zh", 0),
        ("the list is published by next Friday", "en", 1),
        ("the list is published by next Friday (2023-10-27)", "en", 0),
        ("the list is published next Friday (10/27)", "en", 0),
        ("the list is published ASAP", "en", 1),
        ("the list is published every Friday", "en", 0),
    ],
)
def test_a_decision_says_which_day(what, language, found):
    assert of_rule("CC502", decision(what), language) == ["error decisions.0.what"] * found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("what: 下周五前提交清单, due: 2023-10-27", []),
        ("what: 尽快提交清单, due: 2023-10-27", []),
        ("what: 下周五前提交清单", ["error actions.0.what"]),
        ("what: 提交清单, due: 2023-10-27, risk: 样机下周三才到", ["error actions.0.risk"]),
        ("what: 提交清单, due: 2023-10-27, needs: {what: 尽快批准, of: 财务部}", []),  # by the deadline
        ("what: 下周五前提交清单, status: cancelled", []),
    ],
)
def test_a_deadline_is_the_date_of_its_action(item, found):
    assert of_rule("CC502", f"actions: [{{id: a-3f9k, {item}}}]") == found


def test_the_date_is_counted_from_the_day_of_the_communication_whenever_it_is_checked():
    [one] = rulings("# as of 2024-05-01 09:00\nfacts: [{id: f-8w2d, what: 总预算17万元，后天到账}]")

    assert one.finding.message.english == "“后天” means nothing later: write 2023-10-22."
    assert one.finding.command == "commcoord check --fix records/2023Q4/minutes/minutes-20231020-7qk2.yaml"


def test_an_ambiguous_phrase_is_not_mended_by_machine():
    [one] = [one for one in rulings(decision("out next Friday"), "en") if one.rule == "CC502"]

    assert "--fix" not in one.finding.command


@pytest.mark.parametrize("what", ["尽快付款", "下周五付款"])
def test_a_shut_gate_names_a_command(what):
    overlay = f"decisions: [{{id: d-5c7w, what: {what}, by: 张伟（市场部）}}]\nfacts:\n"

    assert all(
        one.finding.command.startswith("commcoord ") for one in rulings(overlay) if one.rule == "CC502"
    )
    assert "CC502" in {one.rule for one in rulings(overlay)}
