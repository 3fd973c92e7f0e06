"""What is kept of the last check never changes the answer: it is that of looking at everything again."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from commcoord import judging
from commcoord.judgement import Judgement
from commcoord.language import messages
from commcoord.language.messages import Message
from commcoord.render.findings.json import as_object
from commcoord.rules.judge import judged
from commcoord.store import database, sharing, verdicts
from commcoord.store.positions import located
from commcoord.store.shipped import put_example
from commcoord.workspace import Workspace
from tests.damaged_databases import blank_the_middle, come_from_the_future, hold_other_tables, overwrite

COMPANY = Path(__file__).parents[1] / "examples" / "appliance-maker"
ID = re.compile(r"\b(?:(?:plan|minutes|task|feedback)-\d{8}|[amrdf])-[0-9a-z]{4}\b")
NOON = datetime.fromisoformat("2023-12-29T17:00+08:00")
STATES = ["goal", "people", "channel", "prepare", "hold", "followup", "archive", "done"]


def opened(root: Path, now: datetime) -> Workspace:
    return Workspace.open(root, now.astimezone)


def told(found) -> list:
    """Return findings as a user sees them, in both languages."""
    rows = sorted(
        found, key=lambda one: (one.path, one.ruling.rule, one.line, one.column, one.message.english)
    )
    return [
        (
            as_object(one),
            one.shown,
            *(
                str(text.in_language("zh-Hans"))
                for text in (one.message, one.mend)
                if isinstance(text, Message)
            ),
        )
        for one in rows
    ]


def looked_at_again(workspace: Workspace) -> list:
    return told(
        found
        for source in workspace.sources
        for found in located(
            source, (workspace.root / source.path).read_bytes(), judged(source, workspace.view)
        )
    )


def files(root: Path) -> list[Path]:
    return sorted((root / "records").rglob("*.yaml"))


def changed(pattern: str, words: list[str]):
    """Return an edit that replaces one thing in one file by a word, or by an id from elsewhere."""

    def edit(root: Path, random) -> None:
        path = random.choice(files(root))
        text = path.read_text("utf-8")
        places = list(re.finditer(pattern, text, re.MULTILINE))
        if places:
            place = random.choice(places)
            word = random.choice(words or ID.findall(random.choice(files(root)).read_text("utf-8")))
            path.write_text(text[: place.start(1)] + word + text[place.end(1) :], "utf-8")

    return edit


def deleted(root: Path, random) -> None:
    if len(files(root)) > 5:
        random.choice(files(root)).unlink()


def copied(root: Path, random) -> None:
    path = random.choice(files(root))
    path.with_name(random.choice(["another.yaml", "zz.yaml", "00.yaml"])).write_bytes(path.read_bytes())


def linked(root: Path, random) -> None:
    path, other = random.choice(files(root)), random.choice(files(root))
    text = re.sub(r"^links:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(
        re.sub(r"^(date: .*\n)", rf"\1links: [{other.stem}]\n", text, flags=re.MULTILINE), "utf-8"
    )


def serial(root: Path, random) -> None:
    path = random.choice(files(root))
    text = re.sub(r"^series:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(re.sub(r"^(date: .*\n)", r"\1series: 周例会\n", text, flags=re.MULTILINE), "utf-8")


def nothing_left(root: Path, random) -> None:
    path = random.choice(sorted((root / "records").rglob("minutes-*.yaml")) or files(root))
    text = re.sub(r"^(leftover|series):.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    more = "\\1series: 周例会\nleftover: none\n"
    path.write_text(re.sub(r"^(date: .*\n)", more, text, flags=re.MULTILINE), "utf-8")


def broken(root: Path, random) -> None:
    path = random.choice(files(root))
    path.write_bytes(path.read_bytes()[:-40] + b"\n\tx: [")


def set_otherwise(root: Path, random) -> None:
    path = root / "commcoord.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "answer_within: 3wd", random.choice(["answer_within: 1wd", "answer_within: 5wd"])
        ),
        "utf-8",
    )


EDITS = [
    changed(ID.pattern.replace(r"\b(?:", r"\b((?:", 1).replace(r"[0-9a-z]{4}\b", r"[0-9a-z]{4})\b"), []),
    changed(r"^step: (\w+)", STATES),
    changed(r"status: (\w+)", ["open", "doing", "done", "blocked", "cancelled"]),
    changed(r"category: ([^,}\n]+)", ["物流延迟", "产品质量", "别的"]),
    changed(r"\b(2023-1\d-\d\d)\b", ["2023-12-28", "2023-12-29", "2024-01-03", "2023-09-30"]),
    changed(r"owner: ([^,}\n]+)", ["王强（销售部）", "谁（哪里）", "''"]),
    deleted,
    copied,
    linked,
    serial,
    nothing_left,
    nothing_left,
    changed(r"^title: (.+)$", ["别的事", "又一件事"]),
    broken,
    set_otherwise,
]


def tear(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damaged(root: Path, random) -> None:
    path = root / ".commcoord" / verdicts.FILE
    if path.exists():
        random.choice(
            [tear, overwrite, blank_the_middle, come_from_the_future, hold_other_tables, Path.unlink]
        )(path)


def renamed(root: Path, random) -> None:
    path = random.choice(files(root))
    place = root / "records" / "2023Q4" / random.choice(["plan", "task"]) / f"moved-{path.name}"
    place.parent.mkdir(parents=True, exist_ok=True)
    path.rename(place)


def within_the_grain(root: Path, random) -> None:
    path = random.choice(files(root))
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"done", b"open").replace(b"2023-10-2", b"2023-10-3"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def dated(root: Path, random) -> None:
    day = random.choice([1_600_000_000, 4_000_000_000])
    os.utime(random.choice(files(root)), (day, day))


EDITS += [damaged, renamed, within_the_grain, dated]
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failure is clear enough as it is found; to make it smaller takes minutes."""
LATER = st.sampled_from([0, 0, 0, 1, 60, 60 * 7, 60 * 24, 60 * 24 * 3, -60 * 24 * 2])
HISTORIES = st.lists(st.tuples(st.lists(st.sampled_from(EDITS), max_size=3), LATER), min_size=1, max_size=5)


