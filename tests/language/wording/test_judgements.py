"""The four judgements by example; their figures on many sentences are in test_labelled.py."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.wording import blaming, is_topic_only, is_vague_action, vague_dates

FRIDAY = date(2023, 10, 20)


def words(spans):
    return [span.text for span in spans]


def test_a_goal_is_a_result():
    assert words(is_topic_only("讨论预算")) == ["讨论"]
    assert words(is_topic_only("Discuss the budget")) == ["Discuss"]
    assert is_topic_only("讨论并通过预算") == is_topic_only("Discuss and approve the budget") == []


def test_a_relative_date_needs_its_date():
    assert words(vague_dates("下周五前提交，尽快付款", FRIDAY)) == ["下周五", "尽快"]
    assert vague_dates("下周五（10月27日）前提交", FRIDAY) == []
    assert vague_dates("所有投诉24小时内响应", FRIDAY) == []


def test_responsibility_is_not_blame():
    assert words(blaming("這都怪採購部")) == ["都怪"]
    assert words(blaming("Logistics dropped the ball")) == ["dropped the ball"]
    assert blaming("采购部负责确认交期") == blaming("Nobody is to blame") == []


def test_an_action_delivers_something():
    assert words(is_vague_action("推进项目")) == ["推进"]
    assert words(is_vague_action("Look into the issue")) == ["Look into"]
    assert is_vague_action("推进项目至完成样机验收") == []
    assert is_vague_action("跟进表已提交客户确认") == []
    assert is_vague_action("look into the issue and send the report to Li Na") == []


@pytest.mark.parametrize("text", ["推进方案", "跟进协议", "落实方案的实施", "推进报告撰写"])
def test_a_plan_that_is_pushed_forward_delivers_nothing(text):
    assert words(is_vague_action(text)) == [text[:2]]


@pytest.mark.parametrize(
    "text", ["提交推进方案", "跟进清单发给李娜", "推进方案已提交客户确认", "核对并落实清单"]
)
def test_a_plan_for_pushing_may_be_what_is_delivered(text):
    assert is_vague_action(text) == []


def test_a_company_adds_its_own_words():
    assert words(is_topic_only("头脑风暴 2.0", ["头脑风暴"])) == ["头脑风暴"]
    assert words(blaming("又是他们", ["又是他们"])) == ["又是他们"]
    assert words(is_vague_action("赋能门店", ["赋能"])) == ["赋能"]
    assert words(is_vague_action("Leverage synergies", ["leverage"])) == ["Leverage"]


@given(st.text(), st.dates())
def test_places_are_those_of_the_text(text, today):
    for span in (*is_topic_only(text), *blaming(text), *is_vague_action(text), *vague_dates(text, today)):
        assert text[span.start : span.end] == span.text


HOSTILE = [
    "推进" * 8000,
    "讨论" * 8000,
    "是" * 16000,
    "客户" * 8000,
    "如何" * 8000,
    "尽快" * 3000,
    "look into " * 2000,
    "meeting of " * 2000,
    "追究" * 8000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_long_hostile_text_takes_linear_time(text):
    begun = time.process_time()
    for judgement in (is_topic_only, blaming, is_vague_action, lambda words: vague_dates(words, FRIDAY)):
        judgement(text)
    assert time.process_time() - begun < 4
