"""Tables with a record in each row: which kind they are of, and what is no such table."""

from datetime import date
from pathlib import Path

import pytest

from commcoord.errors import ImpossibleError
from commcoord.exchange.incoming.records import incoming
from commcoord.exchange.incoming.row_records import header_of, rows_below
from commcoord.exchange.papers import Grid, Paper, Words, cell_of
from commcoord.records.settings import Settings

FEEDBACK = """\
序号,客户,联系人,事由,时间,反馈内容,处理措施,负责人,备注
1,ABC科技,王芳,导出缺字段,2023-11-01 9:00,每周缺两列,补发文件；回访（杨帆）,杨帆,很急
2,远大公司,,发货慢,2023-11-03,晚到三天,,王强,
"""
PLANS = """\
沟通计划表
主题,目标,时间,参与人,负责人
推广方案,定下渠道,2023-10-20 14:00,张伟、李娜,张伟
排班,定下春节排班,2023-10-23,李娜,李娜
"""
TASKS = """\
任务名称,发起部门,协作部门,开始时间,结束时间,负责人
上市推广,市场部,产品部、销售部,2023-10-23,2024-01-19,张伟
"""
ENGLISH = """\
No.,Customer,Subject,Time,Description,Owner
1,ABC Tech,Missing columns,2023-11-01,two columns are missing,Ann Lee
"""


def paper(text, *words):
    rows = [[cell_of(cell) for cell in line.split(",")] for line in text.splitlines()]
    return Paper("x", [*map(Words, words), Grid(rows)])


def brought(text, *words, kind=""):
    header = header_of(paper(text, *words), Path("x.csv"), kind)
    settings = Settings(language="zh-Hans")
    return [incoming(row, "x", settings, set(), set()) for row in rows_below(header)] if header else None


def test_feedback():
    first, second = brought(FEEDBACK)

    assert {key: first.tree[key] for key in ("kind", "title", "date", "start", "said")} == {
        "kind": "feedback",
        "title": "导出缺字段",
        "date": "2023-11-01",
        "start": "2023-11-01 09:00",
        "said": ["每周缺两列"],
    }
    assert first.tree["people"] == {
        "counterpart": {"organisation": "ABC科技", "type": "customer", "contact": "王芳"},
        "owner": "杨帆",
    }
    assert [(one["what"], one.get("owner")) for one in first.tree["measures"]] == [
        ("补发文件", None),
        ("回访", "杨帆"),
    ]
    assert first.notes == ["备注：很急"]
    assert (second.tree["title"], second.tree["date"], second.notes) == ("发货慢", "2023-11-03", [])


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (PLANS, "plan", [("推广方案", "2023-10-20"), ("排班", "2023-10-23")]),
        (TASKS, "task", [("上市推广", "2023-10-23")]),
        (ENGLISH, "feedback", [("Missing columns", "2023-11-01")]),
    ],
)
def test_the_other_kinds(text, kind, told):
    found = brought(text)

    assert {one.tree["kind"] for one in found} == {kind}
    assert [(one.tree["title"], one.tree["date"]) for one in found] == told
    assert [one.notes for one in found] == [[] for _one in found]


def test_a_task_runs_from_one_column_to_the_other():
    (task,) = brought(TASKS)

    assert (task.tree["start"], task.tree["end"]) == ("2023-10-23", "2024-01-19")


def test_what_stands_around_the_rows_is_kept():
    first, second = brought(f"客户反馈台账,\n{FEEDBACK}填表人：杨帆,\n", "仅限内部")

    assert first.notes == ["备注：很急", "仅限内部", "客户反馈台账"]
    assert second.notes == ["填表人：杨帆"]


@pytest.mark.parametrize(
    "text",
    [
        "会议名称,周例会,时间,2023-10-20\n地点,301,主持人,张伟\n",
        "时间,2023-10-20,地点,301,主持人,张伟\n决议事项,定渠道\n",
        "时间,地点,主持人,记录人\n2023-10-20,301,张伟,李娜\n决议事项,定渠道\n",
        "行动项,负责人,截止时间,状态\n提交清单,王强,2023-10-24,已完成\n",
        "任务,负责人,截止时间,状态,备注\n提交清单,王强,2023-10-24,已完成,无\n",
        "a,b,c\n1,2,3\n",
        "客户,事由,时间\n",
    ],
)
def test_what_is_no_such_table(text):
    assert header_of(paper(text), Path("x.csv")) is None


def test_a_table_of_which_the_kind_is_not_clear_is_refused():
    text = "主题,负责人,系列\n推广方案,张伟,例会\n"
    with pytest.raises(ImpossibleError, match="of which kind is not clear from 主题, 负责人, 系列"):
        header_of(paper(text), Path("x.csv"))

    assert header_of(paper(text), Path("x.csv"), "task").kind == "task"


def test_a_row_without_a_day_is_none():
    (row,) = rows_below(header_of(paper("客户,事由,时间\nABC科技,缺列,周五\n"), Path("x.csv")))

    assert incoming(row, "x", Settings(), set(), set()) is None
    assert incoming(row, "x", Settings(), set(), set(), day=date(2023, 10, 20)) is not None
