"""`commcoord check`: which files it looks at, which rules, how it answers."""

import json
import shutil
import subprocess
from itertools import pairwise

import pytest

PLAN = """\
kind: plan
id: plan-20231020-7qk2
title: 新品推广方案对接会
scenario: cross-department
step: goal
date: 2023-10-20
goal: 讨论预算   # a topic
outcomes: [渠道选定, 预算分配]
"""
PLACE = "records/2023Q4/plan/plan-20231020-7qk2.yaml"
NOW = "2023-10-19 09:00"


@pytest.fixture
def checked(repository):
    """A repository with one plan that has an error and a warning, and a way to check it."""
    path = repository.root / PLACE
    path.parent.mkdir(parents=True)
    path.write_text(PLAN, encoding="utf-8")

    def check(*arguments, code=1):
        return repository("check", *arguments, now=NOW, code=code)

    check.root = repository.root
    check.run = repository
    return check


def rules(answer) -> list[str]:
    return [one["rule"] for one in json.loads(answer.out)]


def test_it_answers_with_place_line_and_mend(checked):
    answer = checked()

    assert f"{PLACE}:7:7: CC102 goal-without-result: " in answer.out
    assert "  7 | goal: 讨论预算   # a topic\n    |       ^\n" in answer.out
    assert '  → commcoord goal plan-20231020-7qk2 --goal "…"' in answer.out
    assert answer.err == "1 error, 1 warning\n"


def test_json_has_the_keys_of_the_contract_by_path_and_line(checked):
    found = json.loads(checked("--format", "json").out)

    keys = ["rule", "name", "severity", "path", "line", "column", "record", "item", "message", "hint"]
    assert all(list(one)[: len(keys)] == keys for one in found)
    assert [(one["rule"], one["severity"], one["line"], one["column"]) for one in found] == [
        ("CC102", "error", 7, 7),
        ("CC103", "warning", 8, 1),
    ]
    assert {one["record"] for one in found} == {"plan-20231020-7qk2"}


def test_json_is_the_same_in_every_language(checked):
    chinese = checked.run("check", "--json", now=NOW, lang="zh-Hans", code=1)

    assert chinese.out == checked("--format", "json").out


def test_warnings_alone_are_no_refusal(checked):
    assert rules(checked("--ignore", "CC102", "--json", code=0)) == ["CC103"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--select", "CC102"], ["CC102"]),
        (["--select", "goal-without-result"], ["CC102"]),
        (["--select", "CC1"], ["CC102", "CC103"]),
        (["--select", "CC6"], []),
        (["--select", "CC102,CC103", "--ignore", "cc102"], ["CC103"]),
        (["--ignore", "CC1"], []),
    ],
)
def test_rules_are_chosen_by_id_name_and_beginning(checked, options, expected):
    assert rules(checked("--json", *options, code=None)) == expected


def test_a_word_that_names_no_rule_is_wrong_use(checked):
    assert "“CC9” is no rule" in checked("--select", "CC9", code=2).err


def test_what_is_only_worth_knowing_is_shown_when_asked(checked):
    settings = checked.root / "commcoord.yaml"
    settings.write_text(
        settings.read_text("utf-8") + "rules: {severity: {CC102: info, CC103: info}}\n", "utf-8"
    )

    assert checked(code=0).out == ""
    assert rules(checked("--json", "--verbose", code=0)) == ["CC102", "CC103"]


@pytest.mark.parametrize(
    ("path", "found"),
    [(PLACE, True), ("records", True), (".", True), ("records/2023Q4/plan", True), ("commcoord.yaml", False)],
)
def test_paths_may_be_files_and_folders(checked, path, found):
    assert bool(rules(checked("--json", path, code=None))) is found


def test_paths_count_from_the_folder_where_one_stands(checked):
    answer = checked.run("-C", str(checked.root / "records/2023Q4"), "check", "plan", now=NOW, code=1)

    assert answer.out.startswith("plan/plan-20231020-7qk2.yaml:7:7: ")


def test_a_path_that_is_not_there_is_wrong_use(checked):
    assert "There is no file or folder records/2023Q3." in checked("records/2023Q3", code=2).err


