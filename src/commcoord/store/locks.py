"""One writer at a time in a repository, however many processes there are."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 30.0
"""Seconds that a command waits for another one to finish writing."""


BETWEEN = 0.02
"""Seconds between two tries."""

GONE = 5.0
"""Seconds without a sign after which whoever waits is taken for dead; a sign is given at every try."""


def _acquire(lock: "BaseFileLock", queue: Path, patience: float) -> None:
    """Take the lock in the order of coming: of a crowd that all just try again, chance lets one wait for ever."""
    from filelock import Timeout

    began = time.monotonic()
    ticket = queue / f"{time.time_ns():020}-{secrets.token_hex(4)}"
    try:
        while True:
            if lock.is_locked or _is_first(ticket):  # held already: only counted once more
                with suppress(Timeout):
                    lock.acquire(blocking=False)
                    return
            if time.monotonic() - began >= patience:
                raise Timeout(lock.lock_file)
            queue.mkdir(exist_ok=True)
            ticket.touch()
            time.sleep(BETWEEN)
    finally:
        with suppress(OSError):
            ticket.unlink(missing_ok=True)


def _is_first(ticket: Path) -> bool:
    """Whether nobody who came earlier still waits; the tickets of the dead are cleared away."""
    for earlier in sorted(ticket.parent.glob("*-*")):
        if earlier.name >= ticket.name:
            break
        with suppress(OSError):
            if abs(time.time() - earlier.stat().st_mtime) < GONE:  # one from the future gives no signs either
                return False
            earlier.unlink()
    return True


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
        _acquire(lock, folder / "queue", patience)
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
