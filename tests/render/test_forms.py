"""The four forms have exactly the headings that people know, in their order, and lose nothing that they hold."""

import re

import pytest

from commcoord.render.to import md
from tests.render.conftest import FEEDBACK, MINUTES, PLAN, TASK

HEADINGS = {
    "plan": "沟通主题 目标描述 沟通对象（部门/人员） 时间/地点 参与人 议程要点 输出物 负责人",
    "minutes": "会议名称 时间 地点 主持人 记录人 参会人 缺席人及原因 抄送 议程与讨论内容 决议事项 行动项 下一步计划",
    "task": "任务名称 发起部门 协作部门 任务目标 起止时间 关键节点",
    "feedback": "沟通对象 沟通事由 沟通时间 方式 对方反馈内容 内部响应措施 跟进状态 负责人 完成时间",
}
TRADITIONAL = {
    "plan": "溝通主題 目標描述 溝通對象（部門/人員） 時間/地點 參與人 議程要點 輸出物 負責人",
    "minutes": "會議名稱 時間 地點 主持人 記錄人 參會人 缺席人及原因 抄送 議程與討論內容 決議事項 行動項 下一步計劃",
    "task": "任務名稱 發起部門 協作部門 任務目標 起止時間 關鍵節點",
    "feedback": "溝通對象 溝通事由 溝通時間 方式 對方反饋內容 內部響應措施 跟進狀態 負責人 完成時間",
}
ENGLISH = {
    "plan": "Topic|Goal|Audience|Time and place|Participants|Agenda|Deliverables|Owner",
    "minutes": "Name|Time|Place|Chair|Recorder|Attendees|Absentees and why|Copies|Topics and discussion|Decisions"
    "|Actions|Next steps",
    "task": "Name|Initiating department|Collaborating departments|Goal|From–to|Milestones",
    "feedback": "Counterpart|Matter|Time|Means|What they said|Our measures|Status|Owner|Completed",
}
RECORDS = {"plan": PLAN, "minutes": MINUTES, "task": TASK, "feedback": FEEDBACK}


def headings_of(document):
    """The headings of a rendered form in their order, down to what stands below it."""
    found = []
    for line in re.split(r"^## (?:附记|附記|Besides)$", document, flags=re.MULTILINE)[0].splitlines():
        row = re.fullmatch(r"\| (.*?) \| .* ?\|", line)
        if line.startswith("## "):
            found.append(line[3:])
        elif row and line.count(" | ") == 1 and not line.startswith("| ---"):
            found.append(row[1])
    return found


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize(
    ("language", "known"),
    [
        ("zh-Hans", {kind: text.split() for kind, text in HEADINGS.items()}),
        ("zh-Hant", {kind: text.split() for kind, text in TRADITIONAL.items()}),
        ("en", {kind: text.split("|") for kind, text in ENGLISH.items()}),
    ],
)
def test_a_form_has_the_headings_that_people_know(form, kind, language, known):
    document = md.rendered(form(RECORDS[kind], language=language))

    assert headings_of(document) == known[kind]


def test_the_headings_stay_where_nothing_is_known_yet(form):
    bare = "\n".join(MINUTES.splitlines()[:7])

    assert headings_of(md.rendered(form(bare))) == HEADINGS["minutes"].split()


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("zh-Hans", "| 行动项 | 负责人 | 截止时间 | 状态 |"),
        ("zh-Hant", "| 行動項 | 負責人 | 截止時間 | 狀態 |"),
        ("en", "| Action | Owner | Deadline | Status |"),
    ],
)
def test_actions_stand_in_a_table(form, language, row):
    document = md.rendered(form(MINUTES, language=language))

    assert (
        f"{row}\n| --- | --- | --- | --- |\n| 提交场地清单 `a-3f9k` | 王强（销售部） | 2023-10-24 |"
        in document
    )


def test_milestones_have_the_columns_of_the_form(form):
    assert "| 时间节点 | 内容描述 | 负责人 | 完成状态 | 风险点 |" in md.rendered(form(TASK))


def test_what_nobody_confirmed_says_so(form):
    document = md.rendered(form(MINUTES))

    assert "- 【待确认】首批8家门店 `f-3k9p`" in document
    assert "- 总预算17万元 — 王强 2023-10-20 `f-8w2d`" in document


def test_who_was_absent_is_told_with_the_reason(form):
    assert "| 缺席人及原因 | 冯雪（财务部）：出差 |" in md.rendered(form(MINUTES))
    assert "| Absentees and why | 冯雪（财务部）: 出差 |" in md.rendered(form(MINUTES, language="en"))


def test_a_task_takes_its_goal_from_the_plan(form):
    assert "| 任务目标 | 定下推广渠道和预算 |" in md.rendered(form(TASK, PLAN))


def test_links_go_both_ways(form):
    document = md.rendered(form(PLAN, MINUTES, TASK))

    assert (
        "| 后续 | 新品推广方案对接会 `minutes-20231020-7qk2`<br>云汐洗碗机上市推广 `task-20231023-n5c8` |"
        in document
    )


def test_a_cancelled_meeting_says_so_first(form):
    document = md.rendered(form(PLAN + "cancelled: {because: 客户改期, on: 2023-10-18}\n"))

    assert "## 附记\n\n| 已取消 | 客户改期 |" in document
