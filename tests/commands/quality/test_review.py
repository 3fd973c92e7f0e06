"""The review as people call it, on the example company and on odd repositories."""

import json
from io import BytesIO
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden" / "2023Q4.md"

FEEDBACK = """\
kind: feedback
id: feedback-{day}-{name}
title: "=cmd|' /C calc'!A0"
scenario: customer
step: archive
date: {date}
start: {date} 09:00
people: {{owner: "<b>Ben</b> | Cole", counterpart: {{organisation: "x](javascript:alert(1))"}}}}
said: ["<script>alert(1)</script> | **bold**\\n# heading"]
status: closed
archive: {{category: "{category}", improve: ["- [ ] <img src=x onerror=alert(1)>"]}}
"""


def put_feedback(repository, date, name, category):
    day = date.replace("-", "")
    folder = repository.root / "records" / f"{date[:4]}Q{(int(date[5:7]) + 2) // 3}" / "feedback"
    folder.mkdir(parents=True, exist_ok=True)
    text = FEEDBACK.format(day=day, date=date, name=name, category=category)
    (folder / f"feedback-{day}-{name}.yaml").write_text(text, "utf-8")


def sheets(path):
    from openpyxl import load_workbook

    return load_workbook(BytesIO(path.read_bytes()))


def test_the_report_of_the_example_company_is_as_it_was_checked_by_hand(company):
    """Read once from its first line to its last beside the records; test_example.py has the count of each figure."""
    assert company("review", "2023Q4").out == GOLDEN.read_text("utf-8")


def test_without_a_quarter_it_is_the_one_that_ended_last(company):
    assert json.loads(company("review", "--json").out)["quarter"] == "2023Q3"
    assert json.loads(company("review", "--json", now="2024-01-01 08:00").out)["quarter"] == "2023Q4"


@pytest.mark.parametrize(
    ("period", "first", "last", "total"),
    [
        ("2023-10", "2023-10-01", "2023-10-31", 14),
        ("2023", "2023-01-01", "2023-12-31", 74),
        ("2023-10-01..2023-11-15", "2023-10-01", "2023-11-15", 24),
    ],
)
def test_months_years_and_ranges_work_too(company, period, first, last, total):
    found = json.loads(company("review", period, "--json").out)

    assert (found["from"], found["to"], found["records"]["total"]) == (first, last, total)


def test_json_is_the_same_in_every_language(company):
    assert (
        company("review", "2023Q4", "--json").out == company("review", "2023Q4", "--json", lang="zh-Hans").out
    )


def test_an_earlier_day_is_replayed_byte_for_byte(company):
    then = company("review", "2023Q4", "--json", now="2023-11-15 12:00").out
    for path in (company.root / "records" / "2023Q4").rglob("*-202312*.yaml"):
        if path.parent.name != "plan":
            path.unlink()

    assert company("review", "2023Q4", "--json", now="2023-11-15 12:00").out == then
    assert json.loads(then)["minutes"]["held"] == 10  # 9 October to 14 November


@pytest.mark.parametrize(
    ("key", "records"),
    [
        ("minutes.late", ["minutes-20231113-n2gt"]),
        ("minutes.offenders", ["minutes-20231113-n2gt", "minutes-20231226-y6db"]),
        ("actions.overdue", ["task-20231023-n5c8", "minutes-20231206-f8rn"]),
        ("problems.物流延迟.count", ["feedback-20231026-r6dj", "feedback-20231205-d6xv"]),
        ("overrides.by_step.people", ["plan-20231103-s8r2"]),
    ],
)
def test_a_figure_is_explained_by_its_records(company, key, records):
    said = company("review", "2023Q4", "--explain", key).out
    found = json.loads(company("review", "2023Q4", "--explain", key, "--json").out)

    assert said.splitlines()[0] == f"{key} = {len(records)}"
    assert [one["record"] for one in found[0]["records"]] == records
    assert all(record in said for record in records)


def test_a_group_is_explained_figure_by_figure(company):
    found = json.loads(company("review", "2023Q4", "--explain", "records.by_kind", "--json").out)

    assert {one["key"]: one["value"] for one in found} == {
        "records.by_kind.plan": 16,
        "records.by_kind.minutes": 24,
        "records.by_kind.task": 7,
        "records.by_kind.feedback": 12,
    }