def judgement(root: Path, now: datetime, wanted: set[str] | None = None) -> Judgement:
    return Judgement(root, now.astimezone, wanted)


@settings(max_examples=200, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_kept_answer_is_the_whole_answer(rounds, random):
    check_rounds(rounds, random, few=6)


@settings(max_examples=3, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_kept_answer_is_the_whole_answer_in_a_whole_company(rounds, random):
    check_rounds(rounds, random)


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_kept_answer_is_the_whole_answer_at_length(rounds, random):
    check_rounds(rounds, random, few=6)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_kept_answer_is_the_whole_answer_in_a_whole_company_at_length(rounds, random):
    check_rounds(rounds, random)


def copy_some(root: Path, random, few: int) -> None:
    """Copy the settings and some records of the company."""
    every = files(COMPANY)
    for path in [COMPANY / "commcoord.yaml", *random.sample(every, min(few, len(every)))]:
        place = root / path.relative_to(COMPANY)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)


def check_rounds(rounds, random, few: int = 1000) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "PART", random.choice([3, 10, 1000]))
        patch.setattr(judging, "MANY", random.choice([1, 4, 1000]))
        patch.setattr(sharing, "processors", lambda: 1)  # what copies do is tried below, and slow
        root = Path(folder).resolve() / "company"
        copy_some(root, random, few)
        now = NOON
        _ = judgement(root, now).found
        for edits, minutes in rounds:
            for edit in edits:
                edit(root, random)
            now += timedelta(minutes=minutes)
            some = {path.relative_to(root).as_posix() for path in files(root)[::3]}
            whole = looked_at_again(opened(root, now))
            part = told(judgement(root, now, some).found) if random.random() < 0.5 else None
            kept = told(judgement(root, now).found)
            assert [one for one in kept if one not in whole] == [one for one in whole if one not in kept]
            assert kept == whole
            assert part is None or part == [one for one in whole if one[0]["path"] in some]


