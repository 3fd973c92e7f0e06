"""The words of the offices' four forms, in the order in which people know them.

They are no messages: a translator must not change them, one English word is several Chinese ones (the time of a
meeting is 时间, of a complaint 沟通时间), and an old form is recognised whatever language is spoken now. In
Traditional characters the headings are those of the same forms; Taiwan's own words are read too.
"""

import re
from typing import NamedTuple

from commcoord.language.folding import folded


class Heading(NamedTuple):
    """One heading in the three ways of writing it."""

    en: str
    zh_hans: str
    zh_hant: str

    def in_language(self, language: str) -> str:
        """Return it in one of `commcoord.language.messages.LANGUAGES`."""
        return {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant}.get(language, self.en)


TITLES = {
    "plan": Heading("Communication plan", "沟通计划表", "溝通計劃表"),
    "minutes": Heading("Minutes", "会议纪要表", "會議紀要表"),
    "task": Heading("Task across departments", "跨部门协作任务跟踪表", "跨部門協作任務跟蹤表"),
    "feedback": Heading("External feedback", "外部沟通反馈表", "外部溝通反饋表"),
}

OWNER = Heading("Owner", "负责人", "負責人")
DEADLINE = Heading("Deadline", "截止时间", "截止時間")
STATUS = Heading("Status", "状态", "狀態")

FORMS: dict[str, dict[str, Heading]] = {
    "plan": {
        "topic": Heading("Topic", "沟通主题", "溝通主題"),
        "goal": Heading("Goal", "目标描述", "目標描述"),
        "audience": Heading("Audience", "沟通对象（部门/人员）", "溝通對象（部門/人員）"),
        "time_place": Heading("Time and place", "时间/地点", "時間/地點"),
        "participants": Heading("Participants", "参与人", "參與人"),
        "agenda": Heading("Agenda", "议程要点", "議程要點"),
        "deliverables": Heading("Deliverables", "输出物", "輸出物"),
        "owner": OWNER,
    },
    "minutes": {
        "name": Heading("Name", "会议名称", "會議名稱"),
        "time": Heading("Time", "时间", "時間"),
        "place": Heading("Place", "地点", "地點"),
        "chair": Heading("Chair", "主持人", "主持人"),
        "recorder": Heading("Recorder", "记录人", "記錄人"),
        "attendees": Heading("Attendees", "参会人", "參會人"),
        "absent": Heading("Absentees and why", "缺席人及原因", "缺席人及原因"),
        "copies": Heading("Copies", "抄送", "抄送"),
        "topics": Heading("Topics and discussion", "议程与讨论内容", "議程與討論內容"),
        "decisions": Heading("Decisions", "决议事项", "決議事項"),
        "actions": Heading("Actions", "行动项", "行動項"),
        "next_steps": Heading("Next steps", "下一步计划", "下一步計劃"),
    },
    "task": {
        "name": Heading("Name", "任务名称", "任務名稱"),
        "initiator": Heading("Initiating department", "发起部门", "發起部門"),
        "collaborators": Heading("Collaborating departments", "协作部门", "協作部門"),
        "goal": Heading("Goal", "任务目标", "任務目標"),
        "span": Heading("From–to", "起止时间", "起止時間"),
        "milestones": Heading("Milestones", "关键节点", "關鍵節點"),
    },
    "feedback": {
        "counterpart": Heading("Counterpart", "沟通对象", "溝通對象"),
        "matter": Heading("Matter", "沟通事由", "溝通事由"),
        "time": Heading("Time", "沟通时间", "溝通時間"),
        "means": Heading("Means", "方式", "方式"),
        "said": Heading("What they said", "对方反馈内容", "對方反饋內容"),
        "measures": Heading("Our measures", "内部响应措施", "內部響應措施"),
        "status": Heading("Status", "跟进状态", "跟進狀態"),
        "owner": OWNER,
        "completed": Heading("Completed", "完成时间", "完成時間"),
    },
}
"""The headings of each form (product, the four records), by a name of our own."""

COLUMNS: dict[str, dict[str, Heading]] = {
    "actions": {
        "what": Heading("Action", "行动项", "行動項"),
        "owner": OWNER,
        "due": DEADLINE,
        "status": STATUS,
    },
    "milestones": {
        "due": Heading("Date", "时间节点", "時間節點"),
        "what": Heading("Content", "内容描述", "內容描述"),
        "owner": OWNER,
        "status": Heading("Status", "完成状态", "完成狀態"),
        "risk": Heading("Risk", "风险点", "風險點"),
    },
    "measures": {
        "what": Heading("Measure", "措施", "措施"),
        "owner": OWNER,
        "due": DEADLINE,
        "status": STATUS,
    },
    "agenda": {
        "topic": Heading("Item", "议题", "議題"),
        "minutes": Heading("Minutes", "时长（分钟）", "時長（分鐘）"),
        "lead": Heading("Lead", "主讲人", "主講人"),
    },
}
"""The columns of the tables within the forms."""

