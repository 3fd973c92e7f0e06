"""Quick notes become topics, decisions, actions and facts, and lose no word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.quick_notes import QuickAction, QuickDecision, QuickFact, QuickTopic, quick_notes

CHINESE = """
大家都到了
议题：新品推广预算
王强说门店需要更多物料
决议：总预算17万元 @张伟
行动: 提交门店活动场地清单 @王强 !2023-10-22
确认：会场可容纳300人 @李娜
  1. 議題：物流
- 行動：确认交期＠陈静（采购部）！下周五17:00前 抄送财务
"""


def test_chinese_notes():
    assert quick_notes(CHINESE) == [
        QuickTopic("", notes=["大家都到了"]),
        QuickTopic(
            "新品推广预算",
            notes=["王强说门店需要更多物料"],
            decisions=[QuickDecision("总预算17万元", ["张伟"])],
            actions=[QuickAction("提交门店活动场地清单", ["王强"], "2023-10-22")],
            facts=[QuickFact("会场可容纳300人", ["李娜"])],
        ),
        QuickTopic("物流", actions=[QuickAction("确认交期 抄送财务", ["陈静（采购部）"], "下周五17:00前")]),
    ]


def test_english_notes():
    assert quick_notes(
        "Topic: Budget\n* Action: @Li Na (Product) !next Friday send the draft\n- [ ] TODO: call ABC @Wang Qiang\nmore"
    ) == [
        QuickTopic(
            "Budget",
            notes=["more"],
            actions=[
                QuickAction("send the draft", ["Li Na (Product)"], "next Friday"),
                QuickAction("call ABC", ["Wang Qiang"], None),
            ],
        )
    ]


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("行动：提交清单@王强!下周五", QuickAction("提交清单", ["王强"], "下周五")),
        ("行动：提交清单 !10月27日前 @王强", QuickAction("提交清单", ["王强"], "10月27日前")),
        ("行动：提交清单 @王强 @李娜 !周五", QuickAction("提交清单", ["王强", "李娜"], "周五")),
        ("行动：提交清单 @王强 !待定", QuickAction("提交清单", ["王强"], "待定")),
        ("行动：太好了！马上提交清单", QuickAction("太好了！马上提交清单", [], None)),
        ("Action: mail the list to li@example.com !Friday, please", QuickAction("mail the list to li@example.com , please", [], "Friday")),
        ("行动：提交清单 @王强、@李娜 !周五", QuickAction("提交清单", ["王强", "李娜"], "周五")),
        ("行动：提交清单 @王强和@李娜", QuickAction("提交清单", ["王强", "李娜"], None)),
        ("Action: send it @Ben Cole and @Ann Lee", QuickAction("send it", ["Ben Cole", "Ann Lee"], None)),
        ("行动：收回旧版 @王 强 !明天", QuickAction("收回旧版", ["王强"], "明天")),
        ("行动：提交方案（@李娜，周一前）", QuickAction("提交方案（周一前）", ["李娜"], None)),
        ("行动：提交方案（@李娜） !10-27", QuickAction("提交方案", ["李娜"], "10-27")),
        ("行动：发布 @李娜 !1.10版", QuickAction("发布", ["李娜"], "1.10版")),
        ("Action: send it @Ann Lee !next full moon @Ben Cole", QuickAction("send it", ["Ann Lee", "Ben Cole"], "next full moon")),
        ("action：send it!", QuickAction("send it!", [], None)),
    ],
)  # fmt: skip
def test_owner_and_deadline_stand_anywhere(line, action):
    ((topic),) = quick_notes(line)
    assert topic.actions == [action]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("行动：提交清单 @王强 !改天再说 抄送财务", "提交清单 !改天再说 抄送财务"),
        ("Action: @Ann Lee !next full moon send it", "!next full moon send it"),
    ],
)
def test_a_deadline_that_is_no_date_can_stay_in_its_place(line, what):
    ((topic,),) = [quick_notes(line)]

    assert topic.actions[0].undated == what


@pytest.mark.parametrize("front", ["1、", "一、", "（一）", "(2) ", "十二．", "①", "- "])
def test_a_number_may_stand_before_a_mark(front):
    assert quick_notes(f"{front}决议：通过") == [QuickTopic("", decisions=[QuickDecision("通过")])]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("议题1：预算", QuickTopic("预算")),
        ("議題一：預算", QuickTopic("預算")),
        ("会议议题：预算", QuickTopic("预算")),
        ("Topic 2: Budget", QuickTopic("Budget")),
        ("决议事项：通过", QuickTopic("", decisions=[QuickDecision("通过")])),
        ("決議事項：通過", QuickTopic("", decisions=[QuickDecision("通過")])),
        ("待辦事項2：寄出", QuickTopic("", actions=[QuickAction("寄出")])),
        ("确认事项：8家", QuickTopic("", facts=[QuickFact("8家")])),
    ],
)
def test_the_headings_of_the_forms_are_marks_too(line, topic):
    assert quick_notes(line) == [topic]


@pytest.mark.parametrize(
    "line",
    ["决议", "决议：", "Actions taken: none", "我们的决议：很好", "http://example.com", "确认一下预算"],
)
def test_every_other_line_stays_as_a_note(line):
    assert quick_notes(line) == [QuickTopic("", notes=[line])]


WORDS = st.sampled_from(
    [
        "清单",
        "send",
        "@王强",
        "!下周五",
        "!待定",
        "17万元",
        "@",
        "!",
        "a@b.com",
        "太好了！",
        "Li",
        "@Li",
        "，",
        "！！",
    ]
)
MARKS = st.sampled_from(["", "议题：", "决议:", "- 行动：", "1. Action: ", "Fact：", "确认:", "* "])
LINES = st.lists(st.tuples(MARKS, st.lists(WORDS, max_size=6).map(" ".join)), max_size=8)


def everything(topics):
    for topic in topics:
        yield from (topic.topic, *topic.notes)
        for decision in topic.decisions:
            yield from (decision.what, *decision.by)
        for action in topic.actions:
            yield from (action.what, *action.owners, action.deadline or "")
        for fact in topic.facts:
            yield from (fact.what, *fact.confirmed_by)


@given(LINES)
def test_nothing_typed_is_lost(lines):
    kept = " ".join(everything(quick_notes("\n".join(mark + words for mark, words in lines))))
    for word in " ".join(words for _, words in lines).split():
        assert word.strip("@!！，") in kept


@given(st.text())
def test_no_text_breaks_it(text):
    quick_notes(text)