@pytest.fixture
def root(tmp_path) -> Path:
    root = tmp_path / "company"
    put_example(root)
    return root


@pytest.fixture
def passed(monkeypatch) -> list[str]:
    """The paths of the files on which a verdict is passed, in this process."""
    found: list[str] = []
    before = judging._verdict

    def verdict(source, *rest):
        result = before(source, *rest)
        found.append(source.path)
        return result

    monkeypatch.setattr(judging, "_verdict", verdict)
    monkeypatch.setattr(sharing, "processors", lambda: 1)
    return found


def judged_again(root: Path, passed: list[str], now: datetime = NOON) -> set[str]:
    """Return which files are judged anew on a check."""
    passed.clear()
    assert told(judgement(root, now).found) == looked_at_again(opened(root, now))
    return set(passed)


def test_a_second_check_looks_at_nothing_again(root, passed):
    assert len(judged_again(root, passed)) == len(files(root))
    assert judged_again(root, passed) == set()
    assert judged_again(root, passed, NOON + timedelta(seconds=1)) == set()


def test_a_second_check_needs_neither_rules_nor_records(root):
    judgement(root, NOON)
    program = (
        "import sys; from commcoord.cli import run; run(sys.argv[1:]);"
        "print([name for name in ('pydantic', 'ruamel', 'yaml_rs', 'commcoord.rules.judge', 'commcoord.workspace')"
        " if name in sys.modules])"
    )
    call = [sys.executable, "-c", program, "-C", str(root), "--as-of", "2023-12-29 17:00", "check"]
    answer = subprocess.run(call, capture_output=True, text=True, check=True, encoding="utf-8").stdout

    assert "CC" in answer
    assert answer.splitlines()[-1] == "[]"


def test_a_changed_file_takes_along_only_what_asked_for_it(root, passed):
    judged_again(root, passed)
    plan = root / "records/2023Q4/plan/plan-20231020-m4x9.yaml"
    plan.write_text(plan.read_text("utf-8") + "# seen\n", "utf-8")
    again = judged_again(root, passed)

    assert plan.relative_to(root).as_posix() in again
    assert len(again) < len(files(root)) / 4


def test_a_verdict_ends_when_a_moment_passes_that_it_was_measured_by(root, passed):
    judged_again(root, passed)

    assert judged_again(root, passed, NOON + timedelta(days=1))
    assert judged_again(root, passed, NOON + timedelta(days=1)) == set()


def test_other_settings_are_another_matter(root, passed):
    judged_again(root, passed)
    path = root / "commcoord.yaml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")

    assert len(judged_again(root, passed)) == len(files(root))


def test_a_few_paths_have_only_themselves_judged(root, passed):
    judged_again(root, passed)
    passed.clear()
    some = {path.relative_to(root).as_posix() for path in files(root)[:3]}
    judgement(root, NOON + timedelta(days=1), some)

    assert set(passed) <= some


