"""What the file system says about the files of all records, each by its path."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from commcoord.store.sighting import looked_over

if TYPE_CHECKING:
    from commcoord.store.sighting import Folder


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


def stamps_in(folders: Iterable["Folder"]) -> list[Stamp]:
    """Return the stamps of the files of all records, in the order of `tree.record_files`."""
    return [Stamp(f"{folder}/{name}", *looks) for folder, files in folders for name, *looks in files]


def scanned(root: Path) -> list[Stamp]:
    """Return the stamps of the files of all records, in the order of `tree.record_files`."""
    return stamps_in(looked_over(root))


def walk_order(path: str) -> str:
    """Return what puts paths into the order of `tree.record_files`: a folder's files before its folders."""
    folders, _slash, name = path.rpartition("/")
    return f"{folders}/".replace("/", "\x001") + f"\x000{name}"
