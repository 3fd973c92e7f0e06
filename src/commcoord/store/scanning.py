"""One look at the names, sizes and times of all records: what `git status` does, without reading a file."""

import os
from collections.abc import Iterable, Iterator
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
Entry = tuple[str, int, int, int, int]
"""The name of a file in its folder, and what a stamp has beside the path."""
Folder = tuple[str, list[Entry]]
"""A folder below the root, and its files."""


def looked_over(root: Path) -> list[Folder]:
    """Return the folders of the records with what the file system says of each file, in the order of the names."""
    real = os.path.realpath(root)
    return list(_in_folder(str(root / RECORDS), RECORDS, real))


def stamps_in(folders: Iterable[Folder]) -> list[Stamp]:
    """Return the stamps of the files of all records, in the order of `tree.record_files`."""
    return [Stamp(f"{folder}/{name}", *looks) for folder, files in folders for name, *looks in files]


def scanned(root: Path) -> list[Stamp]:
    """Return the stamps of the files of all records, in the order of `tree.record_files`."""
    return stamps_in(looked_over(root))


def _in_folder(folder: str, name: str, root: str) -> Iterator[Folder]:
    """Yield a folder and those in it; what it holds is asked of its descriptor, which spares the system the path."""
    try:
        handle = os.open(folder, os.O_RDONLY) if os.scandir in os.supports_fd else -1
    except OSError:  # as os.walk has it: what cannot be listed is not there
        return
    try:
        with os.scandir(folder if handle < 0 else handle) as found:
            files, others = _files_among(found)
            folders = []
            for entry in others:
                if entry.is_dir():
                    folders += [] if entry.is_symlink() else [entry.name]
                elif _is_record(entry.name) and (
                    not entry.is_symlink() or _is_inside(f"{folder}/{entry.name}", root)
                ):
                    files.append((entry.name, *_looked_at(entry)))
    except OSError:
        return
    finally:
        if handle >= 0:
            os.close(handle)
    if files:
        yield name, sorted(files)
    for one in sorted(folders):
        yield from _in_folder(f"{folder}/{one}", f"{name}/{one}", root)


def _files_among(found: Iterable["os.DirEntry[str]"]) -> tuple[list[Entry], list["os.DirEntry[str]"]]:
    """Return the plain files of records, and whatever else there is; of thousands of files each call counts."""
    files: list[Entry] = []
    others = []
    for entry in found:
        name = entry.name
        if not entry.is_file(follow_symlinks=False):
            others.append(entry)
        elif name.endswith((".yaml", ".yml")) and not name.startswith("."):
            try:
                look = entry.stat(follow_symlinks=False)
            except OSError:
                files.append((name, *NOWHERE))
            else:
                files.append((name, look.st_size, look.st_mtime_ns, look.st_ctime_ns, look.st_ino))
    return files, others


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