def test_a_file_beside_the_records_is_judged_as_one(checked):
    draft = checked.root / "drafts" / "draft.yaml"
    draft.parent.mkdir()
    draft.write_text(PLAN.replace("7qk2", "8rm3").replace("goal: ", "gaol: "), encoding="utf-8")

    assert rules(checked("--json", "drafts", "--ignore", "CC1")) == ["CC006", "CC002"]
    assert rules(checked("--json", "drafts/draft.yaml", "--select", "CC002")) == ["CC002"]


def test_wrong_settings_are_found_too(checked):
    settings = checked.root / "commcoord.yaml"
    settings.write_text(settings.read_text("utf-8").replace("timezone:", "timezon:"), encoding="utf-8")
    found = json.loads(checked("--json", "--select", "CC002").out)

    assert [(one["path"], one["line"], one["column"]) for one in found] == [("commcoord.yaml", 4, 1)]
    assert "did you mean timezone?" in found[0]["message"]
    assert "schema settings" in found[0]["hint"]


def test_an_unknown_field_is_shown_at_its_key_and_a_wrong_value_at_the_value(checked):
    text = (
        PLAN + "people:\n    decides: [张伟]\n    ownr: 张伟\nmaterials:\n-   title: 数据\n    sent: 昨天\n"
    )
    (checked.root / PLACE).write_text(text, encoding="utf-8")
    found = json.loads(checked("--json", "--select", "CC002").out)

    assert [(one["line"], one["column"]) for one in found] == [(11, 5), (14, 11)]


def test_an_item_is_named(checked):
    text = PLAN + "actions:\n- {id: a-3f9k, what: 提交清单, due: soon}\n"
    (checked.root / PLACE).write_text(text, encoding="utf-8")
    found = json.loads(checked("--json", "--select", "CC002").out)

    assert [(one["item"], one["line"], one["column"]) for one in found] == [("a-3f9k", 10, 33)]


def test_findings_come_by_path_and_line(company):
    found = json.loads(company("check", "--json", code=1).out)
    places = [(one["path"], one["line"]) for one in found]

    assert len(places) > 20
    assert all(first <= second for first, second in pairwise(places))


def test_an_unknown_format_is_wrong_use(checked):
    assert "“xml” is none of " in checked("--format", "xml", code=2).err


def test_hosts_of_repositories_are_given_paths_below_gits_root(checked, tmp_path):
    shutil.rmtree(checked.root / ".git")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)

    assert f"file=company/{PLACE},line=7" in checked("--format", "github").out
    assert json.loads(checked("--format", "gitlab").out)[0]["location"]["path"] == f"company/{PLACE}"
    assert f"{PLACE}:7:7: " in checked("--format", "text").out


FAULTY = """\
kind: plan
id: plan-20231020-9zzz
title: 年货
scenario: routine
step: followup
date: 2023-10-20
goal: 定下预算
outcomes: [预算, 分工, 日期]
asks:
  - {what: 钱}
  - {who: 王强, what: 人手, urgent: true}
channel: {means: [fax]}
actions:
  - {id: a-9zzz, what: 提交清单, owner: 王强, status: done, done_on: 2023-10-21}
  - {id: a-9zzy, what: 提交预算, owner: 王强}
"""


def test_a_page_of_findings_speaks_one_language(checked):
    """Also from what is remembered, which is the second time; JSON stays as it is in English."""
    folder = checked.root / "records/2023Q4/plan"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan-20231020-9zzz.yaml").write_text(FAULTY, encoding="utf-8")
    for _time in range(2):
        told = checked.run("check", "--format", "text", now=NOW, lang="zh-Hans", code=1).out
        assert "channel.means.0：应为以下之一：电话（phone）、" in told
        assert "第 1 项诉求没写是谁提出的，也没写是否紧急、重要" in told
        assert "王强的诉求没写是否重要" in told
        assert "--evidence 链接" in told
        assert ".due=日期" in told
        assert "DATE" not in told
        listed = json.loads(checked.run("check", "--json", now=NOW, lang="zh-Hans", code=1).out)
        rows = {(one["line"], one["rule"]): one for one in listed}
        reason = "one of phone, im, meeting, video, email, letter is wanted"
        assert rows[12, "CC002"]["message"] == f"channel.means.0: {reason}"
        assert rows[15, "CC604"]["command"].endswith(".due=DATE")
