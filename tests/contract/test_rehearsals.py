"""Contract, section 2: every writing command has `--dry-run`, which prints the diff and writes nothing."""

import json

import pytest

MINUTES = """\
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: routine
step: followup
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:30
people: {owner: 张伟, decides: [张伟]}
attendees: [张伟, 李娜]
actions:
  - {id: a-3f9k, what: 提交门店清单, owner: 王强, due: 2023-10-22}
  - {id: a-7h2m, what: 交样机, owner: 李娜, due: 2023-10-25, status: done, done_on: 2023-10-21}
"""
WRITING = [
    ("new", "plan", "--title", "月会", "--scenario", "routine"),
    ("goal", "7qk2", "--goal", "定下渠道"),
    ("people", "7qk2", "--decides", "李娜"),
    ("channel", "7qk2", "--means", "video"),
    ("prepare", "7qk2", "--place", "301"),
    ("hold", "7qk2", "--decision", "采用甲方案 @张伟"),
    ("followup", "7qk2", "--circulated", "2023-10-20 17:00"),
    ("archive", "7qk2", "--conclusion", "渠道定了"),
    ("next", "7qk2", "--set", "place=302"),
    ("done", "3f9k", "--evidence", "docs/sites.xlsx"),
    ("progress", "3f9k", "已联系8家门店"),
    ("block", "3f9k", "--because", "合同未签", "--of", "采购部"),
    ("reschedule", "3f9k", "2023-10-25", "--because", "场地未定"),
    ("reschedule", "7qk2", "2023-10-27", "--because", "台风"),
    ("cancel", "3f9k", "--because", "不办了"),
    ("cancel", "7qk2", "--because", "台风"),
    ("reopen", "7h2m", "--because", "样机坏了"),
    ("circulate", "7qk2", "--sent"),
]
SAID = "Nothing is written: this was a rehearsal."


def files(root):
    return {path: path.read_bytes() for path in (root / "records").rglob("*.yaml")}


@pytest.fixture
def minutes(repository, write):
    write(MINUTES)
    return repository


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words[:2]))
def test_a_rehearsal_prints_the_diff_and_writes_nothing(minutes, words):
    before = files(minutes.root)
    shown = minutes(*words, "--dry-run", now="2023-10-21 09:00", code=None)

    assert shown.code in (0, 1)
    assert "+++ b/records/2023Q4/" in shown.out
    assert shown.err.count(SAID) == 1
    assert files(minutes.root) == before


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words[:2]))
def test_a_rehearsal_in_json_is_json_and_has_the_diff(minutes, words):
    before = files(minutes.root)
    shown = minutes(*words, "--dry-run", "--json", now="2023-10-21 09:00", code=None)

    assert "+++ b/records/2023Q4/" in json.loads(shown.out)["diff"]
    assert files(minutes.root) == before


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words[:2]))
def test_what_is_written_is_what_was_rehearsed(minutes, words):
    rehearsed = minutes(*words, "--dry-run", now="2023-10-21 09:00", code=None)
    written = minutes(*words, now="2023-10-21 09:00", code=None)

    assert written.code == rehearsed.code
    added = {line[1:] for line in rehearsed.out.splitlines() if line.startswith("+") and " id: " not in line}
    texts = "\n".join(path.read_text("utf-8") for path in files(minutes.root))
    assert all(line in texts for line in added if not line.startswith(("++", "id: ")) and "{id:" not in line)


FORM = """\
# 会议纪要表：周例会

| 会议名称 | 周例会 |
| --- | --- |
| 时间 | 2023-10-20 14:00–15:00 |
"""


def test_an_import_is_rehearsed_like_everything_else(repository):
    (repository.root / "minutes.md").write_text(FORM, "utf-8")
    shown = repository("import", "minutes.md", "--dry-run", now="2023-10-21 09:00")
    answer = json.loads(repository("import", "minutes.md", "--dry-run", "--json", now="2023-10-21 09:00").out)

    assert "+title: 周例会" in shown.out
    assert SAID in shown.err
    assert "imported" not in shown.err
    assert "+title: 周例会" in answer[0]["diff"]
    assert files(repository.root) == {}


def test_mending_is_rehearsed_in_json_too(minutes, write):
    write(MINUTES.replace("- {id: a-3f9k, ", "- {"))
    shown = minutes("check", "--fix", "--dry-run", now="2023-10-21 09:00")
    answer = json.loads(minutes("check", "--fix", "--dry-run", "--json", now="2023-10-21 09:00").out)

    assert "what: 提交门店清单" in shown.out
    assert [one["path"] for one in answer] == ["records/2023Q4/minutes/minutes-20231020-7qk2.yaml"]
    assert "id: a-" in answer[0]["diff"]


@pytest.mark.parametrize(
    ("words", "would"),
    [
        (("review", "2023Q4", "-o"), "report.html"),
        (("review", "2023Q4", "--to", "xlsx", "-o"), "report.xlsx"),
        (("review", "2023Q4", "--json", "-o"), "report.json"),
        (("followup", "--format", "ics", "-o"), "chase.ics"),
        (("followup", "--format", "markdown", "-o"), "chase.md"),
        (("followup", "--format", "eml", "-o"), "letters"),
        (("circulate", "7qk2", "--eml"), "minutes.eml"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else words,
)
def test_a_rehearsal_writes_no_file_that_was_named(minutes, tmp_path, words, would):
    target = tmp_path / "answers"
    target.mkdir()
    said = minutes(*words, str(target / would), "--dry-run", now="2023-10-25 09:00")

    assert not list(target.iterdir())
    assert str(target / would) in said.err or words[0] == "circulate"
    assert "this was a rehearsal" in said.err.lower()
    minutes(*words, str(target / would), now="2023-10-25 09:00")
    assert list(target.iterdir())


@pytest.mark.usefixtures("person")
def test_a_sync_is_rehearsed_in_json_too(minutes):
    assert json.loads(minutes("sync", "--dry-run", "--json").out).keys() == {"diff"}


@pytest.mark.parametrize(
    "words",
    [
        ("sync",),
        ("init", "--pre-commit"),
        ("notify", "dingtalk"),
        ("followup", "--send"),
        ("check", "--fix"),
        ("review", "2023Q4", "--open-tasks"),
        ("circulate", "7qk2", "--send"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("person")
def test_whatever_the_command_a_rehearsal_says_once_that_it_is_one(minutes, words):
    said = minutes(*words, "--dry-run", now="2023-10-25 09:00")

    assert said.err.count(SAID) == 1
    assert SAID not in minutes(*words, "--dry-run", "--quiet", now="2023-10-25 09:00").err


def test_a_refusal_is_not_called_a_rehearsal(minutes):
    assert SAID not in minutes("done", "none", "--dry-run", now="2023-10-25 09:00", code=2).err
