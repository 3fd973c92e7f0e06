"""A copy of the process that looks at the files sees what the process would see; without it nothing is missing."""

import os
import signal
import sys

import pytest

from commcoord.cli import run
from commcoord.store import scouting
from commcoord.store.looking import Look
from commcoord.store.scanning import looked_over
from commcoord.store.scouting import Scout, sent_out, state_of

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
    scout = Scout(repository)
    began, state = scout.state()

    assert began > 0
    assert state == state_of(seen)
    assert scout.folders() == seen


def test_whoever_asks_only_for_the_state_need_not_wait_for_the_rest(repository):
    scout = Scout(repository)
    scout.state()
    scout.dismiss()
    scout.dismiss()

    with pytest.raises(ChildProcessError):
        os.waitpid(scout._process, 0)


def test_where_the_copy_was_lost_the_files_are_looked_at_here(repository):
    scout = Scout(repository)
    os.kill(scout._process, signal.SIGKILL)
    look = Look.at(repository, scout=scout)
    scout.dismiss()

    assert look.folders == looked_over(repository)
    assert look.digest == state_of(look.folders).hex()


def test_where_the_copy_was_lost_on_its_way_the_state_is_that_of_what_was_seen_here(repository):
    scout = Scout(repository)
    look = Look.at(repository, scout=scout)
    scout.dismiss()
    (repository / "records" / "new.yaml").write_text("kind: plan\n")

    assert len(look.stamps) == 41
    assert look.digest == state_of(looked_over(repository)).hex()


def test_a_small_repository_is_not_worth_a_copy(repository):
    assert sent_out(repository) is None
    assert sent_out(repository.parent) is None


def test_a_command_answers_the_same_with_a_copy(repository, monkeypatch, capsys):
    call = ["-C", str(repository), "--lang", "en", "search", "计划"]
    run(call)
    without = capsys.readouterr()
    monkeypatch.setattr(scouting, "WORTH_A_COPY", 0)

    scout = sent_out(repository)
    scout.dismiss()
    run(call)
    assert capsys.readouterr() == without
    (repository / "records" / "2023Q1" / "plan" / "plan-20231020-aa00.yaml").write_text(
        "kind: plan\ntitle: 别的\n"
    )
    run(call)
    assert capsys.readouterr() != without
