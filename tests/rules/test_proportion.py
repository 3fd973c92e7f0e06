"""Ceremony in proportion: what is routine or urgent passes with few words, and a record grows step by step."""

from datetime import datetime

import pytest

from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.view import View
from commcoord.records.vocabulary import STEPS
from commcoord.rules.judge import judged
from commcoord.steps.gate import gate_of
from commcoord.store.yaml_reading import read

WEEKLY = {
    "zh": """\
kind: minutes
id: minutes-20231023-5xkd
title: 周例会
scenario: routine
step: STEP
date: 2023-10-23
series: 周例会
goal: 定下本周安排
outcomes: [排班定下, 缺料补齐, 发货日期定下]
people: {owner: 刘洋, decides: [张伟]}
start: 2023-10-23 09:00
attendees: [刘洋, 张伟]
decisions: [{id: d-5c7w, what: 三号线先排, by: 张伟}]
circulated: {at: 2023-10-23 10:00, to: [全体参会人], by: im}
archive: {conclusion: 本周安排已定, on: 2023-10-24}
""",
    "en": """\
kind: minutes
id: minutes-20231023-5xkd
title: Weekly meeting
scenario: routine
step: STEP
date: 2023-10-23
series: Weekly meeting
goal: Settle the plan of the week
outcomes: [Shifts settled, Parts ordered, Delivery date fixed]
people: {owner: Liu Yang, decides: [Zhang Wei]}
start: 2023-10-23 09:00
attendees: [Liu Yang, Zhang Wei]
decisions: [{id: d-5c7w, what: Line three goes first, by: Zhang Wei}]
circulated: {at: 2023-10-23 10:00, to: [All attendees], by: im}
archive: {conclusion: The week is planned, on: 2023-10-24}
""",
}
EMERGENCY = {
    "zh": """\
kind: plan
id: plan-20231023-w3qd
title: 注塑机停机抢修
scenario: emergency
step: STEP
date: 2023-10-23
goal: 恢复注塑机生产
outcomes: [抢修方案定下, 替代产能落实, 交期保住]
people: {owner: 赵军, decides: [赵军]}
channel: {important: true, means: [phone, meeting]}
start: 2023-10-23 08:20
""",
    "en": """\
kind: plan
id: plan-20231023-w3qd
title: Moulding machine down
scenario: emergency
step: STEP
date: 2023-10-23
goal: Restore the moulding machine
outcomes: [Repair decided, Other machine runs, Delivery kept]
people: {owner: Zhao Jun, decides: [Zhao Jun]}
channel: {important: true, means: [phone, meeting]}
start: 2023-10-23 08:20
""",
}


def seen(text, now):
    settings = Settings()
    record = read(text.encode()).tree
    source = source_of(f"records/2023Q4/{record['kind']}/{record['id']}.yaml", record)
    assert source.wrong == []
    return View(
        (source,), settings, datetime.fromisoformat(now).replace(tzinfo=settings.zone), calendar_for("CN")
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("step", STEPS)
def test_a_weekly_meeting_passes_every_gate_with_few_words(step, language):
    view = seen(WEEKLY[language].replace("STEP", step), "2023-10-24 17:00")
    (record,) = view.records.values()

    assert gate_of(record, step, view).blockers == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_and_nothing_is_said_about_it_afterwards(language):
    view = seen(WEEKLY[language].replace("STEP", "done"), "2023-10-24 17:00")

    assert [one.rule for one in judged(view.sources[0], view)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("step", STEPS[:4])
def test_an_emergency_needs_neither_materials_nor_an_agenda_nor_a_record_ahead(step, language):
    view = seen(EMERGENCY[language].replace("STEP", step), "2023-10-23 08:30")
    (record,) = view.records.values()

    assert gate_of(record, step, view).rulings == []
