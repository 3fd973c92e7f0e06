"""The register answers as a full read does, whatever happened to the files, the index or the clock in between."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commcoord.overview import overview
from commcoord.register import Register
from commcoord.review.period import period_called
from commcoord.review.report import review_of
from commcoord.store import database
from commcoord.store import index as index_file
from commcoord.store.index import Index
from commcoord.store.shipped import put_example
from commcoord.workspace import Workspace
from tests.damaged_databases import blank_the_middle, come_from_the_future, hold_other_tables, overwrite
from tests.register_against_reading import by_register, clock_at, differences

KINDS = ("plan", "minutes", "task", "feedback")
SETTINGS = """\
version: 1
timezone: {zone}
calendar: {calendar}
departments: [市场部, 物流部]
people:
  - {{name: 张伟, department: {department}}}
  - {{name: 李娜, department: 物流部}}
"""

# ── records that depend on each other ──────────────────────────────────────────────────────────────


def name_of(kind: str, number: int) -> str:
    return f"{kind}-2023101{number}-aa{number}{number}"


days = st.sampled_from(["2023-10-11", "2023-10-13", "2023-10-20", "2023-10-29", "2023-11-15", "2024-01-05"])
numbers = st.integers(0, 2)
names = st.builds(name_of, st.sampled_from(KINDS), numbers)
item_names = st.sampled_from(["a-1111", "a-2222", "m-3333", "r-4444"])
categories = st.sampled_from(["物流延迟", "质量", "''"])
people = st.sampled_from(["张伟", "李娜（物流部）", "王强（市场部）", "张伟、李娜"])


@st.composite
def items(draw):
    lines = []
    for name in draw(st.lists(item_names, max_size=2, unique=True)):
        status = draw(st.sampled_from(["open", "doing", "blocked", "done", "cancelled"]))
        fields = [f"id: {name}", f"what: 物流线路 {name}", f"owner: {draw(people)}", f"status: {status}"]
        if draw(st.booleans()):
            fields.append(f"due: {draw(days)}")
        if status == "blocked":
            fields.append(f"needs: {{what: 预算, of: {draw(people)}}}")
        if status == "done":
            fields.append(f"done_on: {draw(days)}")
        if draw(st.booleans()):
            fields.append(f"after: [{draw(item_names)}]")
        if draw(st.booleans()):
            fields.append(f"log: [{{on: {draw(days)}, by: 张伟, note: 已联系, status: {status}}}]")
        lines.append("  - {" + ", ".join(fields) + "}")
    return lines


@st.composite
def records(draw):
    """Return the path and the text of a record that may link to others, wait for them, and speak of the future."""
    kind, number = draw(st.sampled_from(KINDS)), draw(numbers)
    name, day = name_of(kind, number), draw(days)
    lines = [
        f"kind: {kind}", f"id: {name}", f"title: {draw(st.sampled_from(['新品推广', 'review 2023Q3', '周例会']))}",
        f"scenario: {'customer' if kind == 'feedback' else 'routine'}",
        f"step: {draw(st.sampled_from(['goal', 'hold', 'followup', 'archive', 'done']))}", f"date: {day}",
    ]  # fmt: skip
    optional = {
        "links": f"[{', '.join(draw(st.lists(names, max_size=2)))}]",
        "goal": "把物流延误降到两起",
        "people": f"{{owner: {draw(people)}, decides: [{draw(people)}]}}",
        "channel": f"{{important: true, means: [{draw(st.sampled_from(['meeting', 'phone', 'letter']))}]}}",
        "start": f"{day} 14:00",
        "cancelled": f"{{because: 改期, on: {draw(days)}, by: 张伟}}",
        "archive": f"{{conclusion: 完成, category: {draw(categories)}, on: {draw(days)}}}",
        "series": "周例会",
        "circulated": f"{{at: {draw(days)} 17:00, to: [全体参会人], by: email}}",
        "moved": f"[{{from: {draw(days)}, to: {day}, on: {draw(days)}, because: 改期}}]",
        "nonsense": "1",
    }
    chosen = draw(st.lists(st.sampled_from(sorted(optional)), unique=True, max_size=5))
    lines += [f"{field}: {optional[field]}" for field in optional if field in chosen]
    if kind == "minutes":
        lines += [f"chair: {draw(people)}", f"attendees: [{draw(people)}]"]
    if kind == "feedback" and draw(st.booleans()):
        lines.append(f"waits: [{{from: {draw(days)}, for: 样品}}]")
        lines.append(f"acknowledged: {{at: {draw(days)} 10:00, by: 张伟}}")
    listed = draw(items())
    if listed:
        lines += [{"task": "milestones", "feedback": "measures"}.get(kind, "actions") + ":", *listed]
    return f"records/2023Q4/{kind}/{name}.yaml", "\n".join(lines) + "\n"


# ── what may happen ────────────────────────────────────────────────────────────────────────────────


def written(record):
    path, text = record

    def happen(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return happen


def at_a_file(change):
    """Return what happens to one of the files that are there."""

    def at(place: int):
        def happen(root: Path) -> None:
            files = sorted((root / "records").rglob("*.yaml"))
            if files:
                change(files[place % len(files)])

        return happen

    return at


def edit_within_the_grain(path: Path) -> None:
    """Change a text, but neither its length nor its time."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace("物流".encode(), "流物".encode()).replace(b"open", b"done"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def move(path: Path) -> None:
    place = path.parent.parent / "plan"
    place.mkdir(exist_ok=True)
    path.rename(place / f"moved-{path.name}")


