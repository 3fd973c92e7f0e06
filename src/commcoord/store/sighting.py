"""One look at the names, sizes and times of all records: what `git status` does, without reading a file.

It begins before the program has imported anything, and imports nothing that it would have to wait for.
"""

import os

from commcoord.store.layout import RECORDS

TYPE_CHECKING = False  # as `typing` has it, which would have to be waited for
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry = tuple[str, int, int, int, int]
"""The name of a file in its folder, and what a stamp has beside the path."""
Folder = tuple[str, list[Entry]]
"""A folder below the root, and its files."""
NOWHERE = (-1, -1, -1, -1)
"""A file that cannot be looked at, such as a link that leads nowhere."""


def looked_over(root: str | os.PathLike[str]) -> list[Folder]:
    """Return the folders of the records with what the file system says of each file, in the order of the names."""
    return sorted(sighted(root), key=lambda one: place_of(one[0]))


def place_of(folder: str) -> list[str]:
    """Return what puts folders into the order of their names, each before those in it."""
    return folder.split("/")


def sighted(root: str | os.PathLike[str]) -> "Iterator[Folder]":
    """Yield the folders of the records with what the file system says of each file, as soon as it has been asked.

    The last names come first: they are those of the youngest quarters, which people work on.
    """
    return _in_folder(os.path.join(root, RECORDS), RECORDS, os.path.realpath(root))  # noqa: PTH118


def _in_folder(folder: str, name: str, root: str) -> "Iterator[Folder]":
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
                elif _is_record(entry.name) and leads_to_record(f"{folder}/{entry.name}", root):
                    files.append((spelled(entry.name), *_looked_at(entry)))
    except OSError:
        return
    finally:
        if handle >= 0:
            os.close(handle)
    if files:
        yield name, sorted(files)
    for one in sorted(folders, reverse=True):
        yield from _in_folder(f"{folder}/{one}", f"{name}/{spelled(one)}", root)


def _files_among(found: "Iterable[os.DirEntry[str]]") -> "tuple[list[Entry], list[os.DirEntry[str]]]":
    """Return the plain files of records, and whatever else there is; of thousands of files each call counts."""
    files: list[Entry] = []
    others = []
    for entry in found:
        name = entry.name
        if not entry.is_file(follow_symlinks=False):
            others.append(entry)
        elif name.endswith((".yaml", ".yml")) and not name.startswith("."):
            if not name.isascii():
                name = spelled(name)
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


def leads_to_record(path: str, root: str) -> bool:
    """Whether something that is no plain file is one by a link within the root, or a link that leads nowhere there.

    Pipes and devices are none: whoever opened one would wait for ever.
    """
    if not os.path.islink(path):  # noqa: PTH114  a Path would have to be waited for
        return False
    from pathlib import Path  # hardly a record is a link

    leads = Path(os.path.realpath(path))
    return leads.is_relative_to(root) and (leads.is_file() or not leads.exists())


def spelled(name: str) -> str:
    """Return the name of a file as text; one that is not UTF-8 is spelled so that nothing of that name can be read."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()


def is_spelled(name: str) -> bool:
    """Whether a name looks like one that `spelled` had to spell."""
    return "\\udc" in name
