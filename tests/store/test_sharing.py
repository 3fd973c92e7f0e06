"""Work shared among copies of the process comes back whole."""

import os
import signal

import pytest

from commcoord.store import sharing
from commcoord.store.sharing import shared


@pytest.mark.parametrize("processors", [1, 2, 3, 8])
@pytest.mark.parametrize("parts", [0, 1, 2, 5, 40])
def test_every_part_is_done_once(monkeypatch, processors, parts):
    monkeypatch.setattr(sharing, "processors", lambda: processors)
    offset = 7  # a function that cannot be pickled: the copies have it already

    assert sorted(shared(lambda number: number + offset, range(parts))) == list(range(7, 7 + parts))


def test_results_may_be_large(monkeypatch):
    monkeypatch.setattr(sharing, "processors", lambda: 2)

    assert sorted(map(len, shared(lambda number: b"x" * (number << 18), range(12)))) == [
        number << 18 for number in range(12)
    ]


def test_what_a_killed_copy_leaves_is_done_here(monkeypatch):
    monkeypatch.setattr(sharing, "processors", lambda: 2)
    first = os.getpid()

    def work(number):
        if number in (3, 4) and os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert sorted(shared(work, range(10))) == list(range(10))


@pytest.mark.parametrize("room", [0, 1])
def test_where_there_is_no_room_for_copies_it_is_done_here(monkeypatch, room):
    monkeypatch.setattr(sharing, "processors", lambda: 3)
    fork, copies = os.fork, []

    def refused():
        if len(copies) == room:
            raise BlockingIOError
        copies.append(fork())
        return copies[-1]

    monkeypatch.setattr(os, "fork", refused)

    assert sorted(shared(str, range(10))) == sorted(map(str, range(10)))
    assert len(copies) == room


def test_an_error_of_the_work_is_raised_here_and_nowhere_else(monkeypatch, capfd):
    monkeypatch.setattr(sharing, "processors", lambda: 2)

    with pytest.raises(ZeroDivisionError):
        list(shared(lambda number: 1 // (number - 5), range(10)))
    assert capfd.readouterr() == ("", "")


def test_whoever_needs_no_more_ends_the_copies(monkeypatch):
    monkeypatch.setattr(sharing, "processors", lambda: 2)
    results = shared(lambda number: number, range(100))
    next(results)
    results.close()

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
