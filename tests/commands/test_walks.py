"""Each of the four records through all seven steps, by options alone, in Chinese and in English."""

import json

import pytest

from commcoord.records.vocabulary import STEPS
from tests.commands.walks import FEEDBACK_EN, MINUTES_EN, PLAN_EN, WALKS


def as_arguments(moment, record):
    words = [record if word == "ID" else word for word in moment.command]
    for option, value in moment.options:
        words += [option, value] if value else [option]
    return words


def walked(program, walk, until=None):
    """Do a walk, or its first moments, and return the record's id."""
    record = ""
    for moment in walk.moments[:until]:
        extra = ["--json"] if moment.command[0] == "new" else []
        answer = program(*as_arguments(moment, record), *extra, now=moment.now, lang=walk.lang)
        record = record or json.loads(answer.out)["id"]
    return record


@pytest.mark.parametrize("walk", WALKS, ids=str)
def test_a_record_walks_through_all_seven_steps(repository, walk):
    record = walked(repository, walk)

    shown = json.loads(repository("show", record, "--json").out)
    assert shown["step"] == "done"
    assert [one["step"] for one in shown["history"]] == list(STEPS)
    assert shown["derived"]["gate"] == {"step": "done", "open": True, "blockers": []}


def test_a_shut_gate_keeps_what_was_typed_and_names_the_command_that_mends_it(repository):
    plan = walked(repository, PLAN_EN, 1)
    refused = json.loads(repository("goal", plan, "--goal", "Discuss the launch", "--json", code=1).out)

    assert refused["open"] is False
    assert {one["rule"] for one in refused["blockers"]} == {"CC102", "CC103"}
    assert all(one["command"].startswith(f"commcoord goal {plan} ") for one in refused["blockers"])
    assert json.loads(repository("show", plan, "--json").out)["goal"] == "Discuss the launch"


def test_a_gate_is_passed_with_a_reason(repository):
    plan = walked(repository, PLAN_EN, 1)
    repository("goal", plan, "--goal", "Discuss the launch", "--override", "a first talk", "--by", "Ann Lee")

    shown = json.loads(repository("show", plan, "--json").out)
    assert shown["step"] == "people"
    assert shown["overrides"] == [
        {"step": "goal", "because": "a first talk", "by": "Ann Lee", "on": "2023-10-12"},
    ]


def test_a_later_step_passes_the_gates_before_it(repository):
    plan = walked(repository, PLAN_EN, 1)
    answer = repository(
        "channel", plan, "--goal", "Settle the budget", "--outcome", "a", "--outcome", "b", "--outcome", "c",
        "--owner", "Ann Lee", "--decides", "Ann Lee", "--means", "meeting", "--json",
    )  # fmt: skip

    assert json.loads(answer.out)["now"] == "prepare"


def test_an_emergency_is_recorded_by_one_command_and_completed_afterwards(repository):
    made = repository(
        "new", "minutes", "--title", "三号线停机", "--scenario", "emergency", "--owner", "张伟", "--decides", "张伟",
        "--goal", "当日恢复三号线生产", "--means", "phone", "--start", "08:20", "--attendee", "张伟", "--attendee", "王强",
        "--decision", "先用备用电机顶上 @张伟", "--action", "更换三号线主电机 @王强 !2023-11-14", "--json",
        now="2023-11-14 08:40", lang="zh-Hans",
    )  # fmt: skip
    record = json.loads(made.out)["id"]
    repository(
        "goal",
        record,
        "--outcome",
        "产线恢复",
        "--outcome",
        "原因查明",
        "--outcome",
        "备件补齐",
        now="2023-11-14 11:00",
    )
    answer = json.loads(repository("hold", record, "--json").out)

    assert answer["now"] == "followup"


def test_dry_run_prints_the_diff_and_writes_nothing(repository):
    plan = walked(repository, PLAN_EN, 1)
    path = json.loads(repository("show", plan, "--json").out)["derived"]["path"]
    before = repository.file(path)
    answer = repository("goal", plan, "--goal", "Settle the budget", "--dry-run", code=1)

    assert "+goal: Settle the budget" in answer.out
    assert repository.file(path) == before


def test_quick_notes_become_structure(repository, tmp_path):
    record = walked(repository, MINUTES_EN, 5)
    notes = tmp_path / "notes.txt"
    notes.write_text(
        "议题：交付顺序\n华东区催得最紧\n决议：先交付华东区订单 @Ann Lee\n行动：提交发货清单 @Cara Diaz !下周五\n确认：共 8 单 @Ben Cole\n",
        encoding="utf-8",
    )
    answer = repository(
        "hold", record, "--notes", str(notes), "--attendee", "Ann Lee", now="2023-10-20 10:40"
    )

    shown = json.loads(repository("show", record, "--json").out)
    assert "下周五 → 2023-10-27 Fri" in answer.err
    assert shown["topics"] == [{"topic": "交付顺序", "notes": "华东区催得最紧", "outcome": "decided"}]
    assert shown["decisions"][0]["by"] == "Ann Lee"
    assert shown["actions"][0]["due"] == "2023-10-27"
    assert shown["facts"][0]["confirmed_by"] == "Ben Cole"


def test_a_deadline_of_quick_notes_that_is_no_date_is_told_and_kept(repository, tmp_path):
    record = walked(repository, MINUTES_EN, 5)
    notes = tmp_path / "notes.txt"
    notes.write_text("Action: Send the list @Ben Cole @Ann Lee !next full moon\n", encoding="utf-8")
    answer = repository("hold", record, "--notes", str(notes), code=None, now="2023-10-20 10:40")
    shown = json.loads(repository("show", record, "--json").out)

    assert "“next full moon” is no date" in answer.err
    assert "Send the list !next full moon" in [one["what"] for one in shown["actions"]]


def test_an_option_of_another_kind_is_refused_with_its_text(repository):
    feedback = walked(repository, FEEDBACK_EN, 1)
    refused = repository("hold", feedback, "--decision", "We pay @Ann Lee", code=2)

    assert "minutes" in refused.err
    assert "We pay @Ann Lee" in refused.err
