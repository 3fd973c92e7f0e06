"""A copy of the process that looks at the files sees what the process would see; without it nothing is missing."""

import os
import signal
import sys

import pytest

from commcoord.beginning import LOOKING, scout_for
from commcoord.cli import run
from commcoord.commands.shortcut import WAYS
from commcoord.store import scouting
from commcoord.store.looking import Look
from commcoord.store.scouting import Scout, sent_out, state_of
from commcoord.store.sighting import looked_over

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no copy is made elsewhere")


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "commcoord.yaml").write_text("version: 1\n")
    for number in range(40):
        folder = tmp_path / "records" / f"2023Q{number % 4 + 1}" / "plan"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"plan-20231020-aa{number:02}.yaml").write_text(f"kind: plan\ntitle: 计划 {number}\n")
    return tmp_path


def test_the_copy_tells_the_state_first_and_then_all_that_it_saw(repository):
    seen = looked_over(repository)
    scout = Scout(str(repository))
    began, state = scout.state()

    assert began > 0
    assert state == state_of(seen)
    assert scout.folders() == seen


def test_whoever_asks_only_for_the_state_need_not_wait_for_the_rest(repository):
    scout = Scout(str(repository))
    scout.state()
    scout.dismiss()
    scout.dismiss()

    with pytest.raises(ChildProcessError):
        os.waitpid(scout._process, 0)


def test_where_the_copy_was_lost_the_files_are_looked_at_here(repository):
    scout = Scout(str(repository))
    os.kill(scout._process, signal.SIGKILL)
    look = Look.at(repository, scout=scout)
    scout.dismiss()

    assert look.folders == looked_over(repository)
    assert look.digest == state_of(look.folders).hex()


def test_where_the_copy_was_lost_on_its_way_the_state_is_that_of_what_was_seen_here(repository):
    scout = Scout(str(repository))
    look = Look.at(repository, scout=scout)
    assert look.digest == state_of(looked_over(repository)).hex()
    scout.dismiss()
    (repository / "records" / "new.yaml").write_text("kind: plan\n")

    assert len(look.stamps) == 41
    assert look.digest == state_of(looked_over(repository)).hex()


def test_a_small_repository_is_not_worth_a_copy(repository):
    assert sent_out(str(repository)) is None
    assert sent_out(str(repository.parent)) is None


def test_a_command_answers_the_same_with_a_copy(repository, monkeypatch, capsys):
    call = ["-C", str(repository), "--lang", "en", "search", "计划"]
    run(call)
    without = capsys.readouterr()
    monkeypatch.setattr(scouting, "WORTH_A_COPY", 0)

    run(call, scout_for(call))
    assert capsys.readouterr() == without
    (repository / "records" / "2023Q1" / "plan" / "plan-20231020-aa00.yaml").write_text(
        "kind: plan\ntitle: 别的\n"
    )
    run(call, scout_for(call))
    assert capsys.readouterr() != without


def test_every_command_with_a_short_way_looks_at_once():
    assert set(LOOKING) == set(WAYS)


@pytest.mark.parametrize(
    ("call", "where"),
    [
        ("list plan", "."),
        ("-C a --lang en list", "a"),
        ("--as-of 2023-10-20 search list -C a", "a"),
        ("new plan", None),
        ("--lang list", None),
        ("", None),
        ("list -C", ""),
    ],
)
def test_a_call_that_seems_to_look_at_all_records_has_them_looked_at_where_it_stands(
    call, where, monkeypatch
):
    sent = []
    monkeypatch.setattr("commcoord.beginning.sent_out", sent.append)
    scout_for(call.split())

    assert sent == ([] if where is None else [where])


def test_a_scout_who_looks_elsewhere_is_not_heard(repository, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "commcoord.yaml").write_text("version: 1\n")
    scout = Scout(str(other))
    look = Look.at(repository, scout=scout)
    scout.dismiss()

    assert look.digest == state_of(looked_over(repository)).hex()