def test_an_unknown_figure_is_refused_with_what_is_near(company):
    answer = company("review", "2023Q4", "--explain", "minutes.lat", code=2)

    assert "minutes.late" in answer.err


@pytest.mark.parametrize(
    "arguments", [["2023Q5"], ["--to", "pdf"], ["--notices", "x", "--answer-by", "soon"]]
)
def test_wrong_use_is_said(company, arguments):
    assert company("review", *arguments, code=2).err.startswith("error: ")


def test_notices_are_one_page_a_department_and_never_overwritten(company, tmp_path):
    folder = tmp_path / "notices"
    listed = company(
        "review", "2023Q4", "--notices", str(folder), "--answer-by", "2024-01-19"
    ).out.splitlines()
    logistics = folder / "2023Q4-物流部.md"

    assert listed == [
        str(folder / f"2023Q4-{name}.md") for name in ("物流部", "采购部", "质量部", "产品部", "法务部")
    ]
    assert "Please answer in writing by 2024-01-19 Fri." in logistics.read_text("utf-8")
    assert "铜管又晚到" not in logistics.read_text("utf-8")
    logistics.write_text("our answer", "utf-8")
    again = company("review", "2023Q4", "--notices", str(folder), "--answer-by", "2024-01-19")
    assert logistics.read_text("utf-8") == "our answer"
    assert "2023Q4-物流部.md is there already" in again.err


def test_a_rehearsal_writes_nothing(company, tmp_path):
    company("review", "2023Q4")  # so that the index is there, which any command makes
    before = sorted(company.root.rglob("*"))
    said = company("review", "2023Q4", "--notices", str(tmp_path / "n"), "--open-tasks", "--dry-run").out

    assert "+title: 'Improvement: 物流延迟'" in said or '+title: "Improvement: 物流延迟"' in said
    assert sorted(company.root.rglob("*")) == before
    assert not (tmp_path / "n").exists()


def test_json_stays_json_whatever_is_written_besides(company, tmp_path):
    asked = ["2023Q4", "--json", "--open-tasks", "--notices", str(tmp_path / "n")]
    rehearsed = json.loads(company("review", *asked, "--dry-run").out)
    assert not (tmp_path / "n").exists()
    assert len(rehearsed["opened"]) == 3
    assert all(f"+++ b/{path}" in rehearsed["diff"] for path in rehearsed["notices"] + rehearsed["opened"])

    done = json.loads(company("review", *asked).out)
    assert done["notices"] == rehearsed["notices"]
    assert all((tmp_path / name).exists() for name in done["notices"])
    assert all((company.root / path).exists() for path in done["opened"])
    assert "diff" not in done
    assert not {"opened", "notices", "diff"} & json.loads(company("review", "2023Q4", "--json").out).keys()


def test_the_loop_closes_through_the_task_that_the_review_opened(company):
    opened = company("review", "2023Q4", "--open-tasks").out.splitlines()
    assert len(opened) == 3
    assert company("review", "2023Q4", "--open-tasks").out == ""
    for path in opened:
        company("check", str(company.root / path))
    task = next(path for path in opened if "物流延迟" in company.file(path))
    name = Path(task).stem
    answer = next(line.split()[-1] for line in company.file(task).splitlines() if "- id: m-" in line)
    company("done", answer, "--evidence", "docs/answer.md", "--on", "2024-01-12", now="2024-01-12 15:00")

    found = json.loads(company("review", "2024Q1", "--json", now="2024-04-01 09:00").out)["previous_notices"]
    logistics = next(one for one in found if one["category"] == "物流延迟")
    assert (logistics["count_then"], logistics["count_now"], logistics["fell"]) == (2, 0, True)
    assert (logistics["answered"], logistics["answer"]["item"], logistics["answer"]["on_time"]) == (
        True,
        answer,
        True,
    )
    assert [(one["record"], one["done"], one["open_items"]) for one in logistics["tasks"]] == [
        (name, False, 1)
    ]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("form", ["md", "html", "xlsx"])