def copy(path: Path) -> None:
    shutil.copy2(path, path.with_name(f"a-{path.name}"))


def age(path: Path) -> None:
    os.utime(path, (1_600_000_000, 1_600_000_000))


def date_ahead(path: Path) -> None:
    os.utime(path, (4_000_000_000, 4_000_000_000))


def tear(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoil(path: Path) -> None:
    path.write_text("kind: plan\n\tid: x\n")


def settings_of(zone: str, calendar: str, department: str):
    text = SETTINGS.format(zone=zone, calendar=calendar, department=department)
    return lambda root: (root / "commcoord.yaml").write_text(text, encoding="utf-8")


def at_the_index(change):
    def happen(root: Path) -> None:
        path = root / ".commcoord" / index_file.FILE
        if path.exists():
            change(path)

    return lambda: happen


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


happenings = st.one_of(
    st.builds(written, records()),
    st.builds(written, records()),
    *(
        st.builds(at_a_file(change), st.integers(0, 20))
        for change in (edit_within_the_grain, move, copy, age, date_ahead, tear, spoil, Path.unlink)
    ),
    st.builds(
        settings_of,
        st.sampled_from(["Asia/Shanghai", "America/New_York"]),
        st.sampled_from(["CN", "none"]),
        st.sampled_from(["市场部", "物流部"]),
    ),
    *(
        st.builds(at_the_index(change))
        for change in (
            cut_off,
            overwrite,
            blank_the_middle,
            come_from_the_future,
            hold_other_tables,
            Path.unlink,
        )
    ),
)
moments = st.sampled_from(
    [
        "2023-10-13 09:00",
        "2023-10-20 13:00",
        "2023-10-21 16:00",
        "2023-11-02 00:00",
        "2024-01-04 23:59",
        "2024-04-20 10:00",
    ]
)
histories = st.lists(
    st.tuples(st.lists(happenings, max_size=4), moments, st.booleans(), st.booleans()), min_size=1, max_size=5
)


def holds_over(history, first) -> None:
    """Live through a history; after every part of it the register and a full read answer the same."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "records").mkdir()
        settings_of("Asia/Shanghai", "CN", "市场部")(root)
        for record in first:
            written(record)(root)
        for happened, now, killed, trusting in history:
            for happen in happened:
                happen(root)
            if killed:
                end_before_the_commit(root, now)
            assert differences(root, now, trusting=trusting) == {}


def end_before_the_commit(root: Path, now: str) -> None:
    """Make the index as a process does that ends before it has kept what it wrote."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Index, "commit", lambda self: (self.close(), ended())[1])
        with suppress(KeyboardInterrupt):  # where nothing was to be written, it does not end
            by_register(root, now)


def ended() -> None:
    raise KeyboardInterrupt


start = st.lists(records(), min_size=2, max_size=8)


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(histories, start)
def test_the_register_answers_as_a_full_read_does(history, first):
    holds_over(history, first)


@pytest.mark.slow
@settings(max_examples=2500, suppress_health_check=list(HealthCheck))
@given(histories, start)
def test_the_register_answers_as_a_full_read_does_over_thousands_of_histories(history, first):
    holds_over(history, first)


# ── the example company ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def company(tmp_path):
    put_example(tmp_path / "company")
    return tmp_path / "company"


@pytest.mark.parametrize("now", ["2023-12-29 17:00", "2023-11-01 09:00", "2024-01-20 09:00"])
def test_the_example_company_has_the_same_answers(company, now):
    assert differences(company, now) == {}
    assert differences(company, now) == {}


def kept_for_now(root: Path) -> list[object]:
    """Return what the index keeps for one moment, and which that is."""
    queries = ("SELECT * FROM rows", "SELECT * FROM watches", "SELECT value FROM meta WHERE key = 'now'")
    with closing(sqlite3.connect(root / ".commcoord" / index_file.FILE)) as base:
        return [sorted(base.execute(query), key=str) for query in queries]


def test_a_question_about_the_past_costs_the_present_nothing(company):
    by_register(company, "2023-12-29 17:00")
    before = kept_for_now(company)

    assert differences(company, "2023-11-01 09:00") == {}
    assert kept_for_now(company) == before


def counted(root: Path, now: str, counting) -> object:
    """Return what is counted through the overview of a repository."""
    register = Register(root, clock_at(now), timeless=True)
    try:
        return counting(overview(register, Workspace.open(root, clock_at(now)), date(2023, 7, 1)).replayed)
    finally:
        register.close()


def review_of_2023q4(view):
    return review_of(view, period_called("2023Q4")).as_json()


def test_a_review_of_a_past_day_leaves_the_index_as_it_is_and_notes_only_what_changed(company):
    by_register(company, "2023-12-29 17:00")
    before = kept_for_now(company)

    assert counted(company, "2023-11-01 09:00", review_of_2023q4)["as_of"].startswith("2023-11-01")
    assert kept_for_now(company) == before

    path = next((company / "records/2023Q4/minutes").iterdir())
    path.write_text(path.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    counted(company, "2023-11-01 09:00", review_of_2023q4)

    assert kept_for_now(company)[-1] == before[-1]
    assert differences(company, "2023-12-29 17:00") == {}


def test_a_record_that_the_index_has_lost_is_counted_by_its_file(company):
    whole = counted(company, "2023-12-29 17:00", review_of_2023q4)
    with closing(sqlite3.connect(company / ".commcoord" / index_file.FILE)) as base, base:
        base.execute("DELETE FROM often WHERE file % 2")
        base.execute("UPDATE seldom SET half = '{' WHERE file % 4 = 0")

    assert counted(company, "2023-12-29 17:00", review_of_2023q4) == whole


def test_a_repository_that_cannot_be_written_answers_all_the_same(company, monkeypatch):
    def refuse(*_arguments, **_values):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)

    assert differences(company, "2023-12-29 17:00") == {}
    assert not (company / ".commcoord" / index_file.FILE).exists()


def test_an_index_that_others_hold_for_long_is_passed_over(company, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    by_register(company, "2023-12-29 17:00")
    with closing(sqlite3.connect(company / ".commcoord" / index_file.FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (company / "records/2023Q4/plan/new.yaml").write_text("kind: plan\n")

        assert differences(company, "2023-12-29 17:00") == {}


def sections_of(company) -> frozenset[str]:
    with closing(Index(index_file.opened(company))) as index:
        return index.sections


def test_words_are_kept_from_the_first_search_on_and_then_kept_true(company):
    now = clock_at("2023-12-29 17:00")
    with closing(Register(company, now)) as register:
        assert register.rows
        assert not sections_of(company)
        assert register.search(["物流"])
    assert sections_of(company) == {"words"}

    path = company / "records/2023Q4/plan/new.yaml"
    path.write_text("kind: plan\nid: plan-20231011-zzzz\ntitle: 前所未闻\n", encoding="utf-8")
    with closing(Register(company, now)) as register:
        assert [hit.path for hit in register.search(["前所未闻"])] == ["records/2023Q4/plan/new.yaml"]


def test_an_index_that_is_made_for_a_search_has_the_words_at_once(company):
    with closing(Register(company, clock_at("2023-12-29 17:00"), sections=("words",))):
        assert sections_of(company) == {"words"}


def test_the_first_search_does_not_wait_long_for_others(company, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with closing(Register(company, clock_at("2023-12-29 17:00"))) as register:
        register.rows  # noqa: B018  so that the index is there
    with (
        closing(sqlite3.connect(company / ".commcoord" / index_file.FILE, isolation_level=None)) as other,
        closing(Register(company, clock_at("2023-12-29 17:00"))) as register,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert register.search(["物流"])
        other.execute("ROLLBACK")
    assert not sections_of(company)


LOOK = "import sys; sys.path.insert(0, sys.argv[3]); from pathlib import Path; from tests import register_against_reading as r; r.by_register(Path(sys.argv[1]), sys.argv[2])"


def looking(root: Path, now: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", LOOK, str(root), now, str(Path(__file__).parent.parent)])


def test_a_process_that_is_killed_leaves_an_index_that_can_be_used(company):
    for tenth in range(3, 9):
        shutil.rmtree(company / ".commcoord", ignore_errors=True)
        process = looking(company, "2023-12-29 17:00")
        try:
            process.wait(tenth / 10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert differences(company, "2023-12-29 17:00") == {}


def test_several_processes_may_make_the_index_at_once(company):
    processes = [looking(company, "2023-12-29 17:00") for _number in range(4)]

    assert [process.wait(60) for process in processes] == [0] * 4
    assert differences(company, "2023-12-29 17:00") == {}
