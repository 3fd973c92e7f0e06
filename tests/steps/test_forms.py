"""What people type, and what it becomes."""

from datetime import date

import pytest

from commcoord.errors import UsageError
from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Settings
from commcoord.steps import forms
from commcoord.steps.setting import Setting


@pytest.fixture
def setting():
    return Setting("minutes", date(2023, 10, 20), Settings(), calendar_for("CN"))


def without_id(value):
    return {key: one for key, one in value.items() if key != "id"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("提交清单 @王强 !下周五", {"what": "提交清单", "owner": "王强", "due": "2023-10-27", "status": "open"}),
        ("Send the list @Ann Lee !2023-10-22", {"what": "Send the list", "owner": "Ann Lee", "due": "2023-10-22", "status": "open"}),
        ("提交清单", {"what": "提交清单", "status": "open"}),
        ("月底前提交采购清单 @王强", {"what": "月底前提交采购清单", "owner": "王强", "due": "2023-10-31", "status": "open"}),
        ("Send the list in 3 days @Ann Lee", {"what": "Send the list in 3 days", "owner": "Ann Lee", "due": "2023-10-23", "status": "open"}),
        ("提交清單 @王強 !10/27（五）", {"what": "提交清單", "owner": "王強", "due": "2023-10-27", "status": "open"}),
        ("提交清单 @王强 !11月3日（五）前", {"what": "提交清单", "owner": "王强", "due": "2023-11-03", "status": "open"}),
        ("发通知 @王强（销售部）！月底前（10月31日）", {"what": "发通知", "owner": "王强（销售部）", "due": "2023-10-31", "status": "open"}),
        ("下周五（10-27）前发通知", {"what": "下周五（10-27）前发通知", "due": "2023-10-27", "status": "open"}),
        ("提交清单 @张伟 @李娜", {"what": "提交清单", "owner": "张伟、李娜", "status": "open"}),
    ],
)  # fmt: skip
def test_an_action(setting, typed, meant):
    assert without_id(forms.action(typed, setting)) == meant


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("下周五交货", "下周五（2023-10-27）交货"),
        ("Delivery in 3 days", "Delivery in 3 days (2023-10-23)"),
        ("Delivery next Friday", "Delivery next Friday"),  # which one?
        ("2023-10-27 交货", "2023-10-27 交货"),
        ("下周五（10-27）交货", "下周五（10-27）交货"),
        ("下周五（10-28）交货", "下周五（10-28）交货"),  # which one?
        ("5個工作天內付款", "5個工作天內（2023-10-27）付款"),
    ],
)
def test_a_relative_date_in_a_decision_gets_its_date_beside_it(setting, typed, written):
    assert forms.decision(typed, setting)["what"] == written
    assert forms.fact(typed, setting)["what"] == written


