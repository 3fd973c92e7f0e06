"""One writer at a time in a repository, however many processes there are."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 30.0
"""Seconds that a command waits for another one to finish writing."""


SELDOM = 0.1
"""Seconds between two tries of somebody who has just come."""


def _acquire(lock: "BaseFileLock", patience: float) -> None:
    """Take the lock; who has waited longer tries oftener, so that a crowd is served nearly in the order of coming."""
    from filelock import Timeout

    began = time.monotonic()
    while True:
        try:
            lock.acquire(blocking=False)
        except Timeout:
            waited = time.monotonic() - began
            if waited >= patience:
                raise
            time.sleep(min(SELDOM / (1 + 10 * waited), max(patience - waited, 0.001)))
        else:
            return


@contextmanager
def exclusive(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the repository at `root` alone while reading, changing and writing; may be nested in one thread.

    The system releases the lock when its holder dies. Raises ImpossibleError where others hold it too long, or where
    no lock can be made.
    """
    from filelock import FileLock, Timeout

    folder = root.resolve() / ".commcoord" / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # the same object for the same file, so that a lock that is held is counted and not waited for
        lock = FileLock(folder / "write.lock", is_singleton=True)
        _acquire(lock, patience)
    except Timeout:
        raise ImpossibleError(
            Message("Another command has been writing here for {seconds} seconds.", seconds=int(patience)),
            Message("Try again; nothing was written."),
        ) from None
    except OSError as error:
        raise ImpossibleError(
            Message(
                "{path} cannot be written: {reason}.", path=str(folder), reason=error.strerror or str(error)
            ),
            Message("Nothing was written. Make the folder writable for you."),
        ) from error
    try:
        yield
    finally:
        lock.release()
