import pytest

from tests.rules.cases import of_rule, rulings


@pytest.mark.parametrize(
    ("decision", "fact", "language", "found"),
    [
        ("预算17万元", "总预算170,000元", "zh", []),
        ("预算17万元", "总预算18万元", "zh", ["warning decisions.0.what"]),
        ("预算17万元，8家门店，11月3日开始", "没有数字", "zh", ["warning decisions.0.what"] * 3),
        ("分成12%", "分成12%", "zh", []),
        ("11月3日开始", "2023-11-03开始", "zh", []),
        ("采用门店优先方案", "没有数字", "zh", []),
        ("8家门店先做，8家都要派人", "没有数字", "zh", ["warning decisions.0.what"]),  # once is enough
        ("Budget of 170k yuan", "170,000 yuan", "en", []),
        ("Start on 3 November in 8 shops", "eleven shops", "en", ["warning decisions.0.what"] * 2),
        ("Shops first", "no figure", "en", []),
    ],
)
def test_a_figure_of_a_decision_is_repeated_by_a_fact(decision, fact, language, found):
    overlay = f"""\
decisions: [{{id: d-5c7w, what: "{decision}", by: 张伟（市场部）}}]
facts: [{{id: f-8w2d, what: "{fact}", confirmed_by: 王强}}]
people: {{decides: }}
attendees:
"""
    assert of_rule("CC503", overlay, language) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("what: 10月24日前提交8家门店清单, due: 2023-10-24", ["warning actions.0.what"]),
        ("what: 10月24日前提交清单, due: 2023-10-24", []),
        ("what: 10月22日前提交清单, due: 2023-10-24, log: [{due: {from: 2023-10-22, to: 2023-10-24}}]", []),
        ("what: 10月23日提交清单, due: 2023-10-24", ["warning actions.0.what"]),
    ],
)
def test_the_deadline_itself_needs_no_fact(item, found):
    assert of_rule("CC503", f"actions: [{{id: a-3f9k, {item}}}]") == found


@pytest.mark.parametrize("kind", ["plan", "task"])
def test_only_minutes_and_feedback_are_read_back(kind):
    items = {"plan": "actions", "task": "milestones"}[kind]

    assert of_rule("CC503", f"kind: {kind}\n{items}: [{{what: 交付8台样机, due: 2023-10-24}}]") == []


def test_measures_of_feedback_are_read_back_too():
    overlay = "kind: feedback\nmeasures: [{id: r-4k8m, what: Send 3 engineers}]"

    assert of_rule("CC503", overlay, "en") == ["warning measures.0.what"]


@pytest.mark.parametrize(
    ("what", "written"),
    [
        ("We ship next Friday", "2023-10-27 Fri"),
        ("下月交货", "2023-11-30 周四"),
        ("下週五交貨", "2023-10-27 週五"),
        ("11月3日开始", "11月3日"),
    ],
)
def test_a_fact_gets_the_day_and_not_the_words_that_mean_nothing_later(what, written):
    overlay = f"decisions: [{{id: d-5c7w, what: {what}, by: 张伟（市场部）}}]\nfacts:\n"

    assert [
        f"'… {written} @…'" in one.finding.command for one in rulings(overlay) if one.rule == "CC503"
    ] == [True]
