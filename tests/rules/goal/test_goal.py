"""The rules of the goal beyond the examples of their pages."""

import pytest

from tests.rules.cases import found, of_rule


@pytest.mark.parametrize("goal", ["", '""', "~", '"  "'])
@pytest.mark.parametrize("kind", ["plan", "minutes", "task", "feedback"])
def test_an_empty_goal_is_none(goal, kind):
    assert found(f"kind: {kind}\ngoal: {goal}") == ["CC101 error goal"]


@pytest.mark.parametrize(
    ("language", "goal"), [("zh", "了解客户情况"), ("zh", "沟通一下新品"), ("en", "Talk about the launch")]
)
def test_a_topic_is_no_result(language, goal):
    assert found(f"goal: {goal}", language) == ["CC102 error goal"]


def test_a_company_s_own_word_for_talking_counts():
    assert found("goal: 拉通各部门口径") == []
    assert found("goal: 拉通各部门口径\nsettings: {rules: {vague_words: [拉通]}}") == ["CC102 error goal"]


@pytest.mark.parametrize(
    ("outcomes", "severity"),
    [
        ("", ["error"]),
        ("[]", ["error"]),
        ('[""]', ["error"]),
        ("渠道选定", ["warning"]),
        ("[一, 二]", ["warning"]),
        ("[一, 二, 三]", []),
        ('[一, 二, 三, ""]', []),
        ("[一, 二, 三, 四]", ["warning"]),
    ],
)
def test_three_core_results_are_wanted(outcomes, severity):
    assert of_rule("CC103", f"outcomes: {outcomes}") == [f"{one} outcomes" for one in severity]


def asks(*rows):
    return "asks:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_party_need_not_rank_what_it_asks(language):
    who = {"zh": "市场部", "en": "Marketing"}[language]

    assert found(asks(f"who: {who}, what: one", f"who: {who}, what: two"), language) == []


def test_every_ask_without_a_rank_is_named():
    text = asks(
        "who: 市场部, what: 一",
        "who: 销售部, what: 二, urgent: false",
        "who: 产品部, what: 三, important: false",
    )

    assert of_rule("CC104", text) == ["error asks.0", "error asks.1", "error asks.2"]


def test_order_is_judged_only_against_asks_that_are_ranked():
    urgent = "who: 市场部, what: 一, urgent: true, important: true"

    assert of_rule("CC105", asks("who: 销售部, what: 二", urgent)) == []
    assert of_rule("CC105", asks("who: 销售部, what: 二, urgent: false", urgent)) == ["warning asks.1"]
    assert of_rule("CC105", asks(urgent, "who: 销售部, what: 二, urgent: true, important: false")) == []


@pytest.mark.parametrize(
    ("goal", "is_topic"),
    [
        ("把沟通渠道定下来", False),
        ("把沟通渠道确定下来", False),
        ("讨论区上线", False),
        ("沟通群建好并拉齐全员", False),
        ("Discussion forum online by Friday", False),
        ("讨论渠道", True),
        ("讨论区域划分", True),
        ("讨论群体事件", True),
        ("沟通渠道问题", True),
        ("Discussion of the forum", True),
    ],
)
def test_a_place_for_talking_is_not_talked_about(goal, is_topic):
    assert of_rule("CC102", f"goal: {goal}") == (["error goal"] if is_topic else [])
