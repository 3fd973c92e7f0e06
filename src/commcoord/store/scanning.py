"""One look at the names, sizes and times of all records: what `git status` does, without reading a file."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from commcoord.store.tree import RECORDS


class Stamp(NamedTuple):
    """What the file system says about a file; a changed file has another one, save within the grain of its clock."""

    path: str
    """Below the root, with `/`."""
    size: int
    changed: int
    """Nanoseconds: when the text was written, by the file."""
    touched: int
    """Nanoseconds: when file or name were last touched, by the system, which no program can set back."""
    number: int
    """The inode: a file put in the place of another has its own."""


NOWHERE = (-1, -1, -1, -1)
"""A file that cannot be looked at, such as a link that leads nowhere."""


def scanned(root: Path) -> list[Stamp]:
    """Return the stamps of the files of all records, in the order of `tree.record_files`."""
    real = os.path.realpath(root)
    return list(_in_folder(str(root / RECORDS), RECORDS, real))


def _in_folder(folder: str, name: str, root: str) -> Iterator[Stamp]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # as os.walk has it: what cannot be listed is not there
        return
    folders = []
    for entry in entries:
        if entry.is_dir():
            folders += [] if entry.is_symlink() else [entry]
        elif _is_record(entry.name) and (not entry.is_symlink() or _is_inside(entry.path, root)):
            yield Stamp(f"{name}/{entry.name}", *_looked_at(entry))
    for entry in folders:
        yield from _in_folder(entry.path, f"{name}/{entry.name}", root)


def _is_record(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def _looked_at(entry: "os.DirEntry[str]") -> tuple[int, int, int, int]:
    try:
        found = entry.stat()
    except OSError:
        return NOWHERE
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _is_inside(path: str, root: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(root)


def walk_order(path: str) -> str:
    """Return what puts paths into the order of `tree.record_files`: a folder's files before its folders."""
    folders, _slash, name = path.rpartition("/")
    return f"{folders}/".replace("/", "\x001") + f"\x000{name}"