@pytest.mark.parametrize("kept", [b"", b"{}", b"\xff" * 5000, b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_kept_may_be_anything(root, passed, kept):
    place = root / ".commcoord" / verdicts.FILE
    place.parent.mkdir()
    place.write_bytes(kept)

    assert len(judged_again(root, passed)) == len(files(root))
    assert judged_again(root, passed) == set()


def test_a_folder_that_cannot_be_written_only_costs_time(root, passed):
    (root / ".commcoord").write_text("a file", "utf-8")

    assert len(judged_again(root, passed)) == len(judged_again(root, passed)) == len(files(root))


def test_verdicts_that_others_hold_for_long_are_passed_over(root, passed, monkeypatch):
    judged_again(root, passed)
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with closing(sqlite3.connect(root / ".commcoord" / verdicts.FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert len(judged_again(root, passed)) == len(files(root))


def test_a_question_about_the_past_costs_the_present_nothing(root, passed):
    judged_again(root, passed)
    before = (root / ".commcoord" / verdicts.FILE).read_bytes()
    assert judged_again(root, passed, NOON - timedelta(days=40))

    assert (root / ".commcoord" / verdicts.FILE).read_bytes() == before
    assert judged_again(root, passed) == set()


def test_what_git_proves_is_asked_again_each_time(root, passed):
    with (root / "commcoord.yaml").open("a", encoding="utf-8") as file:
        file.write("evidence: true\n")
    for command in (
        ["init"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-m", "x"],
    ):
        subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True)

    assert len(judged_again(root, passed)) == len(judged_again(root, passed)) == len(files(root))
    said = {one.message.english for one in judgement(root, NOON).found}
    assert "The time is within the deadline, but was first committed after it." in said


def test_copies_of_the_process_find_the_same(root, monkeypatch):
    monkeypatch.setattr(judging, "PART", 9)
    monkeypatch.setattr(judging, "WORTH", 9)
    monkeypatch.setattr(sharing, "processors", lambda: 3)

    assert told(judgement(root, NOON).found) == looked_at_again(opened(root, NOON))
    assert told(judgement(root, NOON).found) == looked_at_again(opened(root, NOON))


LOOK = (
    "import sys; from datetime import datetime; from pathlib import Path; from commcoord.judgement import Judgement;"
    "Judgement(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]).astimezone)"
)


def looking(root: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", LOOK, str(root), NOON.isoformat()])


def test_a_process_that_is_killed_leaves_verdicts_that_can_be_used(root):
    expected = looked_at_again(opened(root, NOON))
    for tenth in range(4, 10):
        shutil.rmtree(root / ".commcoord", ignore_errors=True)
        process = looking(root)
        try:
            process.wait(tenth / 10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert told(judgement(root, NOON).found) == expected


def test_several_processes_may_judge_at_once(root):
    processes = [looking(root) for _number in range(4)]

    assert [process.wait(60) for process in processes] == [0] * 4
    assert told(judgement(root, NOON).found) == looked_at_again(opened(root, NOON))


def test_a_kept_sentence_speaks_every_language(root):
    found = judgement(root, NOON).found
    again = looked_at_again(opened(root, NOON))
    messages.use("zh-Hans")
    try:
        assert told(found) == again
    finally:
        messages.use("en")


SERIES = """
kind: minutes
id: minutes-2023100{day}-{name}
title: 周例会
scenario: routine
step: followup
date: 2023-10-0{day}
series: 小组例会
{more}
"""
OPEN = "actions:\n  - {id: a-0z0z, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-22, status: open}"


def test_what_a_series_leaves_over_is_asked_again_only_where_an_item_is_another(root, passed):
    folder = root / "records" / "2023Q4" / "minutes"
    first, second = folder / "minutes-20231001-aaaa.yaml", folder / "minutes-20231002-bbbb.yaml"
    first.write_text(SERIES.format(day=1, name="aaaa", more=OPEN), "utf-8")
    second.write_text(SERIES.format(day=2, name="bbbb", more="leftover: none"), "utf-8")

    def judged_after(path, old, new):
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return {Path(name).name for name in judged_again(root, passed)}

    judged_again(root, passed)
    assert judged_after(first, "title: 周例会", "title: 第一次周例会") == {first.name}
    assert judged_after(first, "status: open", "status: done, done_on: 2023-10-02") == {
        first.name,
        second.name,
    }
    assert judged_after(second, "series: 小组例会", "series: 另一例会") == {second.name}
    assert judged_after(first, "done, done_on: 2023-10-02", "open") == {first.name}
    assert judged_after(second, "series: 另一例会", "series: 小组例会") == {second.name}
    assert judged_after(first, "series: 小组例会", "place: 301") == {first.name, second.name}
    plan = root / "records" / "2023Q4" / "plan" / "plan-20231001-cccc.yaml"
    plan.write_text(SERIES.format(day=1, name="cccc", more=OPEN).replace("minutes", "plan"), "utf-8")
    assert judged_after(plan, "a-0z0z", "a-0z0y") == {plan.name}
