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
from commcoord.store.sighting import sighted

TYPE_CHECKING = False  # as `typing` has it, which would have to be waited for
if TYPE_CHECKING:
    from typing import NoReturn

    from commcoord.store.sighting import Entry

WORTH_A_COPY = 4_000_000
"""Bytes of an index: of so many files the look takes longer than the copy, some thousand."""
CORES = 2
MARK = 16
"""Bytes that tell the state of a folder's files from any other."""
END = b"\0"
"""Stands behind what is told of a folder, whose name cannot have it, and once more where all is told."""
AT_ONCE = 1 << 16
"""Bytes that a pipe holds."""
KILL = 9
"""The signal that no process can wait with; `signal` would have to be waited for."""


def mark_in(files: "list[Entry]") -> str:
    """Return what tells the state of a folder's files from any other."""
    return mark_of(_written(files)).hex()


def _written(files: "list[Entry]") -> bytes:
    """Return files as bytes; of a form that has no references to what is the same."""
    return marshal.dumps(files, 2)


def mark_of(seen: bytes) -> bytes:
    """Return what tells some bytes from any others."""
    try:
        from _blake2 import blake2b  # the same as hashlib's, which gets a whole library ready
    except ImportError:  # another Python than CPython
        from hashlib import blake2b

    return blake2b(seen, digest_size=MARK).digest()


class Scout:
    """One look, under way: of each folder it tells what its state is, and keeps the files for whoever asks for them."""

    def __init__(self, root: str) -> None:
        """Send it out; raises OSError where the system has no room for it."""
        self.root = root
        self.began = time.time_ns()
        """Nanoseconds since 1970: no file was looked at before."""
        self.marks: dict[str, str] = {}
        """What tells the state of each folder, as far as it was told and heard."""
        self._places: dict[str, tuple[int, int]] = {}
        self._unheard = b""
        self._is_over = False
        self._seen = -1
        # Files lie where both can get at them: a pipe would have the copy wait until they are taken.
        self._seen = os.memfd_create("commcoord")
        self._answers, answer = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            os.close(answer)
            os.close(self._answers)
            raise
        if self._process == 0:
            # As long as the copy could listen to itself, it would not learn that nobody does.
            os.close(self._answers)
            _look(root, answer, self._seen)
        os.close(answer)

    def __del__(self) -> None:
        """Close what nobody can ask for any more."""
        if self._seen >= 0:
            os.close(self._seen)

    def looks_at(self, root: str | os.PathLike[str]) -> bool:
        """Whether it is that repository which it looks at."""
        try:
            return os.path.samefile(self.root, root)  # noqa: PTH121
        except OSError:
            return False

    def listen(self) -> None:
        """Take in what was told so far, without waiting for more."""
        if self._answers < 0:
            return
        os.set_blocking(self._answers, False)
        try:
            while self._heard():
                pass
        except BlockingIOError:
            os.set_blocking(self._answers, True)

    def has_seen_all(self) -> bool:
        """Wait until the look is over; false where the copy has died before, or was let go."""
        while not self._is_over and self._answers >= 0 and self._heard():
            pass
        self.dismiss()
        return self._is_over

    def files(self, folder: str) -> "list[Entry]":
        """Return the files of a folder that was told of."""
        size, place = self._places[folder]
        found: list[Entry] = marshal.loads(os.pread(self._seen, size, place))  # noqa: S302  our own copy wrote it
        return found

    def dismiss(self) -> None:
        """Let go of the copy, which ends at once; what was heard of it stays."""
        if self._answers >= 0:
            os.close(self._answers)
            self._answers = -1
            os.kill(self._process, KILL)
            os.waitpid(self._process, 0)

    def _heard(self) -> bool:
        """Take in what is told next; false where nothing will be told any more."""
        told = b"" if self._is_over else os.read(self._answers, AT_ONCE)
        *lines, self._unheard = (self._unheard + told).split(END)
        for line in lines:
            if line:
                place, size, mark, name = line.split(b" ", 3)
                folder = os.fsdecode(name)
                self._places[folder] = int(size), int(place)
                self.marks[folder] = mark.decode()
            else:
                self._is_over = True
        return bool(told)


def sent_out(directory: str) -> Scout | None:
    """Send out a copy of this process to look at the repository around a directory; none where that would not pay."""
    if sys.platform != "linux" or not hasattr(os, "memfd_create") or (os.cpu_count() or 1) < CORES:
        return None
    folder, above = os.path.realpath(directory), ""  # a Path would have to be waited for
    while folder != above:
        if os.path.isfile(f"{folder}/{SETTINGS}"):  # noqa: PTH113
            return _scout_in(folder) if _is_large(folder) else None
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120
    return None


def _scout_in(root: str) -> Scout | None:
    try:
        return Scout(root)
    except OSError:  # no room for a process or an open file: whoever wants to know looks then
        return None


def _is_large(root: str) -> bool:
    try:
        return os.stat(f"{root}/{DERIVED}/index.sqlite").st_size > WORTH_A_COPY  # noqa: PTH116
    except OSError:
        return False


def _look(root: str, answer: int, seen: int) -> "NoReturn":
    """Be the copy: look, answer and end without anything that the end of a process does."""
    try:
        gc.disable()
        place = 0
        for name, files in sighted(root):
            told = _written(files)
            _write(seen, told)
            _write(answer, f"{place} {len(told)} {mark_of(told).hex()} ".encode() + os.fsencode(name) + END)
            place += len(told)
        _write(answer, END)
    finally:
        os._exit(0)


def _write(there: int, told: bytes) -> None:
    while told:
        told = told[os.write(there, told) :]