BESIDES: dict[str, Heading] = {
    "besides": Heading("Besides", "附记", "附記"),
    "actions": Heading("Actions", "行动项", "行動項"),
    "goal": Heading("Goal", "目标", "目標"),
    "outcomes": Heading("Core results", "核心结果", "核心結果"),
    "facts": Heading("Facts read back", "确认事项", "確認事項"),
    "leftover": Heading("Left over from last time", "上次遗留事项", "上次遺留事項"),
    "materials": Heading("Materials", "材料", "資料"),
    "links": Heading("Comes from", "来源", "來源"),
    "led_to": Heading("Led to", "后续", "後續"),
    "conclusion": Heading("Conclusion", "结论", "結論"),
    "owner": OWNER,
    "scenario": Heading("Scenario", "场景", "情境"),
    "series": Heading("Series", "系列", "系列"),
    "date": Heading("Date", "日期", "日期"),
    "id": Heading("Number", "编号", "編號"),
    "cancelled": Heading("Called off", "已取消", "已取消"),
}
"""What stands below the form: more than its paper had room for."""


ALIASES: dict[str, dict[str, str]] = {
    "plan": {
        "时间地点": "time_place",
        "时间": "time_place",
        "沟通时间": "time_place",
        "地点": "place",
        "Time": "time_place",
        "Place": "place",
        "参加人员": "participants",
        "议程": "agenda",
        "议题": "agenda",
        "会议议程": "agenda",
        "会议议题": "agenda",
        "沟通对象": "audience",
        "產出": "deliverables",
    },
    "minutes": {
        "会议主题": "name",
        "会议时间": "time",
        "会议地点": "place",
        "会议主持": "chair",
        "主持": "chair",
        "会议记录": "recorder",
        "参会人员": "attendees",
        "与会人员": "attendees",
        "出席人员": "attendees",
        "缺席人员": "absent",
        "缺席": "absent",
        "会议内容": "topics",
        "讨论内容": "topics",
        "议题": "topics",
        "议程": "topics",
        "会议议题": "topics",
        "会议议程": "topics",
        "讨论议题": "topics",
        "讨论事项": "topics",
        "讨论情况": "topics",
        "会议决议": "decisions",
        "会议决定": "decisions",
        "决议": "decisions",
        "议定事项": "decisions",
        "行动计划": "actions",
        "待办事项": "actions",
        "待办": "actions",
        "后续行动": "actions",
        "任务分工": "actions",
        "下一步": "next_steps",
        "下步计划": "next_steps",
        "后续计划": "next_steps",
        "與會人員": "attendees",
        "缺席者及原因": "absent",
        "副本": "copies",
        "行動項目": "actions",
        "下一步計畫": "next_steps",
        "Meeting": "name",
        "Participants": "attendees",
        "Absent": "absent",
        "Action items": "actions",
        "Topic": "topics",
        "Topics": "topics",
        "Agenda": "topics",
        "Discussion": "topics",
    },
    "task": {"任务": "name", "协作部门及人员": "collaborators", "起止日期": "span", "起迄時間": "span"},
    "feedback": {
        "反馈内容": "said",
        "响应措施": "measures",
        "對方回饋內容": "said",
        "內部因應措施": "measures",
        "追蹤狀態": "status",
    },
}
"""Other words that offices use for the same heading, in Chinese or English."""

_NO_FIELD = (
    "其他 其它 其他事项 其他内容 备注 附注 注 注意 说明 补充说明 特别说明 附件 附录 附 温馨提示 密级 抄报 備註 註 說明 "
    "Other Others OtherBusiness AnyOtherBusiness AOB Remark Remarks Note Notes Attachment Attachments Appendix PS"
)
"""Headings of what no form has: they end the field before them."""

_ORDINAL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）][、.．]?)\s*"
)

_ITEM_ALIASES = {
    "what": "行动项 行动 任务 事项 内容 工作 任务内容 工作内容 工作事项 行动内容 行动事项 待办 待办事项 措施 内容描述 "
    "具体内容 Task What Item Description ActionItem",
    "owner": "责任人 执行人 负责 主办 主办人 主责人 承办人 牵头人 跟进人 经办人 责任部门 负责部门 主办部门 "
    "Who Responsible Assignee Assigned AssignedTo PIC",
    "due": "截止 截止时间 截止日期 截止日 完成期限 期限 时限 完成时限 时间节点 时间要求 完成时间 完成日期 计划完成时间 "
    "Due When By DueDate Date",
    "status": "状态 完成状态 完成情况 进度 进展 Progress",
    "risk": "风险点 风险",
}
COLUMN_ALIASES: dict[str, dict[str, str]] = {
    **dict.fromkeys(("actions", "milestones", "measures"), _ITEM_ALIASES),
    "agenda": {
        "topic": "议程 内容 Topic Agenda",
        "minutes": "时长 分钟 时间 Time",
        "lead": "主讲 主持 负责人 Owner",
    },
}
"""Other words for the columns."""

