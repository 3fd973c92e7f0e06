"""Records from text, and their forms."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.view import View
from commcoord.render.composing import composed
from commcoord.store.yamltext import read_tree

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2023, 10, 25, 9, tzinfo=ZONE)


def view_of(*texts: str, settings: Settings | None = None) -> View:
    """A view of records given as YAML."""
    sources = [source_of(f"{place}.yaml", read_tree(text.encode())) for place, text in enumerate(texts)]
    for source in sources:
        assert source.record is not None, source.wrong
        assert not source.wrong
    return View(tuple(sources), settings or Settings(), NOW, calendar_for("none"))


@pytest.fixture
def form():
    """The first of some records, composed as a form."""

    def made(*texts, audience="participants", language="zh-Hans"):
        view = view_of(*texts)
        return composed(view.sources[0].record, view, audience, language)

    return made


PLAN = """
kind: plan
id: plan-20231020-m4x9
title: 新品推广方案对接会
scenario: cross-department
step: hold
date: 2023-10-20
goal: 定下推广渠道和预算
outcomes: [卖点一致, 渠道选定, 预算分配]
people:
  owner: 张伟（市场部）
  decides: [张伟（市场部）]
  takes_part: [张伟（市场部）, 李娜（产品部）]
agenda:
  - {topic: 开场, minutes: 5, lead: 张伟}
  - {topic: 预算, minutes: 30, lead: 李娜}
start: 2023-10-20 14:00
end: 2023-10-20 15:30
place: 301会议室
audience_departments: [市场部, 产品部]
deliverables: [推广方案, 预算表]
"""

MINUTES = """
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: cross-department
step: hold
date: 2023-10-20
links: [plan-20231020-m4x9]
start: 2023-10-20 14:00
end: 2023-10-20 15:30
place: 301会议室
chair: 张伟（市场部）
recorder: 刘洋（市场部）
attendees: [张伟（市场部）, 李娜（产品部）]
absent: [{who: 冯雪（财务部）, why: 出差}]
cc: [公司管理层]
topics: [{topic: 预算分配, notes: 财务部同意总额, outcome: decided}]
decisions: [{id: d-5c7w, what: 总预算17万元, by: 张伟（市场部）}]
next_steps: 销售部落实场地
facts:
  - {id: f-8w2d, what: 总预算17万元, confirmed_by: 王强, on: 2023-10-20}
  - {id: f-3k9p, what: 首批8家门店}
actions:
  - {id: a-3f9k, what: 提交场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done, done_on: 2023-10-24}
  - {id: a-7h2m, what: 交付宣传页初稿, owner: 刘洋（市场部）, due: 2023-10-27, status: blocked, needs: {what: 报价, of: 采购部}}
"""

TASK = """
kind: task
id: task-20231023-n5c8
title: 云汐洗碗机上市推广
scenario: cross-department
step: followup
date: 2023-10-23
links: [plan-20231020-m4x9]
start: 2023-10-23
end: 2024-01-19
initiator: 市场部
collaborators: [产品部, 销售部]
milestones:
  - {id: m-4d7s, what: 宣传页定稿, owner: 刘洋（市场部）, due: 2023-11-03, status: doing, risk: 设计排期紧}
"""

FEEDBACK = """
kind: feedback
id: feedback-20231018-a8ct
title: 十月批次交货延期
scenario: supplier
step: followup
date: 2023-10-18
people:
  owner: 马超（采购部）
  counterpart: {organisation: 宏力压缩机, type: supplier, contact: 谢斌, authority: [安排分批], limit: 不能调整单价}
channel: {means: [phone, email]}
start: 2023-10-18 15:10
end: 2023-10-18 15:25
said: [铜管又晚到, 要分两次发]
status: solved
solved: {at: 2023-10-20 16:00}
measures:
  - {id: r-2t2f, what: 取得分批发货计划, owner: 朱敏（采购部）, due: 2023-10-20, status: open}
"""
