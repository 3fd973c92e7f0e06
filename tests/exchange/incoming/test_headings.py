"""What ends a field: the next heading, also one that no form has, and the end of the table."""

import docx
import pytest

from commcoord.exchange.incoming.recognising import recognised
from commcoord.exchange.incoming.records import incoming
from commcoord.exchange.reading import papers_in
from commcoord.records.settings import Settings

HEAD = "# 周例会\n\n时间：2023-10-20 14:00\n参会人：张伟、李娜\n\n"


def read(path, kind="minutes"):
    (paper,) = papers_in(path)
    return incoming(recognised(paper, kind), paper.name, Settings(language="zh-Hans"), set(), set())


def markdown(tmp_path, text, kind="minutes"):
    path = tmp_path / "纪要.md"
    path.write_text(HEAD + text, "utf-8")
    return read(path, kind)


def whats(found, field):
    return [one["what"] for one in found.tree.get(field, [])]


@pytest.mark.parametrize(
    ("text", "decisions", "notes"),
    [
        ("## 决议事项\n- 定渠道\n\n## 其他\n- 请大家按时打卡\n", ["定渠道"], ["其他", "请大家按时打卡"]),
        ("## 决议事项\n- 定渠道\n\n### 团建安排\n周六爬山\n", ["定渠道"], ["团建安排", "周六爬山"]),
        ("决议事项：\n- 定渠道\n- 预算：17万元\n备注：下次改到三楼\n", ["定渠道", "预算：17万元"], ["备注：下次改到三楼"]),
        ("决议事项：定渠道\n備註：下次改到三樓\n", ["定渠道"], ["備註：下次改到三樓"]),
        ("一、决议事项\n1、定渠道\n二、团建安排\n周六爬山\n", ["定渠道"], ["二、团建安排", "周六爬山"]),
        ("## 1. 决议事项\n- 定渠道\n## 2. 其他\n打卡\n", ["定渠道"], ["2. 其他", "打卡"]),
        ("## Decisions\n- ship\n\n## AOB\n- new badges\n", ["ship"], ["AOB", "new badges"]),
    ],
)  # fmt: skip
def test_what_no_form_has_ends_the_field_before_it(tmp_path, text, decisions, notes):
    found = markdown(tmp_path, text)

    assert found.tree["title"] == "周例会"
    assert found.tree["attendees"] == ["张伟", "李娜"]
    assert whats(found, "decisions") == decisions
    assert found.notes == notes


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("## 议题\n- 促销总结\n- 排班\n", [{"topic": "促销总结"}, {"topic": "排班"}]),
        ("## 讨论内容\n1. 促销总结\n- 超出预期\n", [{"topic": "促销总结", "notes": "- 超出预期"}]),
        ("議題：促銷總結\n超出預期\n議題：排班\n", [{"topic": "促銷總結", "notes": "超出預期"}, {"topic": "排班"}]),
        ("## Agenda\n- Budget\n", [{"topic": "Budget"}]),
        ("## 会议议程\n大家谈了促销\n", [{"notes": "大家谈了促销"}]),
    ],
)  # fmt: skip
def test_what_was_talked_about(tmp_path, text, topics):
    found = markdown(tmp_path, text)

    assert found.tree["topics"] == topics
    assert found.tree["attendees"] == ["张伟", "李娜"]
    assert found.notes == []


def test_a_list_of_topics_in_word(tmp_path):
    document = docx.Document()
    for text, style in (("Weekly", "Title"), ("Time: 2023-10-20", None), ("Agenda", "Heading 1"), ("Budget", "List Bullet"), ("within limits", None), ("Hiring", "List Number"), ("AOB", "Heading 1"), ("badges", "List Bullet")):  # fmt: skip
        document.add_paragraph(text, style=style)
    document.save(str(tmp_path / "x.docx"))
    found = read(tmp_path / "x.docx")

    assert found.tree["title"] == "Weekly"
    assert found.tree["topics"] == [{"topic": "Budget", "notes": "within limits"}, {"topic": "Hiring"}]
    assert found.notes == ["AOB", "badges"]


@pytest.mark.parametrize("line", ["会议类型：例会", "团建：周六爬山"])
def test_another_label_ends_a_list_of_people(tmp_path, line):
    found = markdown(tmp_path, f"{line}\n")

    assert found.tree["attendees"] == ["张伟", "李娜"]
    assert found.notes == [line]


@pytest.mark.parametrize(
    ("columns", "row", "item"),
    [
        ("事项 | 负责人 | 截止", "提交清单 | 王强 | 10月25日", ("提交清单", "王强", "2023-10-25")),
        ("内容 | 责任人 | 时间", "提交清单 | 王强 | 10月25日", ("提交清单", "王强", "2023-10-25")),
        ("序号 | 任务 | 主办 | 备注", "1 | 提交清单 | 王强 | 盖章", ("提交清单", "王强", None)),
        ("What | Who | By", "Send it | Ann | 25 Oct", ("Send it", "Ann", "2023-10-25")),
        ("Item | Assigned to | Due date", "Send it | Ann | 25 Oct", ("Send it", "Ann", "2023-10-25")),
    ],
)
def test_the_short_headings_of_a_table_of_actions(tmp_path, columns, row, item):
    found = markdown(tmp_path, f"## 行动项\n\n| {columns} |\n|---|---|---|\n| {row} |\n")
    (action,) = found.tree["actions"]

    assert (action["what"], action["owner"], action.get("due")) == item
    assert "people" not in found.tree
    assert found.notes == []


def test_an_agenda_has_columns_of_its_own(tmp_path):
    found = markdown(
        tmp_path, "## 议程\n\n| 内容 | 负责人 | 时间 |\n|---|---|---|\n| 促销 | 王强 | 20 |\n", "plan"
    )

    assert found.tree["agenda"] == [{"topic": "促销", "minutes": 20, "lead": "王强"}]


@pytest.mark.parametrize("after", ["备注：下次会议改到三楼", "下次会议改到三楼"])
def test_a_paragraph_below_the_table_is_none_of_its_fields(tmp_path, after):
    document = docx.Document()
    document.add_heading("周例会", level=1)
    rows = [("时间", "2023-10-20"), ("参会人", "张伟"), ("决议事项", "定渠道")]
    table = document.add_table(len(rows), 2)
    for line, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(line, place).text = text
    document.add_paragraph(after)
    document.save(str(tmp_path / "x.docx"))
    found = read(tmp_path / "x.docx")

    assert found.tree["title"] == "周例会"
    assert whats(found, "decisions") == ["定渠道"]
    assert found.notes == [after]


def test_an_unknown_label_in_a_row_of_two_is_kept_beside_its_text(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text(
        "时间,2023-10-20\n地点,301,会议类型,例会\n决议事项,定渠道\n备注\n,下次改到三楼\n", "utf-8"
    )
    found = read(path)

    assert found.tree["place"] == "301"
    assert whats(found, "decisions") == ["定渠道"]
    assert found.notes == ["会议类型：例会", "备注", "下次改到三楼"]


def test_a_remark_below_a_table_of_actions_is_none(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("时间,2023-10-20\n行动项,负责人,截止\n提交清单,王强,\n备注,大家辛苦,\n", "utf-8")
    found = read(path)

    assert whats(found, "actions") == ["提交清单"]
    assert found.notes == ["备注：大家辛苦"]
