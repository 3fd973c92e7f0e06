"""A copy of the process that looks at the files sees what the process would see; without it nothing is missing."""

import os
import signal
import sys
from pathlib import Path

import pytest

from commcoord.beginning import LOOKING, scout_for
from commcoord.cli import run
from commcoord.commands.shortcut import WAYS
from commcoord.store import scouting
from commcoord.store.looking import Look
from commcoord.store.scouting import Scout, mark_in, sent_out
from commcoord.store.sighting import looked_over, spelled

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no copy is made elsewhere")


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "commcoord.yaml").write_text("version: 1\n")
    for number in range(40):
        folder = tmp_path / "records" / f"2023Q{number % 4 + 1}" / "plan"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"plan-20231020-aa{number:02}.yaml").write_text(f"kind: plan\ntitle: 计划 {number}\n")
    return tmp_path


@pytest.fixture
def send():
    """Send out a scout, who is let go in the end."""
    sent = []
    yield lambda root: sent.append(Scout(str(root))) or sent[-1]
    for scout in sent:
        scout.dismiss()


def marked(repository):
    return {folder: mark_in(files) for folder, files in looked_over(repository)}


def test_the_copy_tells_the_mark_of_every_folder_and_keeps_what_it_saw(repository, send):
    scout = send(repository)

    assert scout.has_seen_all()
    assert scout.marks == marked(repository)
    assert [(folder, scout.files(folder)) for folder in sorted(scout.marks)] == looked_over(repository)


@pytest.mark.parametrize("refused", ["memfd_create", "pipe", "fork"])
def test_where_there_is_no_room_for_a_copy_there_is_none(repository, monkeypatch, refused):
    def refuse(*_arguments):
        raise BlockingIOError

    monkeypatch.setattr(scouting, "_is_large", lambda _root: True)
    monkeypatch.setattr(os, refused, refuse)
    before = sorted(Path("/proc/self/fd").iterdir())

    assert sent_out(str(repository)) is None
    assert sorted(Path("/proc/self/fd").iterdir()) == before


def test_the_youngest_quarter_is_looked_at_first(repository, send):
    scout = send(repository)
    scout.has_seen_all()

    assert list(scout.marks) == sorted(scout.marks, reverse=True)


def test_whoever_listens_meanwhile_hears_what_was_told_so_far_and_goes_on(repository, send):
    scout = send(repository)
    os.kill(scout._process, signal.SIGSTOP)
    scout.listen()
    heard = dict(scout.marks)
    os.kill(scout._process, signal.SIGCONT)

    assert heard.items() <= marked(repository).items()
    assert scout.has_seen_all()
    scout.listen()
    assert scout.marks == marked(repository)


@pytest.mark.parametrize("name", ["2023 Q1\nplan", "计划", os.fsdecode(b"\xff")])
def test_whatever_a_folder_is_called(repository, send, name):
    folder = repository / "records" / name
    folder.mkdir()
    (folder / "one.yaml").write_text("kind: plan\n")
    scout = send(repository)

    assert scout.has_seen_all()
    assert scout.marks == marked(repository)
    assert [one[0] for one in scout.files(f"records/{spelled(name)}")] == ["one.yaml"]


def test_whoever_does_not_want_to_know_need_not_wait(repository, send):
    scout = send(repository)
    scout.dismiss()
    scout.dismiss()
    scout.listen()

    assert not scout.has_seen_all()
    with pytest.raises(ChildProcessError):
        os.waitpid(scout._process, 0)


def test_where_the_copy_was_lost_the_files_are_looked_at_here(repository, send):
    scout = send(repository)
    os.kill(scout._process, signal.SIGKILL)
    scout._answers, _there = os.pipe()  # nothing of what it may have told before is heard
    os.close(_there)
    look = Look.at(repository, scout=scout)

    assert look.marks == marked(repository)
    assert len(look.stamps) == 40


def test_what_the_copy_saw_is_not_looked_for_again(repository, send):
    scout = send(repository)
    look = Look.at(repository, scout=scout)
    before = marked(repository)
    assert scout.has_seen_all()
    (repository / "records" / "new.yaml").write_text("kind: plan\n")

    assert len(look.stamps) == 40
    assert look.marks == before


def test_a_small_repository_is_not_worth_a_copy(repository):
    assert sent_out(str(repository)) is None
    assert sent_out(str(repository.parent)) is None


def test_a_command_answers_the_same_with_a_copy(repository, monkeypatch, capsys):
    call = ["-C", str(repository), "--lang", "en", "search", "计划"]
    run(call)
    without = capsys.readouterr()
    monkeypatch.setattr(scouting, "WORTH_A_COPY", 0)

    scout = scout_for(call)
    run(call, scout)
    scout.dismiss()
    assert capsys.readouterr() == without
    (repository / "records" / "2023Q1" / "plan" / "plan-20231020-aa00.yaml").write_text(
        "kind: plan\ntitle: 别的\n"
    )
    scout = scout_for(call)
    run(call, scout)
    scout.dismiss()
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


def test_a_scout_who_looks_elsewhere_is_not_heard(repository, send, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "commcoord.yaml").write_text("version: 1\n")
    scout = send(other)
    look = Look.at(repository, scout=scout)
    scout.dismiss()

    assert look.marks == marked(repository)
