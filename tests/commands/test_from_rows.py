"""What status, trace and show say from rows and few files is what the records say when all of them are read."""

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from commcoord import nearby
from commcoord.asked_files import AskedFiles
from commcoord.cli import run
from commcoord.commands import presenting
from commcoord.records.naming import Called, called
from commcoord.register import Register
from commcoord.repository import Repository
from commcoord.steps.gate import gate_of
from commcoord.store import tree
from commcoord.store.meant import demand_record, only_record, paths_meant
from commcoord.store.shipped import put_example
from commcoord.workspace import Workspace

NOW = "2023-12-29 17:00"


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    root = tmp_path_factory.mktemp("rows") / "company"
    put_example(root)
    (root / "records/2023Q4/plan/plan-20231201-zzzz.yaml").write_text("kind: plan\n")
    return root


@pytest.fixture(scope="module")
def view(company):
    return Workspace.open(company, lambda zone: datetime.fromisoformat(NOW).replace(tzinfo=zone)).view


@pytest.fixture
def asked(company, capsys):
    def ask(*arguments):
        code = run(["-C", str(company), "--as-of", NOW, "--lang", "en", *arguments])
        said = capsys.readouterr()
        return json.loads(said.out) if code == 0 else said.err

    return ask


def test_status_counts_what_a_full_read_counts(asked, view):
    records = [one for one in view.records.values() if one.cancelled is None]
    items = [item for one in records for item in one.open_items]
    said = asked("status", "--json")

    assert said["records"] == len(records) == sum(said["by_step"].values())
    assert said["by_step"]["done"] == sum(one.step == "done" for one in records)
    assert said["open_items"] == len(items)
    assert said["overdue"] == sum(bool(item.due and item.due < view.today) for item in items)
    assert said["unreadable"] == [one.path for one in view.sources if one.record is None] != []


def reached(view, record):
    """Return the ids of what a record comes from, near and far, and of all that came of any of these."""
    origins = {record.id}
    while len(origins) < len(
        origins := origins | {far.id for one in origins for far in view.linked(view.record(one))}
    ):
        pass
    found = origins
    while len(found) < len(
        found := found | {far.id for one in found for far in view.backlinks(view.record(one))}
    ):
        pass
    return found


def test_trace_reaches_what_a_full_read_reaches(asked, view):
    for record in view.records.values():
        chain = asked("trace", record.id, "--json")["chain"]
        assert {one["id"] for one in chain} == reached(view, record)
        assert all(one["links"] == view.record(one["id"]).links for one in chain)


def test_a_record_is_called_as_everywhere(asked, view):
    record = next(one for one in view.records.values() if one.kind == "minutes")
    path = next(one.path for one in view.sources if one.record is record)
    whole = asked("trace", record.id, "--json")

    assert asked("trace", record.id.rpartition("-")[2], "--json") == whole
    assert asked("trace", path, "--json") == whole
    assert "minutes-" in asked("trace", "minutes", "--json")
    assert "no-such-record" in asked("trace", "no-such-record", "--json")
    assert "plan-20231201-zzzz" in asked("trace", "plan-20231201-zzzz", "--json")


class Whole:
    """The files of a repository, all read before anything is asked."""

    def __init__(self, workspace):
        self.root, self.as_view = workspace.root, workspace.view
        self.sources = workspace.sources

    def find(self, name):
        """Return the one file that a name means, as the law has it."""
        wanted = paths_meant(name, self.root)
        at = [one for one in self.sources if one.path in wanted]
        names = [Called(one.id, str(one.tree.get("title") or ""), one.path) for one in self.sources]
        path = at[0].path if at else only_record(name, called(name, names)).path
        return demand_record(next(one for one in self.sources if one.path == path))

    def path_of(self, record_id):
        """Return where the first record of that id lies."""
        return next(one.path for one in self.sources if one.id == record_id)


def names_of(source):
    """Return what a record may be called by."""
    return [source.id, source.id.rpartition("-")[2], source.path, str(source.tree.get("title") or "")]


@pytest.mark.parametrize("form", [[], ["--json"], ["--lang", "zh-Hans"]])
@pytest.mark.parametrize("now", ["2023-10-20 09:00", NOW])
def test_a_record_is_shown_by_few_files_as_by_all(company, view, form, now, monkeypatch, capsys):
    def told():
        answers = []
        for name in names:
            code = run(["-C", str(company), "--as-of", now, "show", name, *form])
            answers.append((name, code, capsys.readouterr()))
        return answers

    called = [name for source in view.sources for name in names_of(source) if name]
    names = [*called, "minutes", "nobody", "records/2023Q4/plan/missing.yaml", "plan-20231201-zzzz"]
    by_few = told()
    workspace = Workspace.open(company, lambda zone: datetime.fromisoformat(now).replace(tzinfo=zone))
    monkeypatch.setattr(presenting.AskedFiles, "by", lambda _register: Whole(workspace))
    monkeypatch.setattr(presenting, "Nearby", lambda whole: whole)

    assert by_few == told()
    assert {code for _name, code, _said in by_few} == {0, 2, 3}


def test_of_thousands_of_records_a_handful_is_read(company, monkeypatch):
    read = []
    with closing(
        Register(company, lambda zone: datetime.fromisoformat(NOW).replace(tzinfo=zone))
    ) as register:
        source_in = Repository.source_in
        monkeypatch.setattr(
            Repository, "source_in", lambda self, path, text: read.append(path) or source_in(self, path, text)
        )
        files = AskedFiles.by(register)
        source = files.find("minutes-20231020-7qk2")
        gate_of(source.record, "archive", nearby.Nearby(files).as_view)

        assert read[0] == source.path
        assert len(read) == len(set(read)) < len(register.named()) / 3


def test_who_carries_an_id_is_asked_of_all_files(company, view):
    with closing(
        Register(company, lambda zone: datetime.fromisoformat(NOW).replace(tzinfo=zone))
    ) as register:
        record = next(iter(view.records.values()))
        holders = nearby.Nearby(AskedFiles.by(register)).holders(record.id)

        assert [source.path for source, _place in holders] == [
            source.path for source, _place in view.holders(record.id)
        ]


def test_the_paths_of_records_are_those_of_a_walk(company, tmp_path):
    (company / "records/2023Q4/plan/inside.yaml").symlink_to("plan-20231201-zzzz.yaml")
    (tmp_path / "outside.yaml").write_text("kind: plan\n")
    (company / "records/2023Q4/plan/outside.yaml").symlink_to(tmp_path / "outside.yaml")
    (company / "records/.hidden.yaml").write_text("kind: plan\n")
    found = sorted(tree.record_paths(company))
    (company / "records/2023Q4/plan/inside.yaml").unlink()
    (company / "records/2023Q4/plan/outside.yaml").unlink()

    assert [path for path in found if not path.endswith("inside.yaml")] == sorted(
        map(str, tree.record_files(company))
    )
    assert any(path.endswith("/inside.yaml") for path in found)
    assert Path(found[0]).is_absolute()
