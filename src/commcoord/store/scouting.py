"""A look at thousands of files by a copy of the process, while this one gets ready to answer.

Nothing but time depends on it: where there is no copy, or it does not come back, the files are looked at here. It is
sent out before anything else is imported, and so it imports next to nothing.
"""

import gc
import marshal
import os
import sys
import time

from commcoord.store.layout import DERIVED, SETTINGS
from commcoord.store.sighting import looked_over

TYPE_CHECKING = False  # as `typing` has it, which would have to be waited for
if TYPE_CHECKING:
    from typing import NoReturn

    from commcoord.store.sighting import Folder

WORTH_A_COPY = 4_000_000
"""Bytes of an index: of so many files the look takes longer than the copy, some thousand."""
CORES = 2
MARK = 16
"""Bytes that tell the state of all files from any other."""
NUMBER = 8
"""Bytes of the time in nanoseconds since 1970, and of the size of what follows."""
KILL = 9
"""The signal that no process can wait with; `signal` would have to be waited for."""


def state_of(folders: "list[Folder]") -> bytes:
    """Return what tells the state of all files from any other; of a form that has no references to what is the same."""
    return mark_of(marshal.dumps(folders, 2))


def mark_of(seen: bytes) -> bytes:
    """Return what tells some bytes from any others."""
    try:
        from _blake2 import blake2b  # the same as hashlib's, which gets a whole library ready
    except ImportError:  # another Python than CPython
        from hashlib import blake2b

    return blake2b(seen, digest_size=MARK).digest()


class Scout:
    """One look, under way: first what tells the state, then all that was seen, for whoever asks for it."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._answers, answer = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(
                self._answers
            )  # as long as the copy could listen to itself, it would not learn that nobody does
            _look(root, answer)
        os.close(answer)

    def looks_at(self, root: str | os.PathLike[str]) -> bool:
        """Whether it is that repository which it looks at."""
        try:
            return os.path.samefile(self.root, root)  # noqa: PTH121
        except OSError:
            return False

    def state(self) -> tuple[int, bytes] | None:
        """Return when the look began and what tells the state; none where the copy has died, or was let go."""
        if self._answers < 0:
            return None
        answer = _read(self._answers, NUMBER + MARK)
        if len(answer) < NUMBER + MARK:
            self.dismiss()
            return None
        return int.from_bytes(answer[:NUMBER], "big"), answer[NUMBER:]

    def folders(self) -> "list[Folder] | None":
        """Return what was seen, once; none where the copy has died, or was let go."""
        if self._answers < 0:
            return None
        size = int.from_bytes(_read(self._answers, NUMBER), "big")
        seen = _read(self._answers, size)
        self.dismiss()
        if not size or len(seen) < size:
            return None
        found: list[Folder] = marshal.loads(seen)  # noqa: S302  our own copy wrote it a moment ago
        return found

    def dismiss(self) -> None:
        """Let go of the copy, which ends at once."""
        if self._answers >= 0:
            os.close(self._answers)
            self._answers = -1
            os.kill(self._process, KILL)
            os.waitpid(self._process, 0)


def sent_out(directory: str) -> Scout | None:
    """Send out a copy of this process to look at the repository around a directory; none where that would not pay."""
    if sys.platform != "linux" or (os.cpu_count() or 1) < CORES:
        return None
    folder, above = os.path.abspath(directory), ""  # noqa: PTH100  a Path would have to be waited for
    while folder != above:
        if os.path.isfile(f"{folder}/{SETTINGS}"):  # noqa: PTH113
            return Scout(folder) if _is_large(folder) else None
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120
    return None


def _is_large(root: str) -> bool:
    try:
        return os.stat(f"{root}/{DERIVED}/index.sqlite").st_size > WORTH_A_COPY  # noqa: PTH116
    except OSError:
        return False


def _look(root: str, answer: int) -> "NoReturn":
    """Be the copy: look, answer and end without anything that the end of a process does."""
    try:
        gc.disable()
        began = time.time_ns()
        seen = marshal.dumps(looked_over(root), 2)
        told = began.to_bytes(NUMBER, "big") + mark_of(seen) + len(seen).to_bytes(NUMBER, "big") + seen
        while told:
            told = told[os.write(answer, told) :]
    finally:
        os._exit(0)


def _read(source: int, size: int) -> bytes:
    """Read so many bytes, or as many as there are."""
    found = bytearray()
    while len(found) < size and (part := os.read(source, size - len(found))):
        found += part
    return bytes(found)
