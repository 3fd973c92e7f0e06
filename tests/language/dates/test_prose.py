"""`dates_in`: the date phrases of running text, counted from Friday 2023-10-20."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.dates import dates_in

FRIDAY = date(2023, 10, 20)

# a text, and what it says: [the phrase, its day or None, how it says it]
TEXTS = [
    ("王强下周五前提交门店活动场地清单", [("下周五", "2023-10-27", "relative")]),
    ("采购部3天内确认交期，月底前到货", [("3天内", "2023-10-23", "relative"), ("月底", "2023-10-31", "relative")]),
    ("10月27日（周五）前交付初稿", [("10月27日（周五）", "2023-10-27", "absolute")]),
    ("下周五（10月27日）开会", [("下周五（10月27日）", "2023-10-27", "absolute")]),
    ("下周五即10月27日开会", [("下周五即10月27日", "2023-10-27", "absolute")]),
    ("周五17:00前发出", [("周五", "2023-10-20", "relative")]),
    ("周五下班前发出", [("周五", "2023-10-20", "relative")]),
    ("今天下班前发出", [("今天", "2023-10-20", "relative")]),
    ("请在下班前发出", [("下班", "2023-10-20", "relative")]),
    ("10月27日至29日促销", [("10月27日", "2023-10-27", "absolute"), ("29日", "2023-10-29", "absolute")]),
    ("11月28-30日布展", [("11月28", "2023-11-28", "absolute"), ("30日", "2023-11-30", "absolute")]),
    ("5个工作日内答复客户", [("5个工作日内", "2023-10-27", "relative")]),
    ("5個工作天內答覆客戶", [("5個工作天內", "2023-10-27", "relative")]),
    ("本周内完成", [("本周内", "2023-10-20", "relative ambiguous")]),
    ("下周提交清单", [("下周", "2023-10-27", "relative ambiguous")]),
    ("尽快提交清单", [("尽快", None, "vague")]),
    ("請儘快提交清單", [("儘快", None, "vague")]),
    ("有空时看一下", [("有空时", None, "vague")]),
    ("这个回头再说", [("回头", None, "vague")]),
    ("近期完成调研", [("近期", None, "vague")]),
    ("Send the list ASAP.", [("ASAP", None, "vague")]),
    ("We will soon send the list", [("soon", None, "vague")]),
    ("Send the list by next Friday.", [("next Friday", "2023-10-27", "relative ambiguous")]),
    ("Li Na delivers the draft by Friday 5pm", [("Friday", "2023-10-20", "relative")]),
    ("Deliver the draft by EOD Monday", [("Monday", "2023-10-23", "relative")]),
    ("Deliver the draft by EOD", [("EOD", "2023-10-20", "relative")]),
    ("Deliver within 3 days, at the latest by end of month",
     [("within 3 days", "2023-10-23", "relative"), ("end of month", "2023-10-31", "relative")]),
    ("Launch on Friday, October 27, 2023", [("Friday, October 27, 2023", "2023-10-27", "absolute")]),
    ("Launch on 27 October, review on 2023-11-03",
     [("27 October", "2023-10-27", "absolute"), ("2023-11-03", "2023-11-03", "absolute")]),
    ("due 10/27", [("10/27", "2023-10-27", "absolute")]),
    ("due 11/10", [("11/10", "2023-11-10", "absolute ambiguous")]),
    ("11/10前交付", [("11/10", "2023-11-10", "absolute")]),
    ("Thursday (October 27)", [("Thursday (October 27)", "2023-10-27", "absolute ambiguous")]),
    ("昨天客户来电", [("昨天", "2023-10-19", "relative")]),
    ("27号前交初稿", [("27号", "2023-10-27", "absolute")]),
    ("下周五（10-27）上线", [("下周五（10-27）", "2023-10-27", "absolute")]),
    ("下周五（10-28）上线", [("下周五（10-28）", "2023-10-27", "relative ambiguous")]),  # a Saturday
    ("3天内（10-23 前）提交", [("3天内（10-23 前）", "2023-10-23", "absolute")]),
    ("ship in 3 days (before 23 October)", [("in 3 days (before 23 October)", "2023-10-23", "absolute")]),
    ("10/27（五）上線", [("10/27（五）", "2023-10-27", "absolute")]),
    ("10月27日（一）人员", [("10月27日", "2023-10-27", "absolute")]),  # the first heading
    ("下周五（2.5 万元）付款", [("下周五", "2023-10-27", "relative")]),
    ("下月起执行新价", [("下月", "2023-11-01", "relative")]),
    ("下周前三天", [("下周", "2023-10-27", "relative ambiguous")]),
    ("The new prices hold from next month on", [("next month", "2023-11-01", "relative")]),
    ("会后3天内发出纪要", [("3天内", "2023-10-23", "relative")]),
    ("王强下一个工作日前提交清单", [("下一个工作日", "2023-10-23", "relative")]),
    ("24h内答复客户", [("24h内", "2023-10-21", "relative")]),
    ("Answer by the next business day", [("next business day", "2023-10-23", "relative")]),
    ("Ship on Friday the 27th", [("Friday the 27th", "2023-10-27", "absolute")]),
    ("Ship on Friday 27th", [("Friday 27th", "2023-10-27", "absolute")]),
    ("Send it by 27th.", [("27th", "2023-10-27", "absolute")]),
    ("本月最后一个工作日前付款", [("本月最后一个工作日", "2023-10-31", "relative")]),
    ("Decide by the start of next week", [("the start of next week", "2023-10-23", "relative")]),
    ("Friday 2nd shift", [("Friday", "2023-10-20", "relative")]),
]  # fmt: skip

NO_DATES = [
    *("每周五提交周报", "每月底盘点", "季末盘点", "Q3末结账", "周一至周五营业", "周例会纪要", "基本周转正常", "收货后7天内付款", "合同签订后10个工作日内开工"),
    *("本周客流下降15%", "本月销售额增长", "近期销量下滑", "301会议室", "8家门店", "一周五次", "每周五天工作制", "3月内部会议"),
    *("5号楼二层", "2号机停机", "10号线", "版本2.3.1", "1.10版", "plan-20231013-m4x9", "a-3f9k", "电话010-6655-8899", "2023-02-30"),
    *("说明日期格式", "证明天津仓库可用", "明天然气公司", "以后天天上报", "回头客增加", "单价10.27元", "三分之一", "3/4的门店", "24/7 support"),
    *("7x24小时热线", "耗时3天", "提前3天通知", "过去3天内", "第三天后", "2023年第四季度", "两三家门店", "成本周报", "周六福珠宝"),
    *("Every Friday we send the report", "on Fridays", "Monday to Friday", "within 3 days of receipt", "3 days after delivery"),
    *("Black Friday prices", "took 3 days", "the sun sat low", "you may 5 units", "at the end of the day", "as soon as the parts arrive"),
    *("sooner or later", "too soon", "the 3rd party", "1/3 of the stores", "month-end closing", "v2023.1", "survey-2023-10-27.xlsx"),
    *("docs/2023-10-27/a.pdf", "Friday's minutes", "ISO 9001", "13800138000"),
    *("版本10.27前的", "3/4（二）", "第10-27页"),
    *("遇节假日顺延至下一个工作日", "收货后下一个工作日付款", "每月最后一个工作日盘点", "会议次日发纪要", "隔天送达", "第二天开会", "24h服务", "收货后24h内答复"),
    *("next business day delivery", "the next working day after receipt", "within 24h of receipt", "since the start of the year"),
    *("3rd party review", "on 5th Avenue", "27th-floor office", "1st", "last day of the month closing"),
]  # fmt: skip


def said(found):
    manner = "vague" if found.vague else "relative" if found.relative else "absolute"
    day = found.date and found.date.isoformat()
    return (found.text, day, manner + " ambiguous" * found.ambiguous)


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_every_date_phrase_is_found(text, expected):
    assert [said(found) for found in dates_in(text, FRIDAY)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_left(text):
    assert [said(found) for found in dates_in(text, FRIDAY)] == []


PIECES = [
    "下周五",
    "10月27日",
    "尽快",
    "next Friday",
    "3天内",
    "（",
    "）",
    " ",
    "前",
    "to",
    "2023-10-27",
    "甲",
    "end of",
    "，",
    "每",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)), st.dates())
def test_places_are_those_of_the_text_and_never_overlap(text, today):
    end = 0
    for found in dates_in(text, today):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert (found.date is None) == found.vague
        end = found.end


HOSTILE = ["一" * 20000, "1" * 20000, "10月" * 7000, "周" * 20000, "next " * 4000, " " * 20000, "（" * 20000, "end of " * 3000,
           "2023-" * 4000, "每周一、" * 5000, "下周五（" * 5000, "within the next " * 1500]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_long_hostile_text_takes_linear_time(text):
    begun = time.process_time()
    dates_in(text, FRIDAY)
    assert time.process_time() - begun < 2
