"""`quantities_in`: what must be read back, counted from Friday 2023-10-20."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.quantities import quantities_in, same

FRIDAY = date(2023, 10, 20)

TEXTS = [
    ("总预算17万元", ["amount 170000 CNY"]),
    ("预算170000元", ["amount 170000 CNY"]),
    ("预算￥170,000", ["amount 170000 CNY"]),
    ("预算１７万元", ["amount 170000 CNY"]),
    ("预算十七万元", ["amount 170000 CNY"]),
    ("预算十七萬元", ["amount 170000 CNY"]),
    ("预算17万，其中广告8.5万", ["amount 170000", "amount 85000"]),
    ("营收3.5亿", ["amount 350000000"]),
    ("赔付5000美元", ["amount 5000 USD"]),
    ("50k USD for the launch", ["amount 50000 USD"]),
    ("$5,000 for samples", ["amount 5000 USD"]),
    ("RMB 1.2 million in total", ["amount 1200000 CNY"]),
    ("费用3-5万元", ["amount 30000~50000 CNY"]),
    ("增长15%", ["percent 15"]),
    ("增长百分之十五", ["percent 15"]),
    ("down 2.5 percent", ["percent 2.5"]),
    ("预付三成", ["percent 30"]),
    ("联系8家门店", ["quantity 8 家"]),
    ("补货300台", ["quantity 300 台"]),
    ("补货2万台", ["quantity 20000 台"]),
    ("拜访两次", ["quantity 2 次"]),
    ("参会12人", ["quantity 12 person"]),
    ("参会12名", ["quantity 12 person"]),
    ("试运行3天", ["quantity 3 day"]),
    ("试用一个月", ["quantity 1 month"]),
    ("质保两年", ["quantity 2 year"]),
    ("takes 3 days", ["quantity 3 day"]),
    ("5 people join", ["quantity 5 person"]),
    ("open eight new stores", ["quantity 8 store"]),
    ("a 3-day trial", ["quantity 3 day"]),
    ("下午5点半开会", ["time 17:30"]),
    ("17:00前发出", ["time 17:00"]),
    ("call at 5pm", ["time 17:00"]),
    ("call at 12am, or 12pm", ["time 00:00", "time 12:00"]),
    ("凌晨12点交接，晚上12点结束", ["time 00:00", "time 24:00"]),
    ("下周五17:00前提交8家门店清单", ["date 2023-10-27", "time 17:00", "quantity 8 家"]),
    ("3天内答复", ["date 2023-10-23"]),
    ("10月27日前付款17万元", ["date 2023-10-27", "amount 170000 CNY"]),
    ("3-5天到货", ["quantity 3~5 day"]),
]

NOTHING = [
    *("301会议室", "5号楼", "版本2.3.1", "v1.10", "plan-20231013-m4x9", "a-3f9k", "第一", "第三季度", "第2次会议", "2023年", "Q4"),
    *("一份清单", "安排一次会议", "三点建议", "几家门店", "两三家门店", "千万家庭", "万一延期", "尽快提交", "ISO 9001", "room 301"),
    *("version 2 is ready", "5G手机", "A4纸", "三方协议", "13800138000", "成本", "phase 2 starts", "二维码", "双11", "3 is enough"),
    *("十成功", "一成不变的方案也要改吗"),
]  # fmt: skip


def said(text):
    return [f"{found.kind} {found.value}" for found in quantities_in(text, FRIDAY)]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_every_figure_is_found_and_normal(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity_is_left(text):
    assert said(text) == []


def only(text):
    (found,) = quantities_in(text, FRIDAY)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [("17万元", "￥170,000"), ("17万元", "170000元"), ("17万", "170,000元"), ("下周五", "2023-10-27"), ("三成", "30%"),
     ("下午5点", "17:00"), ("５家", "5家"), ("两天", "2 days")],
)  # fmt: skip
def test_the_same_however_it_is_written(one, other):
    assert same(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other"), [("17万元", "17万美元"), ("5家", "5台"), ("15%", "15元"), ("10月27日", "10月28日")]
)
def test_not_the_same(one, other):
    assert not same(only(one), only(other))


PIECES = ["17万元", "3", "天", "8家", " ", "%", "10月27日", "5pm", "-", "至", "people", "$", "下午5点", "一"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)), st.dates())
def test_places_are_those_of_the_text_and_never_overlap(text, today):
    end = 0
    for found in quantities_in(text, today):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        end = found.end


@given(st.integers(2, 10**12))
def test_a_number_is_the_same_with_and_without_its_commas(count):
    assert same(only(f"￥{count:,}"), only(f"{count}元"))


@pytest.mark.parametrize(
    "text",
    ["1" * 20000, "1," * 10000, "一" * 20000, "十万" * 10000, "3至" * 10000, "$" * 20000, "one " * 5000],
)
def test_long_hostile_text_takes_linear_time(text):
    begun = time.process_time()
    quantities_in(text, FRIDAY)
    assert time.process_time() - begun < 2
