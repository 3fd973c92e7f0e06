"""One writer at a time in a repository, however many processes there are."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

PATIENCE = 10.0
"""Seconds that a command waits for another one to finish writing."""


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
        lock.acquire(timeout=patience)
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