ROW_ALIASES: dict[str, dict[str, str]] = {
    "plan": {
        "topic": "主题 名称 事项 计划主题 计划名称 沟通事项 Title Subject",
        "goal": "目的 沟通目标 沟通目的",
        "audience": "对象 部门 参与部门",
        "time_place": "计划时间",
        "participants": "参加人 参会人 参与人员 参会人员",
        "agenda": "内容 沟通内容",
        "deliverables": "输出 成果 预期成果",
        "owner": "责任人 组织人 Responsible",
    },
    "minutes": {
        "name": "会议 主题 名称 Title Subject",
        "attendees": "参与人 参加人",
        "topics": "内容 会议纪要",
        "actions": "行动 待办",
        "owner": "责任人",
    },
    "task": {
        "name": "主题 事项 项目 项目名称 Task Title Project",
        "initiator": "发起 发起方",
        "collaborators": "协作 协办部门 配合部门",
        "goal": "目的",
        "span": "时间 开始时间 结束时间 开始日期 结束日期 截止时间 截止日期 Start End Due",
        "milestones": "节点 里程碑",
        "owner": "责任人 Responsible",
    },
    "feedback": {
        "counterpart": "客户 客户名称 供应商 单位 公司 对象 反馈方 Customer Client Company Supplier",
        "contact": "联系人 对方联系人 Contact",
        "matter": "事由 主题 问题 标题 反馈事项 投诉事项 Subject Issue Title",
        "time": "时间 反馈时间 投诉时间 接收时间",
        "means": "沟通方式 渠道 反馈渠道 Channel",
        "said": "内容 具体内容 问题描述 投诉内容 Description Complaint",
        "measures": "措施 处理措施 解决措施 应对措施 Measure",
        "status": "状态 进度 处理状态",
        "owner": "责任人 处理人 跟进人 Responsible",
        "completed": "完成日期 解决时间 办结时间",
    },
}
"""Words for the headings in a table with a record in each row, where the table tells which kind they belong to."""

_SERIAL = "序号 序 编号 号 项次 No No. Nr # ID"

_LONGEST_COUNT = 3


def row_heading(text: str, kind: str) -> str | None:
    """Return the name of the column whose heading a text is, in a table with a record of that kind in each row."""
    aliases = {_bare(one): name for name, words in ROW_ALIASES[kind].items() for one in words.split()}
    return form_heading(text, kind) or aliases.get(_bare(text))


def is_serial(text: str) -> bool:
    """Say whether a text is the heading of the column that counts the rows, or is none at all."""
    return _bare(text) in ("", *map(_bare, _SERIAL.split()))


def counts_rows(heading: str, text: str) -> bool:
    """Say whether a cell is nothing but the number of its row."""
    return text.isdecimal() and len(text) <= _LONGEST_COUNT and is_serial(heading)


def form_heading(text: str, kind: str) -> str | None:
    """Return the name of the row, in that kind's form or below it, whose heading a text is; none where it is none."""
    # Forms that were rendered earlier have these words for the links.
    aliases = {_bare(w): name for w, name in {**ALIASES[kind], "来自": "links", "引出": "led_to"}.items()}
    return heading_called(text, FORMS[kind]) or heading_called(text, BESIDES) or aliases.get(_bare(text))


def heading_called(text: str, headings: dict[str, Heading]) -> str | None:
    """Return the name of the heading that a text is, in whichever language, width or script; none where it is none."""
    wanted = _bare(text)
    return next((name for name, one in headings.items() if wanted in map(_bare, one)), None)


def names_no_field(text: str) -> bool:
    """Say whether a text is the heading of something that no form has: 其他, 备注, attachments."""
    return _bare(text) in map(_bare, _NO_FIELD.split())


def is_ordinal(text: str) -> bool:
    """Say whether a text begins with a Chinese number, as the headings of official papers do: 三、其他."""
    return _ORDINAL.match(text) is not None


def column_called(text: str, table: str) -> str | None:
    """Return the name of the column of a table of `COLUMNS` whose heading a text is; none where it is none."""
    aliases = {_bare(one): name for name, words in COLUMN_ALIASES[table].items() for one in words.split()}
    return heading_called(text, COLUMNS[table]) or aliases.get(_bare(text))


def kind_titled(text: str) -> tuple[str, str] | None:
    """Return the kind whose form's title a text begins with, and what stands after it; none where it is no title."""
    for kind, titles in TITLES.items():
        for title in sorted(titles, key=len, reverse=True):
            for known in (title, title.removesuffix("表")):
                if folded(text).startswith(folded(known)):
                    rest = text[len(known) :]
                    if not rest or not rest[0].isalnum():
                        return kind, rest.lstrip(" :：·-—")
    return None


def _bare(text: str) -> str:
    return "".join(folded(_ORDINAL.sub("", text)).split()).rstrip(":")
