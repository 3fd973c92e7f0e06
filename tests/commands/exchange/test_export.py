"""`commcoord export`, as a person types it."""

import csv
import json
from io import StringIO

import openpyxl
import pytest
from icalendar import Calendar

from tests.conftest import EXAMPLE_DAY


def table(text):
    assert text.startswith("\ufeff")  # without it Excel reads Chinese in the code page of the country
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def listed(company, *filters):
    return [one["id"] for one in json.loads(company("list", "--json", *filters).out)]


@pytest.mark.parametrize(
    "filters",
    [
        ("task",),
        ("--quarter", "2023Q4"),
        ("--who", "张伟"),
        ("--department", "物流部"),
        ("--scenario", "supplier"),
        ("--scenario", "供应商协调"),
        ("--step", "done"),
        ("--counterpart", "ABC"),
        ("--series", "周例会"),
    ],
)
def test_it_chooses_as_list_does(company, filters):
    whole = {one["id"]: one for one in table(company("export").out)}

    assert table(company("export", *filters).out) == [whole[name] for name in listed(company, *filters)]


def test_items_stand_with_their_record(company):
    rows = table(company("export", "task", "--items").out)
    row = next(one for one in rows if one["id"] == "m-7r5q")

    assert (
        row["what"],
        row["owner"],
        row["department"],
        row["due"],
        row["status"],
        row["needs.of"],
        row["record"],
    ) == (
        "体验机配件补货到店",
        "朱敏（采购部）",
        "采购部",
        "2024-01-08",
        "blocked",
        "财务部",
        "task-20231023-n5c8",
    )


def test_json_has_the_records_whole(company):
    found = json.loads(company("export", "task", "--to", "json").out)

    assert [one["id"] for one in found] == listed(company, "task")
    assert found[0]["milestones"][0]["id"]
    assert json.loads(company("export", "task", "--to", "json", "--items", lang="zh-Hans").out) == json.loads(
        company("export", "task", "--to", "json", "--items", lang="en").out
    )


def test_a_calendar_has_meetings_and_deadlines(company):
    events = Calendar.from_ical(
        company("export", "--to", "ics", "--quarter", "2023Q4", now=EXAMPLE_DAY).out
    ).walk("VEVENT")
    deadlines = Calendar.from_ical(
        company("export", "--to", "ics", "--quarter", "2023Q4", "--items").out
    ).walk("VEVENT")

    assert len(events) - len(deadlines) == len(listed(company, "--quarter", "2023Q4"))
    assert {str(one["uid"]) for one in deadlines} <= {str(one["uid"]) for one in events}


def test_a_workbook_has_texts_dates_and_no_formula(company, tmp_path):
    path = company.root / "records/2023Q4/task/task-20231023-n5c8.yaml"
    path.write_text(path.read_text("utf-8").replace("title: 云汐洗碗机上市推广", "title: '=1+1'"), "utf-8")
    company("export", "task", "--to", "xlsx", "-o", str(tmp_path / "x.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")

    assert book.sheetnames == ["records", "items"]
    cells = {cell.value: cell for row in book["records"].iter_rows() for cell in row}
    assert cells["=1+1"].data_type == "s"
    assert cells["task-20231023-n5c8"].row == cells["=1+1"].row
    row = next(row for row in book["items"].iter_rows() if row[0].value == "m-7r5q")
    assert row[4].value.isoformat() == "2024-01-08T00:00:00"


def test_csv_has_no_formula_either(company):
    path = company.root / "records/2023Q4/task/task-20231023-n5c8.yaml"
    path.write_text(path.read_text("utf-8").replace("title: 云汐洗碗机上市推广", "title: '=1+1'"), "utf-8")

    assert "'=1+1" in [one["title"] for one in table(company("export", "task").out)]


@pytest.mark.parametrize("to", ["csv", "json"])
def test_outside_only_what_both_sides_know(company, to):
    inside = company("export", "--to", to, "--items")
    outside = company("export", "--to", to, "--items", "--audience", "external")

    for words in ("空气净化器需求的新排期", "财务部", "商场夜间施工要报批"):
        assert words in inside.out
        assert words not in outside.out.replace("（财务部）", "")
    assert "1 record left out" in outside.err


def test_wrong_use_is_said(company):
    assert "“pdf” is none of csv, ics, json, xlsx." in company("export", "--to", "pdf", code=2).err
    assert "“letter” is none of plan" in company("export", "letter", code=2).err


def test_a_scenario_may_be_called_as_people_call_it(company):
    assert listed(company, "--scenario", "供应商协调") == listed(company, "--scenario", "supplier") != []


B6T4 = "records/2023Q4/minutes/minutes-20231103-b6t4.yaml"


def titled(company, words):
    path = company.root / B6T4
    text = path.read_text("utf-8")
    title = text[text.index("title: ") :].partition("\n")[0]
    path.write_text(text.replace(title, f"{title}（{words}）", 1), "utf-8")


@pytest.mark.parametrize("to", ["csv", "json", "ics", "xlsx"])
@pytest.mark.parametrize("sheet", [[], ["--items"]])
def test_what_was_left_out_and_stands_elsewhere_is_refused_by_name(company, tmp_path, to, sheet):
    titled(company, "孙浩手上的空气净化器需求顺延")
    path = tmp_path / f"out.{to}"
    answer = company("export", "--to", to, *sheet, "--audience", "external", "-o", str(path), code=1)

    assert "This was left out of minutes-20231103-b6t4 for external" in answer.err
    assert "stands elsewhere in the list: “孙浩手上的空气净化器需求顺延”" in answer.err
    assert "Nothing was exported." in answer.err
    assert not path.exists()
    company("export", "--to", to, *sheet, "-o", str(path))


def test_numbers_of_persons_are_flagged_outside_only(company):
    titled(company, "请打13812345678")

    assert "a telephone number …5678 is in it" in company("export", "--audience", "external").err
    assert "telephone" not in company("export").err


def test_what_no_cell_of_excel_holds_is_refused_by_name(company, tmp_path):
    path = tmp_path / "out.xlsx"
    titled(company, "长" * 33_000)
    answer = company("export", "--to", "xlsx", "-o", str(path), code=3)

    assert "minutes-20231103-b6t4 title is longer than the 32767 characters" in answer.err
    assert not path.exists()
    company("export", "--to", "csv")
