"""Contract, section 1: anywhere an id is asked for, other ways to say it will do."""

import json

import pytest

PLAN = """\
kind: plan
id: plan-20231013-m4x9
title: 新品推广方案沟通
scenario: cross-department
step: goal
date: 2023-10-13
actions:
  - {id: a-7h2m, what: 准备门店场地清单, owner: 王强, due: 2023-10-22}
"""
OTHER = """\
kind: plan
id: plan-20231014-m4z9
title: 新品上市发布会
scenario: routine
step: goal
date: 2023-10-14
actions:
  - {id: a-7k2m, what: 布置会场, owner: 李娜, due: 2023-10-22}
"""


@pytest.fixture
def plans(repository, write):
    write(PLAN)
    write(OTHER)
    return repository


@pytest.mark.parametrize(
    "name",
    [
        "plan-20231013-m4x9",
        "m4x9",
        "plan-20231013",
        "m4x",
        "records/2023Q4/plan/plan-20231013-m4x9.yaml",
        "./records/2023Q4/../2023Q4/plan/plan-20231013-m4x9.yaml",
        "新品推广方案沟通",
        "推广方案",
        "新品 推广",
    ],
)
def test_a_record_is_called_by_id_part_beginning_path_or_words(plans, name):
    assert json.loads(plans("show", name, "--json").out)["id"] == "plan-20231013-m4x9"


@pytest.mark.parametrize("name", ["a-7h2m", "7h2m", "a-7h", "7h", "场地清单", "门店 清单"])
def test_an_item_is_called_in_the_same_ways(plans, name):
    answer = json.loads(plans("progress", name, "已联系", "--json", "--dry-run").out)

    assert (answer["record"], answer["item"]) == ("plan-20231013-m4x9", "a-7h2m")


@pytest.mark.parametrize("name", ["m4", "plan-2023", "新品"])
def test_an_ambiguous_name_lists_the_candidates_and_does_nothing(plans, name):
    refused = plans("show", name, code=2)

    assert refused.out == ""
    assert "plan-20231013-m4x9" in refused.err
    assert "plan-20231014-m4z9" in refused.err


def test_an_ambiguous_item_lists_the_candidates(plans):
    refused = plans("done", "a-7", code=2)

    assert "a-7h2m" in refused.err
    assert "a-7k2m" in refused.err


TWIN = """\
kind: plan
id: plan-20231020-7h2m
title: 月度例会
scenario: routine
step: goal
date: 2023-10-20
"""


@pytest.mark.parametrize("command", [("cancel",), ("reschedule", "2023-10-27")])
def test_what_may_be_a_record_or_an_item_is_asked_back(plans, write, command):
    write(TWIN)
    verb, *rest = command
    refused = plans(verb, "7h2m", *rest, "--because", "改期", code=2)

    assert "a-7h2m" in refused.err
    assert "plan-20231020-7h2m" in refused.err
    for name, place in (("a-7h2m", "plan-20231013-m4x9"), ("plan-20231020-7h2m", "plan-20231020-7h2m")):
        assert place in plans(verb, name, *rest, "--because", "改期", "--dry-run").out


def test_a_path_counts_from_the_folder_of_c(plans):
    plan = "plan-20231013-m4x9"
    folder = str(plans.root / "records/2023Q4/plan")

    assert json.loads(plans("-C", folder, "show", f"{plan}.yaml", "--json").out)["id"] == plan


def test_a_path_may_lead_through_a_link_to_the_repository(plans, tmp_path):
    (tmp_path / "linked").symlink_to(plans.root)
    path = tmp_path / "linked/records/2023Q4/plan/plan-20231013-m4x9.yaml"

    assert json.loads(plans("show", str(path), "--json").out)["id"] == "plan-20231013-m4x9"


def test_what_is_written_by_a_relative_path_lies_in_the_folder_of_c(plans):
    plans("render", "m4x9", "-o", "plan.md")
    plans("followup", "--format", "markdown", "-o", "late.md", now="2023-10-25 09:00")

    assert (plans.root / "plan.md").is_file()
    assert (plans.root / "late.md").is_file()


