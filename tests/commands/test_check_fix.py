"""`commcoord check --fix`: what has one right answer, and never anything else."""

import json

import pytest

HEAD = """\
# yaml-language-server: $schema=../../../.commcoord/schemas/minutes.json
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: cross-department
step: hold
date: 2023-10-20
"""
PLACE = "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
NOW = "2023-10-20 18:00"


@pytest.fixture
def fixed(repository):
    """Return a function that writes minutes, mends them, and returns what stands behind the first seven lines."""

    def fix(below, *options, place=PLACE, code=None):
        path = repository.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + below, encoding="utf-8")
        fix.answer = repository("check", "--fix", *options, now=NOW, code=code)
        after = repository.file(PLACE)
        assert after.startswith(HEAD)
        return after.removeprefix(HEAD)

    fix.root = repository.root
    return fix


def test_items_without_an_id_get_one_and_everything_else_stays(fixed):
    after = fixed(
        "decisions:\n  - what: '渠道为抖音'   # by all\nactions:\n  - {id: a-3f9k, what: 提交清单}\n  - {what: 交付初稿}\n"
    )

    lines = after.splitlines()
    assert [line[:8] for line in lines] == [
        "decision",
        "  - id: ",
        "    what",
        "actions:",
        "  - {id:",
        "  - {id:",
    ]
    assert lines[2] == "    what: '渠道为抖音'   # by all"
    assert lines[4] == "  - {id: a-3f9k, what: 提交清单}"
    assert "decisions.0: got the id d-" in fixed.answer.err


def test_pressing_asks_come_first_with_their_comments(fixed):
    after = fixed(
        "asks:\n"
        "  - {who: 销售部, what: 增加赠品, urgent: false, important: true}\n"
        "  # before the holidays\n"
        "  - {who: 客服部, what: 公布口径, urgent: true, important: true}\n"
    )

    assert after == (
        "asks:\n"
        "  # before the holidays\n"
        "  - {who: 客服部, what: 公布口径, urgent: true, important: true}\n"
        "  - {who: 销售部, what: 增加赠品, urgent: false, important: true}\n"
    )


def test_keys_are_put_in_order_each_with_its_comment(fixed):
    after = fixed(
        "actions:\n"
        "  - {what: 提交清单, due: 2023-10-22, id: a-3f9k}\n"
        "# what it is for\n"
        "goal: 定下渠道\n"
        "facts:\n"
        "  - what: 预算17万元\n"
        "    # read back\n"
        "    confirmed_by: 王强\n"
        "    id: f-8w2d\n"
    )

    assert after == (
        "# what it is for\n"
        "goal: 定下渠道\n"
        "facts:\n"
        "  - id: f-8w2d\n"
        "    what: 预算17万元\n"
        "    # read back\n"
        "    confirmed_by: 王强\n"
        "actions:\n"
        "  - {id: a-3f9k, what: 提交清单, due: 2023-10-22}\n"
    )


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("下周五前提交场地清单", "2023-10-27前提交场地清单"),
        ("3天内交付初稿", "2023-10-23前交付初稿"),
        ("deliver the draft within 3 days", "deliver the draft by 2023-10-23"),
        ("deliver the draft next Friday", "deliver the draft next Friday"),  # which one?
        ("尽快交付初稿", "尽快交付初稿"),  # nobody but people can say when
        ("今天收资料，今天发出", "今天收资料，今天发出"),  # twice the same words: not for a machine
    ],
)
def test_a_relative_date_becomes_its_date_where_it_means_one(fixed, written, mended):
    assert (
        fixed(f"decisions:\n  - {{id: d-3f9k, what: {written}}}\n")
        == f"decisions:\n  - {{id: d-3f9k, what: {mended}}}\n"
    )


@pytest.mark.parametrize(
    ("written", "mended"), [("下周五", "2023-10-27"), ("next Friday", "next Friday"), ("待定", "待定")]
)
def test_a_deadline_in_words_becomes_its_date(fixed, written, mended):
    after = fixed(f"actions:\n  - {{id: a-3f9k, what: 提交清单, due: {written}, status: open}}\n")

    assert after == f"actions:\n  - {{id: a-3f9k, what: 提交清单, due: {mended}, status: open}}\n"


def test_a_misplaced_file_is_moved(fixed):
    assert fixed("goal: 定下渠道\n", place="records/2023Q4/plan/launch.yaml") == "goal: 定下渠道\n"
    assert not (fixed.root / "records/2023Q4/plan/launch.yaml").exists()
    assert f"moved to {PLACE}" in fixed.answer.err


@pytest.mark.parametrize("named", ["records/2023Q4/plan/launch.yaml", "records/2023Q4/plan"])
def test_what_was_moved_is_looked_at_in_its_new_place(fixed, named):
    fixed("places: 301\n", named, "--format", "json", place="records/2023Q4/plan/launch.yaml", code=1)

    assert {one["path"] for one in json.loads(fixed.answer.out)} == {PLACE}


def test_nothing_is_ever_overwritten(repository):
    there, stray = repository.root / PLACE, repository.root / "records/2023Q4/plan/stray.yaml"
    for path, text in ((there, "kind: [unclosed\n"), (stray, HEAD + "goal: 定下渠道\n")):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    repository("check", "--fix", now=NOW, code=1)

    assert there.read_text("utf-8") == "kind: [unclosed\n"
    assert stray.read_text("utf-8") == HEAD + "goal: 定下渠道\n"


def test_two_files_for_one_place_both_stay(repository):
    folder = repository.root / "records/2023Q4/plan"
    folder.mkdir(parents=True)
    for name in ("one.yaml", "two.yaml"):
        (folder / name).write_text(HEAD, encoding="utf-8")
    repository("check", "--fix", now=NOW, code=1)

    assert sorted(path.name for path in folder.iterdir()) == ["one.yaml", "two.yaml"]


def test_a_rehearsal_prints_the_diff_and_writes_nothing(fixed):
    text = "actions:\n  - {what: 提交清单, id: a-3f9k}\n"

    assert fixed(text, "--dry-run", code=0) == text
    assert f"--- a/{PLACE}" in fixed.answer.out
    assert "+  - {id: a-3f9k, what: 提交清单}" in fixed.answer.out


def test_a_rule_selected_is_all_that_is_mended(fixed):
    text = "decisions:\n  - {what: 下周五前提交场地清单}\n"

    assert fixed(text, "--select", "CC502") == "decisions:\n  - {what: 2023-10-27前提交场地清单}\n"
    assert fixed(text, "--select", "CC101") == text


def test_what_a_record_allows_is_left_as_it_is(fixed):
    text = "decisions:\n  - {id: d-3f9k, what: 下周五前提交场地清单}\nallow: [{rule: CC502, because: 原话}]\n"

    assert fixed(text) == text


def test_mending_again_changes_nothing(company):
    company("check", "--fix", code=1)
    before = {path: path.read_bytes() for path in company.root.rglob("records/**/*.yaml")}
    company("check", "--fix", code=1)

    assert {path: path.read_bytes() for path in company.root.rglob("records/**/*.yaml")} == before
    rules = {one["rule"] for one in json.loads(company("check", "--json", code=1).out)}
    assert not rules & {"CC006", "CC105"}


def test_a_file_that_cannot_be_read_is_left_alone(fixed):
    assert fixed("goal: [unclosed\n", code=1) == "goal: [unclosed\n"


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab"])
def test_a_rehearsal_is_told_in_no_format_of_findings(repository, form):
    answer = repository("check", "--fix", "--dry-run", "--format", form, code=2)

    assert f"cannot be told as {form}" in answer.err
    assert answer.out == ""
