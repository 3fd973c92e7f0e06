"""Files are written whole or not at all, and never over what somebody else has written meanwhile."""

import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.messages import Message
from commcoord.store.locks import exclusive
from commcoord.store.places import written_place
from commcoord.store.tree import DERIVED, SETTINGS, below, is_record_file, root_above
from commcoord.store.yaml_faults import NotYaml

TEMPLATES = "templates"
GIT_FILES = frozenset({".gitattributes", ".gitignore", ".gitmodules", ".git"})
TEMPORARY = ".commcoord-*.tmp"
_BUSY = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation; a scanner or an office program has the file open."""

_TRIES = 12
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class ChangedMeanwhileError(ImpossibleError):
    """The file is no longer the one that was read: somebody else has written it."""


def write_atomically(path: Path, content: bytes, *, expected: bytes | None, root: Path) -> None:
    """Write a file below the repository's root, whole or not at all; its mode is kept, a new one has the usual one.

    `expected` is what was read from it; None says that it must not exist yet. Raises ChangedMeanwhileError where that
    is no longer so, and ImpossibleError, the old file whole, where it cannot be written: read-only, full disk, busy,
    outside of the root.
    """
    place = written_place(path, root)
    with exclusive(root), _in_words(path):
        present = _content(place)
        if present == content and expected is not None:
            return
        if present != expected:
            raise _changed(path, present)
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place.parent)
        _replace(place, content)


def write_out(path: Path, content: bytes) -> None:
    """Write a file that somebody named, wherever it is, whole or not at all; into pipes and devices as they are.

    Raises UsageError for what belongs to the repository: a record, the settings, what git goes by, a template; and
    ImpossibleError, the old file whole, where it cannot be written.
    """
    with _in_words(path):
        place = path.resolve()
        if _is_kept_by_us(place):
            raise UsageError(
                Message("{path} belongs to the records: this would overwrite it.", path=str(path)),
                Message("Name another file."),
            )
        if place.exists() and not place.is_file():
            with place.open("wb") as file:
                file.write(content)
        else:
            _replace(place, content)


def _is_kept_by_us(place: Path) -> bool:
    """Whether a file belongs to the repository: a record, its settings, what git goes by, a company's template."""
    try:
        name = below(root_above(place.parent), place)
    except ImpossibleError:
        return False
    parts = name.casefold().split("/")  # some disks know no capitals
    if parts[-1] in GIT_FILES or parts[0] == DERIVED or ".git" in parts:
        return True
    template = parts == [TEMPLATES] or (parts[0] == TEMPLATES and place.exists())
    return template or name == SETTINGS or is_record_file(name)


def move(path: Path, place: Path, content: bytes, *, expected: bytes, root: Path) -> None:
    """Move a file below the root to a place where nothing is yet, its content changed on the way.

    Raises ChangedMeanwhileError where it is no longer `expected` or something lies at its new place.
    """
    with exclusive(root), _in_words(path):
        old = written_place(path, root)
        if _content(old) != expected:
            raise _changed(path, _content(old))
        write_atomically(place, content, expected=None, root=root)
        old.unlink()


def united(path: Path, before: bytes, present: bytes, content: bytes) -> str:
    """Return a record's file with what somebody else wrote (`present`) and what shall be written, both from `before`.

    Raises ChangedMeanwhileError where they want different things of the same field.
    """
    from commcoord.store.merging.writing import merged_texts

    try:
        merge = merged_texts(before, present, content)
    except NotYaml as fault:
        raise _changed(path, present) from fault
    if not merge.clean:
        raise _changed(path, present)
    return merge.text


def _content(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None


def _changed(path: Path, present: bytes | None) -> ChangedMeanwhileError:
    if present is None:
        message = Message("{path} has been removed meanwhile.", path=str(path))
    else:
        message = Message("{path} has been changed by somebody else meanwhile.", path=str(path))
    return ChangedMeanwhileError(message, Message("Nothing was written. Look at it and try again."))


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn the system's refusals into sentences."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            message = Message("The disk is full: {path} is as it was.", path=str(path))
            hint = Message("Make room and try again.")
        elif error.errno in _FORBIDDEN:
            message = Message("{path} cannot be written: it or its folder is read-only.", path=str(path))
            hint = Message(
                "Nothing was written. Make it writable for you, or close the program that has it open."
            )
        else:
            reason = error.strerror or str(error)
            message = Message("{path} cannot be written: {reason}.", path=str(path), reason=reason)
            hint = Message("Nothing was written.")
        raise ImpossibleError(message, hint) from error


def _sweep(folder: Path) -> None:
    """Remove what a killed writer left; under the lock nobody else is writing."""
    for left in folder.glob(TEMPORARY):
        with suppress(OSError):
            left.unlink()


def _replace(place: Path, content: bytes) -> None:
    temporary = place.with_name(TEMPORARY.replace("*", secrets.token_hex(8)))
    try:
        _write_new(temporary, content, _mode(place))
        _rename(temporary, place)
        _settle(place.parent)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _mode(place: Path) -> int | None:
    try:
        return stat.S_IMODE(place.stat().st_mode)
    except FileNotFoundError:
        return None


def _write_new(temporary: Path, content: bytes, mode: int | None) -> None:
    # 0o666 is what open() asks for everywhere; the user's umask takes from it what it should
    number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _rename(temporary: Path, place: Path) -> None:
    for attempt in range(_TRIES):
        try:
            temporary.replace(place)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or attempt + 1 == _TRIES:
                raise
            time.sleep(0.02 * (attempt + 1))
        else:
            return


def _settle(folder: Path) -> None:
    """Have the folder's new entry reach the disk; Windows knows no such thing and needs none.

    Nor do some file systems far away, or a folder that may not be listed: the file is in its place all the same.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