def test_quick_notes_are_read_from_the_folder_of_c(plans):
    (plans.root / "notes.txt").write_text("行动: 提交清单 @王强 !2023-10-22\n", "utf-8")
    answer = plans("hold", "m4x9", "--notes", "notes.txt", "--dry-run", "--json", code=None)

    assert "提交清单" in json.loads(answer.out)["diff"]


@pytest.mark.parametrize(
    "command", [["new", "task", "--title", "场地", "--scenario", "routine"], ["goal", "m4z9"]]
)
@pytest.mark.parametrize("name", ["m4x9", "推广方案", "records/2023Q4/plan/plan-20231013-m4x9.yaml"])
def test_a_link_is_written_by_the_whole_id(plans, command, name):
    answer = plans(*command, "--link", name, "--link", "m4x9", "--dry-run", "--json", code=None)

    assert "+links: [plan-20231013-m4x9]\n" in json.loads(answer.out)["diff"]


@pytest.mark.parametrize(("name", "said"), [("nope", "nope"), ("新品", "plan-20231014-m4z9  新品上市发布会")])
def test_a_link_to_none_or_to_several_is_refused(plans, name, said):
    assert said in plans("goal", "m4z9", "--link", name, code=2).err


MINUTES = """\
kind: minutes
id: minutes-20231020-7qk2
title: 周例会
scenario: routine
step: hold
date: 2023-10-20
leftover: none
"""


@pytest.mark.parametrize("name", ["a-7h2m", "7h2m", "场地清单"])
def test_what_is_left_over_is_written_by_its_id_in_place_of_none(plans, write, name):
    write(MINUTES)
    diff = json.loads(plans("hold", "7qk2", "--leftover", name, "--dry-run", "--json", code=None).out)["diff"]

    assert "-leftover: none\n+leftover: [a-7h2m]\n" in diff


@pytest.mark.parametrize(("typed", "said"), [(["a-9"], "a-9"), (["7h2m", "none"], "none"), (["7"], "a-7k2m")])
def test_what_is_left_over_and_means_no_item_or_several_is_refused(plans, write, typed, said):
    write(MINUTES)
    options = [word for one in typed for word in ("--leftover", one)]

    assert said in plans("hold", "7qk2", *options, code=2).err


def test_an_item_that_is_set_besides_none_takes_its_place(plans, write):
    write(MINUTES)
    assigned = plans("hold", "7qk2", "--set", "leftover+=a-7h2m", "--dry-run", "--json", code=None)

    assert "+leftover: [a-7h2m]\n" in json.loads(assigned.out)["diff"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plan", "plan"),
        ("沟通计划表", "plan"),
        ("溝通計劃表", "plan"),
        ("会议纪要", "minutes"),
        ("會議紀錄", "minutes"),
        ("会议纪要表", "minutes"),
        ("Minutes", "minutes"),
        ("跨部门协作任务跟踪表", "task"),
        ("任务跟踪", "task"),
        ("外部沟通反馈表", "feedback"),
        ("outside feedback", "feedback"),
    ],
)
def test_a_kind_is_called_by_its_name_or_its_forms(repository, name, kind):
    repository("new", name, "--title", "月会", "--scenario", "routine", "--date", "2023-10-20")

    assert [one["kind"] for one in json.loads(repository("list", name, "--json").out)] == [kind]
    assert json.loads(repository("schema", name).out) == json.loads(repository("schema", kind).out)
    assert json.loads(repository("export", name, "--to", "json").out)


@pytest.mark.parametrize("name", ["表", "沟通", "会议室"])
@pytest.mark.parametrize("command", ["new", "list", "schema"])
def test_what_no_kind_or_several_are_called_is_refused(repository, command, name):
    assert "feedback" in repository(command, name, code=2).err
