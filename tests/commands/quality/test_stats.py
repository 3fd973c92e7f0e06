"""Counts and rates outside the report."""

import csv
import json

import pytest


def rows(company, *arguments):
    return json.loads(company("stats", *arguments, "--json").out)


@pytest.mark.parametrize("by", ["kind", "scenario", "department", "person", "counterpart", "week", "month"])
def test_every_record_and_every_action_is_in_one_group(company, by):
    found = rows(company, "--by", by, "--quarter", "2023Q4")

    assert sum(one["records"] for one in found) == 59
    assert sum(one["actions"] for one in found) == 109
    assert all(one["by"] == by for one in found)


def test_only_feedback_has_categories(company):
    found = rows(company, "--by", "category", "--quarter", "2023Q4")

    assert {one["name"]: one["records"] for one in found} == {
        "": 5,
        "数据接口": 2,
        "物流延迟": 2,
        "交货延期": 1,
        "产品质量": 1,
        "资料补正": 1,
    }


def test_the_figures_are_those_of_the_review(company):
    review = json.loads(company("review", "2023Q4", "--json").out)["actions"]["by_department"]
    found = {one["name"]: one for one in rows(company, "--by", "department", "--quarter", "2023Q4")}

    for name, figures in review.items():
        assert found[name]["actions"] == figures["total"]
        assert found[name]["on_time_rate"] == figures["on_time_rate"]


def test_months_come_in_their_order_and_others_by_size(company):
    months = [one["name"] for one in rows(company, "--by", "month")]
    kinds = [one["records"] for one in rows(company, "--by", "kind")]

    assert months == sorted(months)
    assert kinds == sorted(kinds, reverse=True)


def test_a_table_in_a_pipe_has_tabs_and_csv_has_no_formulas(repository):
    folder = repository.root / "records" / "2023Q4" / "plan"
    folder.mkdir(parents=True)
    text = "kind: plan\nid: plan-20231101-aaaa\ntitle: x\nscenario: customer\nstep: goal\ndate: 2023-11-01\n"
    other = "people: {counterpart: {organisation: '=1+1'}}\n"
    (folder / "plan-20231101-aaaa.yaml").write_text(text + other, "utf-8")
    table = repository("stats", "--by", "counterpart", now="2023-12-29 17:00").out.splitlines()
    found = list(
        csv.DictReader(repository("stats", "--by", "counterpart", "--format", "csv").out.splitlines())
    )

    assert table[1].split("\t")[:2] == ["=1+1", "1"]
    assert (found[0]["name"], found[0]["records"], found[0]["minutes_rate"]) == ("'=1+1", "1", "")


@pytest.mark.parametrize("arguments", [["--by", "colour"], ["--format", "pdf"], ["--quarter", "x"]])
def test_wrong_use_is_said(repository, arguments):
    assert repository("stats", *arguments, code=2).err.startswith("error: ")