def test_a_quarter_without_records_has_a_report(repository, tmp_path, form, lang):
    target = tmp_path / f"report.{form}"
    repository("review", "2020Q1", "-o", str(target), lang=lang, now="2023-12-29 17:00")

    assert target.stat().st_size > 500


def test_hostile_texts_are_shown_as_texts(repository, tmp_path):
    from markdown_it import MarkdownIt

    put_feedback(repository, "2023-08-01", "aaaa", "a | b](javascript:x)")
    put_feedback(repository, "2023-11-01", "bbbb", "a | b](javascript:x)")
    put_feedback(repository, "2023-11-02", "cccc", "=1+1")
    page = repository("review", "2023Q4", "--to", "html", now="2023-12-29 17:00").out
    text = repository("review", "2023Q4").out

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text", "text_special", "softbreak", "strong_open", "strong_close", "html_inline"}
    tags = {
        child.content for token in tokens for child in token.children or [] if child.type == "html_inline"
    }
    assert tags <= {"<br>"}

    repository("review", "2023Q4", "-o", str(tmp_path / "r.xlsx"))
    cells = [cell for sheet in sheets(tmp_path / "r.xlsx") for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert "=1+1" in {cell.value for cell in cells}


def test_a_category_that_nobody_answers_for_goes_to_all(repository, tmp_path):
    put_feedback(repository, "2023-11-02", "cccc", "un/known")
    listed = repository("review", "2023Q4", "--notices", str(tmp_path), now="2023-12-29 17:00").out.split()

    assert [Path(one).name for one in listed] == ["2023Q4-other.md"]
    assert json.loads(repository("review", "2023Q4", "--json").out)["problems"][0]["department"] is None


def test_files_that_cannot_be_counted_are_named(repository):
    put_feedback(repository, "2023-11-02", "cccc", "noise")
    broken = repository.root / "records" / "2023Q4" / "feedback" / "feedback-20231103-dddd.yaml"
    broken.write_text("kind: feedback\ntitle: no date\n", "utf-8")
    answer = repository("review", "2023Q4", now="2023-12-29 17:00")

    assert "feedback-20231103-dddd.yaml" in answer.err
    assert "1 file is no readable record and was not counted." in answer.out


def test_a_template_of_the_company_replaces_a_block_and_its_faults_are_told(company):
    folder = company.root / "templates"
    folder.mkdir(exist_ok=True)
    own = folder / "review.md.j2"
    own.write_text(
        "{% extends 'builtin/review.md.j2' %}{% block trends %}Our own words.\n{% endblock %}", "utf-8"
    )
    text = company("review", "2023Q4").out
    assert "Our own words." in text
    assert "## At a glance" in text
    own.write_text("# {{ title }}\n{{ review.minutes.held + nothing }}", "utf-8")
    assert (
        "The template review.md.j2, line 2: 'nothing' is undefined" in company("review", "2023Q4", code=3).err
    )


def test_the_workbook_has_real_numbers_and_dates_and_is_the_same_twice(company, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        company("review", "2023Q4", "-o", str(tmp_path / name))
    book = sheets(tmp_path / "a.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    clocks = book["The 24-hour clocks"]
    assert [cell.value for cell in clocks[2]] == ["Minutes after the meeting", 24, 22, 1, 1, 0, 0.9167]
    assert clocks["G2"].number_format == "0.0%"
    late = book["Minutes late or never sent"]
    assert late["D2"].value.isoformat() == "2023-11-14T10:00:00"


def test_a_workbook_is_not_shown_on_a_screen(company, monkeypatch):
    monkeypatch.setattr("commcoord.console.Console.on_terminal", True)

    assert "-o FILE" in company("review", "2023Q4", "--to", "xlsx", code=2).err


def test_a_rehearsal_says_so_and_counts_no_task_as_opened(company, tmp_path):
    asked = ("review", "2023Q4", "--notices", str(tmp_path / "n"), "--open-tasks")
    answer = company(*asked, "--dry-run")

    assert answer.err.count("Nothing is written: this was a rehearsal.") == 1
    assert "opened" not in answer.err
    assert "task opened" in company(*asked).err.replace("tasks", "task")
