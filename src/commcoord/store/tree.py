"""Where records lie in a repository: its root, its settings, its files."""

import os
from collections.abc import Iterator
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.store import layout
from commcoord.store.sighting import leads_to_record, spelled

SETTINGS, RECORDS, DERIVED = layout.SETTINGS, layout.RECORDS, layout.DERIVED


def root_above(directory: Path) -> Path:
    """Return the nearest folder at or above this one that holds `commcoord.yaml`; raises ImpossibleError."""
    if not directory.is_dir():
        raise ImpossibleError(Message("There is no folder {path}.", path=str(directory)))
    here = Path(os.path.realpath(directory))  # where `..` leads, and links
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise ImpossibleError(
        Message("{path} is not in a records repository.", path=str(directory)),
        Message("Make one with: commcoord init"),
    )


def record_files(root: Path) -> Iterator[Path]:
    """Yield the files of all records, by path; links that lead out of the repository are passed over.

    So are pipes and devices. A name that is not UTF-8 comes as `sighting.spelled` has it: it cannot be read.
    """
    real = str(root.resolve())
    for folder, names, files in os.walk(root / RECORDS):
        names.sort()
        for name in sorted(files):
            path = Path(folder, name)
            if is_record_file(f"{RECORDS}/{name}") and (_is_plain(path) or leads_to_record(str(path), real)):
                yield Path(spelled(str(path)))


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def record_paths(root: Path | str) -> Iterator[str]:
    """Yield the same files in any order, and nothing is asked of the system but the names in each folder."""
    real = os.path.realpath(root)
    waiting = [os.path.join(root, RECORDS)] if root else []  # noqa: PTH118  thousands of them
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                entries = list(found)
        except OSError:
            continue
        waiting += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        yield from (spelled(entry.path) for entry in entries if _is_record(entry, real))


def _is_record(entry: "os.DirEntry[str]", root: str) -> bool:
    if not is_record_file(f"{RECORDS}/{entry.name}"):
        return False
    return entry.is_file(follow_symlinks=False) or leads_to_record(entry.path, root)


def is_record_file(name: str) -> bool:
    """Whether a path below the root is that of a record: a YAML file in its folder, and not a hidden one."""
    _folder, slash, last = name.rpartition("/")
    inside = name.startswith(f"{RECORDS}/") and bool(slash)
    return inside and last.endswith((".yaml", ".yml")) and not last.startswith(".")


def below(root: Path, path: Path) -> str:
    """Return a path as it is below the root, with `/` on every platform; the whole path where it lies elsewhere."""
    try:
        return path.absolute().relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