def test_a_relative_deadline_is_read_back(setting):
    forms.action("提交清单 @王强 !下周五", setting)

    assert setting.read_back == [("下周五", date(2023, 10, 27), False)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("销售部：增加门店活动（紧急，重要）", {"who": "销售部", "what": "增加门店活动", "urgent": True, "important": True}),
        ("销售部：增加门店活动（不紧急，重要）", {"who": "销售部", "what": "增加门店活动", "urgent": False, "important": True}),
        ("Sales: more events (important)", {"who": "Sales", "what": "more events", "urgent": False, "important": True}),
        ("Sales: more events (not urgent)", {"who": "Sales", "what": "more events", "urgent": False, "important": False}),
        ("Sales: more events", {"who": "Sales", "what": "more events"}),
    ],
)  # fmt: skip
def test_an_ask(setting, typed, meant):
    assert forms.ask(typed, setting) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("开场 5", {"topic": "开场", "minutes": 5}),
        ("讨论 45分钟 @李娜", {"topic": "讨论", "minutes": 45, "lead": "李娜"}),
        ("Opening: 5 minutes", {"topic": "Opening", "minutes": 5}),
        ("Opening", {"topic": "Opening"}),
        ("开场 9:30", {"topic": "开场 9:30"}),
        ("开场 9:30 20", {"topic": "开场 9:30", "minutes": 20}),
        ("开场 下午2点15分", {"topic": "开场 下午2点15分"}),
        ("2024-01-02 10:00", {"topic": "2024-01-02 10:00"}),
        ("总结 2023-12-30", {"topic": "总结 2023-12-30"}),
        ("总结2024", {"topic": "总结2024"}),
    ],
)
def test_an_agenda_item(setting, typed, meant):
    assert forms.agenda(typed, setting) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:00", "2023-10-20 14:00"),
        ("9：05", "2023-10-20 09:05"),
        ("2023-10-21 14:00", "2023-10-21 14:00"),
        ("明天 14:00", "2023-10-21 14:00"),
        ("2023-10-21 14:00+08:00", "2023-10-21 14:00+08:00"),
        ("2:30pm", "2023-10-20 14:30"),
        ("tomorrow 2:30 pm", "2023-10-21 14:30"),
        ("12am", "2023-10-20 00:00"),
        ("下午2点半", "2023-10-20 14:30"),
        ("下周五下午2点半", "2023-10-27 14:30"),
        ("明晚8点", "2023-10-21 20:00"),
        ("今晚8点", "2023-10-20 20:00"),
        ("三点半", "2023-10-20 15:30"),
        ("明天3点", "2023-10-21 15:00"),
        ("凌晨3点", "2023-10-20 03:00"),
        ("03:30", "2023-10-20 03:30"),
        ("9点", "2023-10-20 09:00"),
        ("十四点", "2023-10-20 14:00"),
        ("下午三点钟", "2023-10-20 15:00"),
        ("tomorrow at 2pm", "2023-10-21 14:00"),
        ("Friday at 5 pm", "2023-10-20 17:00"),
        ("noon", "2023-10-20 12:00"),
        ("tomorrow midnight", "2023-10-21 00:00"),
        ("明天中午", "2023-10-21 12:00"),
        ("中午1点", "2023-10-20 13:00"),
    ],
)
def test_a_moment(setting, typed, meant):
    assert forms.moment(typed, setting) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "24:00",
        "上午14:00",
        "25:00",
        "14:00:00",
        "14:60",
        "9:30-10:30",
        "晚上12点",
        "胡说 14:00",
        "2023-10-20 25:00",
        "三点建议",
    ],
)
def test_what_is_no_moment_is_shown_whole(setting, typed):
    with pytest.raises(UsageError) as refused:
        forms.moment(typed, setting)

    assert f"“{typed}”" in refused.value.message.english


def test_a_clock_time_in_words_is_read_back_with_its_day(setting):
    for typed in ("三点半", "tomorrow at 2pm", "14:00"):
        forms.moment(typed, setting)

    assert setting.read_back == []
    assert setting.moments == [
        ("三点半", date(2023, 10, 20), "15:30", "03:30"),
        ("tomorrow at 2pm", date(2023, 10, 21), "14:00", ""),
    ]


@pytest.mark.parametrize("kind", ["background", "背景资料", "背景資料", "背景"])
def test_a_material(setting, kind):
    assert forms.material(f"用户调研数据 ({kind}) docs/survey.pdf", setting) == {
        "title": "用户调研数据",
        "type": "background",
        "link": "docs/survey.pdf",
    }


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("deferred", "deferred"),
        ("暂缓", "deferred"),
        ("已決定", "decided"),
        ("for information", "information"),
    ],
)
def test_a_topic_and_how_it_came_out(setting, typed, outcome):
    assert forms.topic(f"预算：数据不全（{typed}）", setting) == {
        "topic": "预算",
        "notes": "数据不全",
        "outcome": outcome,
    }


def test_other_brackets_are_notes_of_a_topic(setting):
    assert forms.topic("预算：下次再议（等报价）", setting) == {
        "topic": "预算",
        "notes": "下次再议（等报价）",
    }


def test_an_absence(setting):
    assert forms.absence("赵敏：出差", setting) == {"who": "赵敏", "why": "出差"}
    assert forms.absence("Ann Lee (ill)", setting) == {"who": "Ann Lee", "why": "ill"}


def test_a_wait(setting):
    assert forms.wait("2023-10-18..2023-10-20: 客户确认", setting) == {
        "from": "2023-10-18",
        "to": "2023-10-20",
        "for": "客户确认",
    }


@pytest.mark.parametrize("typed", ["待定", "TBD", "提交清单 !", "31"])
def test_what_is_no_date_is_refused_with_its_text(setting, typed):
    with pytest.raises(UsageError) as refused:
        forms.day(typed, setting)

    assert typed in str(refused.value)


@pytest.mark.parametrize("deadline", ["next full moon", "改天再说"])
def test_a_deadline_that_is_no_date_is_shown_whole(setting, deadline):
    with pytest.raises(UsageError) as refused:
        forms.action(f"提交清单 @王强 !{deadline}", setting)

    assert f"“{deadline}”" in refused.value.message.english


def test_a_strange_type_of_material_is_refused_with_the_known_ones(setting):
    with pytest.raises(UsageError) as refused:
        forms.material("Survey (poem) x.pdf", setting)

    assert "Survey (poem) x.pdf" in str(refused.value)
    assert "background" in str(refused.value.hint)
