"""Whatever is about one record or item reads the handful of files that it is about, and leaves the index true."""

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from commcoord.cli import run
from commcoord.errors import ImpossibleError
from commcoord.repository import Repository
from commcoord.store import database
from commcoord.store.index import FILE
from commcoord.store.shipped import put_example
from commcoord.workspace import Workspace

NOW = "2023-12-29 17:00"
MINUTES, ITEM = "minutes-20231020-7qk2", "a-3f9k"
COMMANDS = [
    ["progress", "{item}", "已联系对方"],
    ["reschedule", "{item}", "2024-03-01", "--because", "等对方"],
    ["done", "{item}", "--evidence", "已发"],
    ["next", MINUTES, "--dry-run"],
    ["hold", MINUTES, "--set", "next_steps=再议", "--dry-run"],
    ["archive", MINUTES, "--dry-run"],
    ["render", MINUTES],
    ["circulate", MINUTES],
    ["log", MINUTES],
    ["cancel", MINUTES, "--because", "不再需要", "--dry-run"],
    ["new", "plan", "--title", "试点", "--scenario", "routine"],
    ["new", "minutes", "--from", "plan-20231020-m4x9", "--title", "试点", "--dry-run"],
    ["export", "--series", "周例会"],
    ["when", "下周五"],
]


@pytest.fixture
def company(tmp_path):
    root = tmp_path / "company"
    put_example(root)
    return root


@pytest.fixture
def call(company, capsys):
    def called(*arguments):
        code = run(["-C", str(company), "--as-of", NOW, "--lang", "en", *arguments])
        return code, capsys.readouterr()

    return called


@pytest.fixture
def read(monkeypatch):
    """The paths of the files that are read as records, in their order."""
    paths = []
    source_in = Repository.source_in
    monkeypatch.setattr(
        Repository, "source_in", lambda self, path, text: paths.append(path) or source_in(self, path, text)
    )
    return paths


def open_item(company):
    """Return the id of an action that is open."""
    workspace = opened(company)
    return next(item.id for one in workspace.view.records.values() for item in one.open_items)


def opened(company):
    return Workspace.open(company, lambda zone: datetime.fromisoformat(NOW).replace(tzinfo=zone))


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_command_about_one_record_reads_few(company, call, read, words):
    item = open_item(company)
    call("progress", item, "x")  # makes the index
    read.clear()

    code, said = call(*(word.format(item=item) for word in words))

    assert code in (0, 1), said.err
    assert len(read) < len(list(company.glob("records/*/*/*.yaml"))) / 3


def test_a_command_that_wrote_leaves_an_index_that_knows_it(company, call, read):
    item = open_item(company)
    call("progress", item, "等对方回电")
    read.clear()

    code, _said = call("followup", "--json")

    assert (code, read) == (0, [])


@pytest.mark.parametrize("name", ["物流", "清单", "a-", "3f9k", "提交", "不存在"])
def test_an_item_is_called_as_if_all_were_read(company, name):
    from commcoord.records.naming import called, items_in

    workspace = opened(company)
    everything = [item for source in workspace.sources for item in items_in(source)]

    assert called(name, workspace.files.register.items_meant(name)) == called(name, everything)
    workspace.close()


def test_whoever_waits_for_an_answer_holds_nobody_up(company):
    workspace = opened(company)
    workspace.find(MINUTES)

    with closing(sqlite3.connect(company / ".commcoord" / FILE, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")
    assert workspace.find(MINUTES).id == MINUTES
    workspace.close()


def test_whoever_writes_the_index_for_long_keeps_it(company, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    workspace = opened(company)
    workspace.find(MINUTES)
    index = company / ".commcoord" / FILE
    number = index.stat().st_ino

    with closing(sqlite3.connect(index, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert workspace.find(MINUTES).id == MINUTES
        other.execute("ROLLBACK")

    assert index.stat().st_ino == number
    workspace.close()


def test_an_item_that_somebody_took_away_meanwhile_is_told(company):
    workspace, item = opened(company), open_item(company)
    source = workspace.files.find_item(item)[0]
    workspace = opened(company)
    workspace.files.register.items_meant(item)
    path = company / source.path
    path.write_text(path.read_text("utf-8").replace(item, "a-0000"), encoding="utf-8")

    with pytest.raises(ImpossibleError, match="changed by somebody else"):
        workspace.files.find_item(item)
    workspace.close()


def test_new_ids_are_none_that_any_item_has(company):
    workspace = opened(company)
    taken = workspace.taken
    known = {name for source in workspace.sources for name, _place in source.ids()}

    assert all(name in taken for name in known)
    assert "a-zzzz9" not in taken
    taken.add("a-zzzz9")
    assert "a-zzzz9" in taken
    workspace.close()
