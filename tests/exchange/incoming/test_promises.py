"""What a line promises: the owner and the deadline where they are certain, and else the words as they stand."""

from datetime import date

import pytest

from commcoord.exchange.incoming.promises import Known, promises_in

KNOWN = Known(frozenset({"王强", "李娜", "赵军", "销售部", "Ben Cole", "Li Na"}), date(2023, 10, 20))


def told(text, **options):
    """The entries as `what | owner | due`, so that a table of them can be read."""
    return [
        " | ".join(one.get(name, "") for name in ("what", "owner", "due")).rstrip(" |")
        for one in promises_in(text, KNOWN, **options)
    ]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("1. 王强：10月25日前提交清单", "提交清单 | 王强 | 10月25日"),
        ("2. 联系劳务公司（李娜，10月26日）", "联系劳务公司 | 李娜 | 10月26日"),
        ("提交清单 @王强 !10月25日", "提交清单 | 王强 | 10月25日"),
        ("提交清单 @王强 10月25日", "提交清单 | 王强 | 10月25日"),
        ("提交清單 @王强 盡快", "提交清單 盡快 | 王强"),
        ("采购下单（赵军）", "采购下单 | 赵军"),
        ("下周三前提交清单（王强（销售部））", "提交清单 | 王强（销售部） | 下周三"),
        ("提交清单（王强 10月25日）", "提交清单 | 王强 | 10月25日"),
        ("提交清单（周国平，10月25日）", "提交清单 | 周国平 | 10月25日"),
        ("周国平（采购部）：询价", "询价 | 周国平（采购部）"),
        ("提交清单，负责人：周国平，截止：10月25日", "提交清单 | 周国平 | 10月25日"),
        ("提交清单（责任人：王强，截止时间：2023年10月26日）", "提交清单 | 王强 | 2023年10月26日"),
        ("李娜、王强：布置门店", "布置门店 | 李娜、王强"),
        ("请于10月25日前提交清单", "提交清单 |  | 10月25日"),
        ("把清单在10月25日前提交给李娜", "把清单在10月25日前提交给李娜 |  | 10月25日"),
        ("10月25日18:00前提交清单", "10月25日18:00前提交清单 |  | 10月25日"),
        ("10月25日：提交清单", "提交清单 |  | 10月25日"),
        ("Ben Cole: send the list by 25 October", "send the list | Ben Cole | 25 October"),
        ("Send the list by Oct 25 (Ben Cole)", "Send the list | Ben Cole | Oct 25"),
        ("Send the list (Li Na, 26 October)", "Send the list | Li Na | 26 October"),
        ("Send the list, owner: Ann Lee, due: 2023-10-26", "Send the list | Ann Lee | 2023-10-26"),
    ],
)
def test_what_is_certain_is_taken_out(line, entry):
    assert told(line) == [entry]


@pytest.mark.parametrize(
    "line",
    [
        "补发文件",
        "任务：提交清单",
        "提交清单（方案）",
        "提交清单（方案，重点）",
        "周国平：询价",  # nobody whom the company or the paper knows; 方案 has a surname's look too
        "10月25日采购下单",  # on that day, or by it
        "10月25日前后提交",
        "10月28日至30日开展",
        "收货后3天内付款",
        "提交清单 !尽快",
        "尽快提交清单",
        "联系 bob@x.com!",
        "注意！不要迟到",
        "预算1.5万元",
        "1.5万元预算",
        "王强",
        "10月25日前",
        "Send the list (East Region, 24 October)",
    ],
)
def test_what_is_unsure_stays_in_the_words(line):
    assert told(line) == [line]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("补发文件；补偿（王强）\n回访", ["补发文件", "补偿 | 王强", "回访"]),
        ("1、提交清单 2、联系客户", ["提交清单", "联系客户"]),
        ("①提交清单②联系客户", ["提交清单", "联系客户"]),
        ("提交清单（东区；西区）", ["提交清单（东区；西区）"]),
        ("提交清单；负责人：王强；截止：10月25日；验收", ["提交清单 | 王强 | 10月25日", "验收"]),
        ("见第 2、3 页", ["见第 2、3 页"]),
    ],
)
def test_each_part_of_a_text_is_one(text, entries):
    assert told(text) == entries


def test_on_a_list_of_milestones_the_day_comes_first():
    lines = "10月28日采购下单（赵军）；11月3日到货；10月28日至30日布展；11月前后验收"

    assert told(lines, dated_first=True) == [
        "采购下单 | 赵军 | 10月28日",
        "到货 |  | 11月3日",
        "10月28日至30日布展",
        "11月前后验收",
    ]


def test_a_tick_says_that_it_is_done():
    assert promises_in("- [x] 提交清单\n- [ ] 询价", KNOWN) == [
        {"what": "提交清单", "status": "done"},
        {"what": "询价"},
    ]
