"""Work on many parts shared among copies of this process, each of which takes another part whenever it is ready."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST = 8
"""Processes."""
AHEAD = 2
"""Parts that a process has before it: one to work on, and the next."""

Part = TypeVar("Part")
Result = TypeVar("Result")


def processors() -> int:
    """Return how many processes can work at once, where the system can copy one."""
    if sys.platform != "linux":  # elsewhere a copy is not to be had, or not to be trusted
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def shared(work: Callable[[Part], Result], parts: Sequence[Part]) -> Iterator[Result]:
    """Yield what the work makes of every part, in no order; results are pickled, work and parts need not be.

    What a copy that ends early leaves undone is done here, so that an error of the work is raised here; so is what
    the system has no room to copy this process for.
    """
    if min(processors(), len(parts)) <= 1:
        yield from map(work, parts)
        return
    waiting = deque(range(len(parts)))
    undone: dict[Connection, deque[int]] = {}
    copies: list[int] = []
    import signal  # few files are worked on here

    try:
        for _number in range(min(processors(), len(parts))):
            try:
                copies.append(_copied(work, parts, undone))
            except OSError:  # no room for one more process
                break
        for line in list(undone) * AHEAD:
            _ask(line, undone, waiting)
        for number, result in _answers(undone, waiting):
            yield cast("Result", result) if number < 0 else work(parts[number])
        yield from (work(parts[number]) for number in waiting)
    finally:
        for copy in copies:
            with suppress(ProcessLookupError):
                os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)


def _copied(work: Callable[[Any], Any], parts: Sequence[Any], undone: "dict[Connection, deque[int]]") -> int:
    """Copy this process and return the number of the copy, which works until it is ended."""
    import signal
    from multiprocessing import Pipe

    here, there = Pipe()
    copy = os.fork()
    if copy == 0:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process
            for line in (here, *undone):
                line.close()  # or it would not be noticed when the first process ends
            _work(work, parts, there)
        finally:
            os._exit(0)  # nothing of what the first process does at its end is to be done twice
    there.close()
    undone[here] = deque()
    return copy


def _work(work: Callable[[Any], Any], parts: Sequence[Any], line: "Connection") -> None:
    with suppress(EOFError, OSError):
        while True:
            line.send(work(parts[line.recv()]))


def _ask(line: "Connection", undone: "dict[Connection, deque[int]]", waiting: deque[int]) -> None:
    """Have a copy do the next part; let go of one that has nothing to do any more."""
    if waiting:
        undone[line].append(waiting.popleft())
        with suppress(OSError):  # it has ended, as will be seen when its answer is awaited
            line.send(undone[line][-1])
    elif not undone[line]:
        del undone[line]


def _answers(undone: "dict[Connection, deque[int]]", waiting: deque[int]) -> Iterator[tuple[int, Any]]:
    """Yield -1 and a result as they come, or the number of a part that has to be done here, and nothing."""
    from multiprocessing.connection import wait

    while undone:
        for line in cast("list[Connection]", wait(list(undone))):
            try:
                result = line.recv()
            except (EOFError, OSError):
                yield from ((number, None) for number in undone.pop(line))
                continue
            undone[line].popleft()
            _ask(line, undone, waiting)
            yield -1, result
