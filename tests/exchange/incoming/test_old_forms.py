"""The old forms of offices, as different as they are."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
import xlsxwriter

from commcoord.exchange.incoming.recognising import kind_of, recognised
from commcoord.exchange.incoming.records import incoming
from commcoord.exchange.reading import papers_in
from commcoord.records.settings import Colleague, Settings

SETTINGS = Settings(
    language="zh-Hans",
    departments=["市场部", "产品部", "销售部"],
    people=[Colleague(name="张伟", department="市场部"), Colleague(name="李娜", department="产品部")],
)


def brought(path, **options):
    (paper,) = papers_in(path)
    return incoming(recognised(paper, kind_of(paper)), paper.name, SETTINGS, set(), set(), **options)


def word(tmp_path, *tables, title="", merged=()):
    document = docx.Document()
    if title:
        document.add_paragraph(title)
    for rows in tables:
        table = document.add_table(len(rows), max(map(len, rows)))
        for line, row in enumerate(rows):
            for place, text in enumerate(row):
                table.cell(line, place).text = text
        for first, last in merged:
            table.cell(*first).merge(table.cell(*last))
    path = tmp_path / "旧表.docx"
    document.save(str(path))
    return path


def test_minutes_in_four_columns_with_the_actions_in_the_same_table(tmp_path):
    path = word(
        tmp_path,
        [
            ["会议名称", "周例会", "时间", "2023年10月20日（周五）14:00-15:00"],
            ["地点", "301", "主持人", "张伟"],
            ["记录人", "李娜", "抄送", "公司管理层"],
            ["参会人", "张伟、李娜、王强", "缺席人及原因", "赵敏：出差；无其他"],
            ["议程与讨论内容", "1. 预算：财务部同意\n2. 渠道\n门店优先", "", ""],
            ["决议事项", "1、总预算17万元\n2、首批8家门店", "", ""],
            ["行动项", "负责人", "截止时间", "状态"],
            ["提交场地清单", "王强（销售部）", "2023年10月24日", "进行中"],
            ["交付宣传页初稿", "李娜", "下周五", "已完成 2023-10-26"],
            ["下一步计划", "建立任务跟踪", "", ""],
        ],
        title="会议纪要表",
        merged=[((4, 1), (4, 3)), ((5, 1), (5, 3)), ((9, 1), (9, 3))],
    )
    found = brought(path)

    assert found.notes == []
    assert {
        name: found.tree[name]
        for name in ("title", "date", "start", "end", "place", "chair", "recorder", "cc")
    } == {
        "title": "周例会",
        "date": "2023-10-20",
        "start": "2023-10-20 14:00",
        "end": "2023-10-20 15:00",
        "place": "301",
        "chair": "张伟",
        "recorder": "李娜",
        "cc": ["公司管理层"],
    }
    assert found.tree["attendees"] == ["张伟", "李娜", "王强"]
    assert found.tree["absent"] == [{"who": "赵敏", "why": "出差；无其他"}]
    assert found.tree["topics"] == [
        {"topic": "预算", "notes": "财务部同意"},
        {"topic": "渠道", "notes": "门店优先"},
    ]
    assert [one["what"] for one in found.tree["decisions"]] == ["总预算17万元", "首批8家门店"]
    assert [{key: one[key] for key in one if key != "id"} for one in found.tree["actions"]] == [
        {"what": "提交场地清单", "owner": "王强（销售部）", "due": "2023-10-24", "status": "doing"},
        {
            "what": "交付宣传页初稿",
            "owner": "李娜",
            "due": "2023-10-27",
            "status": "done",
            "done_on": "2023-10-26",
        },
    ]
    assert found.tree["next_steps"] == "建立任务跟踪"


def test_a_task_whose_milestones_stand_beside_a_merged_label(tmp_path):
    path = word(
        tmp_path,
        [
            ["任务名称", "上市推广", "", "", "", ""],
            ["发起部门", "市场部", "", "协作部门", "产品部、销售部", ""],
            ["任务目标", "元旦前开售", "", "", "", ""],
            ["起止时间", "2023年10月23日—2024年1月19日", "", "", "", ""],
            ["关键节点", "时间节点", "内容描述", "负责人", "完成状态", "风险点"],
            ["", "2023-11-03", "宣传页定稿", "刘洋", "已完成", "排期紧"],
            ["", "尽快", "体验台安装", "徐丽", "差一点", ""],
        ],
        merged=[((4, 0), (6, 0))],
    )
    found = brought(path)

    assert (found.tree["kind"], found.tree["date"]) == ("task", "2023-10-23")
    assert (found.tree["start"], found.tree["end"]) == ("2023-10-23", "2024-01-19")
    assert found.tree["collaborators"] == ["产品部", "销售部"]
    assert [{key: one[key] for key in one if key != "id"} for one in found.tree["milestones"]] == [
        {"what": "宣传页定稿", "owner": "刘洋", "due": "2023-11-03", "status": "done", "risk": "排期紧"},
        {
            "what": "体验台安装",
            "owner": "徐丽",
            "status": "open",
            "log": [
                {"on": "2023-10-23", "note": "截止时间：尽快"},
                {"on": "2023-10-23", "note": "状态：差一点"},
            ],
        },
    ]


def test_columns_that_no_record_has(tmp_path):
    rows = [["会议名称", "周例会"], ["时间", "2023-10-20"], ["地点", "301"]]
    actions = [
        ["序号", "任务", "责任人", "完成期限", "备注"],
        ["1", "提交清单", "王强", "2023-10-24", "要盖章"],
        ["2", "印刷", "刘洋", "", ""],
    ]
    found = brought(word(tmp_path, rows, actions))

    assert found.notes == []
    assert [{key: one[key] for key in one if key != "id"} for one in found.tree["actions"]] == [
        {
            "what": "提交清单",
            "owner": "王强",
            "due": "2023-10-24",
            "status": "open",
            "log": [{"on": "2023-10-20", "note": "备注：要盖章"}],
        },
        {"what": "印刷", "owner": "刘洋", "status": "open"},
    ]


@pytest.mark.parametrize(
    ("text", "agenda"),
    [
        ("开场5分钟；讨论30分钟；总结10分钟", [("开场", 5), ("讨论", 30), ("总结", 10)]),
        ("开场5分钟，讨论 30 分钟、总结（约10分钟）", [("开场", 5), ("讨论", 30), ("总结", 10)]),
        ("1. 预算分配（20分钟，张伟）\n2. 渠道（李娜，10分）\n3. 其他", [("预算分配", 20, "张伟"), ("渠道", 10, "李娜"), ("其他",)]),
        ("1、开场：5分钟 2、讨论：30分钟", [("开场", 5), ("讨论", 30)]),
        ("Opening 5 min; Discussion (30 minutes)", [("Opening", 5), ("Discussion", 30)]),
        ("价格、交期和质量", [("价格、交期和质量",)]),
        ("讨论30-40分钟", [("讨论30-40分钟",)]),
        ("渠道（20分钟，线上优先）", [("渠道（20分钟，线上优先）",)]),
        ("价格（含税），30分钟", [("价格（含税）", 30)]),
    ],
)  # fmt: skip
def test_an_agenda_that_is_no_table(tmp_path, text, agenda):
    rows = [["沟通主题", "推广"], ["时间/地点", "2023-10-20"], ["议程要点", text], ["负责人", "张伟"]]
    found = brought(word(tmp_path, rows))

    assert found.tree["agenda"] == [
        dict(zip(("topic", "minutes", "lead"), one, strict=False)) for one in agenda
    ]
    assert found.notes == []


PROMISED = [
    {"what": "提交清单", "owner": "王强", "due": "2023-10-25", "status": "open"},
    {"what": "联系劳务公司", "owner": "李娜", "due": "2023-10-26", "status": "open"},
    {"what": "写一份说明", "status": "open"},
]


@pytest.mark.parametrize(
    ("rows", "items"),
    [
        ([["会议名称", "周例会"], ["时间", "2023-10-20"], ["参会人", "王强、李娜"], ["行动项", "{}"]], "actions"),
        ([["沟通对象", "ABC科技"], ["沟通事由", "缺列"], ["沟通时间", "2023-10-20"], ["负责人", "王强"], ["内部响应措施", "{}"]], "measures"),
        ([["任务名称", "上市"], ["起止时间", "2023-10-20至2023-12-01"], ["负责人", "王强"], ["关键节点", "{}"]], "milestones"),
        ([["沟通主题", "推广"], ["时间/地点", "2023-10-20"], ["参与人", "王强、李娜"], ["行动项", "{}"]], "actions"),
    ],
)  # fmt: skip
def test_items_that_are_no_table(tmp_path, rows, items):
    text = "1. 王强：10月25日前提交清单\n2. 联系劳务公司（李娜，10月26日）\n3. 写一份说明"
    found = brought(word(tmp_path, [[label, said.format(text)] for label, said in rows]))

    assert found.notes == []
    assert [{key: one[key] for key in one if key != "id"} for one in found.tree[items]] == PROMISED


def test_a_plan_with_a_table_within_a_cell(tmp_path):
    document = docx.Document()
    table = document.add_table(5, 2)
    rows = [
        ("沟通主题", "推广方案"),
        ("目标描述", "定下渠道"),
        ("时间/地点", "2023-10-20 14:00-15:30 301室"),
        ("议程要点", ""),
        ("负责人", "张伟"),
    ]
    for line, (label, text) in enumerate(rows):
        table.cell(line, 0).text, table.cell(line, 1).text = label, text
    inner = table.cell(3, 1).add_table(2, 3)
    for place, (label, text) in enumerate([("议题", "预算"), ("时长（分钟）", "20分钟"), ("主讲", "冯雪")]):
        inner.cell(0, place).text, inner.cell(1, place).text = label, text
    document.save(str(tmp_path / "plan.docx"))
    found = brought(tmp_path / "plan.docx")

    assert found.notes == []
    assert found.tree["agenda"] == [{"topic": "预算", "minutes": 20, "lead": "冯雪"}]
    assert found.tree["people"] == {"owner": "张伟"}
    assert found.tree["place"] == "301室"


def test_labels_in_paragraphs_without_any_table(tmp_path):
    document = docx.Document()
    for text in ("外部沟通反馈表", "沟通对象：ABC科技（王芳）", "沟通事由：导出缺字段", "沟通时间：2023年11月1日 9:00", "方式：电话、微信", "对方反馈内容：", "每周一都缺两列", "夜班只好手工录入", "跟进状态：处理中", "负责人：赵敏"):  # fmt: skip
        document.add_paragraph(text)
    document.save(str(tmp_path / "x.docx"))
    found = brought(tmp_path / "x.docx")

    assert found.notes == []
    assert found.tree["people"]["counterpart"] == {
        "organisation": "ABC科技",
        "type": "customer",
        "contact": "王芳",
    }
    assert found.tree["channel"] == {"means": ["phone", "im"]}
    assert found.tree["said"] == ["每周一都缺两列", "夜班只好手工录入"]
    assert found.tree["status"] == "in_progress"
    assert found.guessed_scenario


def test_what_has_no_field_is_kept(tmp_path):
    rows = [
        ["会议名称", "周例会"],
        ["会议类型", "例会"],
        ["时间", "2023-10-20 开完晚饭前"],
        ["地点", "301"],
        ["主持人", "张伟"],
    ]
    found = brought(word(tmp_path, rows, title="请各部门阅"))

    assert found.notes == ["2023-10-20 开完晚饭前", "请各部门阅", "会议类型：例会"]


@pytest.mark.parametrize(
    ("label", "text"),
    [("编号", "2023-017"), ("场景", "内部培训"), ("上次遗留事项", "换投影仪"), ("日期", "待定")],
)
def test_what_a_field_cannot_take_is_kept(tmp_path, label, text):
    rows = [["会议名称", "周例会"], ["时间", "2023-10-20"], ["地点", "301"], [label, text]]

    assert brought(word(tmp_path, rows)).notes == [f"{label}：{text}"]


def test_a_number_in_a_column_of_its_own_is_kept(tmp_path):
    rows = [["会议名称", "周例会"], ["时间", "2023-10-20"], ["地点", "301"]]
    actions = [["序号", "行动项", "负责人", "截止", "预算"], ["1", "印刷", "李娜", "2023-10-24", "170000"]]
    (action,) = brought(word(tmp_path, rows, actions)).tree["actions"]

    assert action["log"] == [{"on": "2023-10-20", "note": "预算：170000"}]


def test_english_headings(tmp_path):
    rows = [
        ["Name", "Weekly"],
        ["Time", "2023-10-20 2pm-3pm"],
        ["Chair", "Ann Lee"],
        ["Attendees", "Ann Lee, Ben Cole"],
        ["Decisions", "- ship on Monday"],
    ]
    actions = [
        ["Action", "Owner", "Deadline", "Status"],
        ["Send the list", "Ben Cole", "2023-10-24", "in progress"],
    ]
    found = brought(word(tmp_path, rows, actions, title="Minutes"))

    assert found.tree["attendees"] == ["Ann Lee", "Ben Cole"]
    assert found.tree["decisions"][0]["what"] == "ship on Monday"
    assert found.tree["actions"][0]["status"] == "doing"


MEETING, DEADLINE = (datetime(2023, 10, day, hour, tzinfo=UTC) for day, hour in ((20, 14), (24, 0)))


def excel(path, rows):
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"remove_timezone": True})
    sheet = book.add_worksheet("纪要")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            if hasattr(value, "year"):
                sheet.write_datetime(line, place, value, day)
            elif str(value).startswith("="):
                sheet.write_formula(line, place, value, None, 42)
            else:
                sheet.write(line, place, value)
    book.close()
    path.write_bytes(target.getvalue())
    return path


def test_a_sheet_of_excel_with_real_dates_and_formulas(tmp_path):
    rows = [
        ["会议纪要表"],
        ["会议名称", "周例会"],
        ["时间", MEETING],
        ["地点", 301],
        ["决议事项", "=6*7"],
        ["行动项", "负责人", "截止时间"],
        ["提交清单", "王强", DEADLINE],
    ]
    found = brought(excel(tmp_path / "x.xlsx", rows))

    assert found.notes == []
    assert (found.tree["start"], found.tree["place"]) == ("2023-10-20 14:00", "301")
    assert found.tree["decisions"][0]["what"] == "42"  # what the sheet showed last, never the formula
    assert found.tree["actions"][0]["due"] == "2023-10-24"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_form_in_csv(tmp_path, encoding, mark):
    lines = [["会议名称", "周例会"], ["时间", "2023-10-20 14:00"], ["主持人", "张伟"], ["记录人", "'=李娜"]]
    path = tmp_path / "x.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in lines).encode(encoding))

    assert brought(path).tree["recorder"] == "=李娜"


def test_a_letter_is_no_form(tmp_path):
    document = docx.Document()
    for text in ("尊敬的王女士：", "时间：2023-10-20", "地点：301", "谢谢"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "x.docx"))
    (paper,) = papers_in(tmp_path / "x.docx")

    assert kind_of(paper) is None


def test_a_form_without_a_day_is_none_until_one_is_said(tmp_path):
    path = word(tmp_path, [["会议名称", "周例会"], ["时间", "周五"], ["地点", "301"], ["主持人", "张伟"]])

    assert brought(path) is None
    assert brought(path, day=date(2023, 10, 20)).tree["date"] == "2023-10-20"
