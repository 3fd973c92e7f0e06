"""What status and trace say from rows is what the records say when all of them are read."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from commcoord.cli import run
from commcoord.store import tree
from commcoord.store.shipped import shipped
from commcoord.workspace import Workspace

NOW = "2023-12-29 17:00"


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    root = tmp_path_factory.mktemp("rows") / "company"
    shutil.copytree(shipped("examples") / "appliance-maker", root)
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
