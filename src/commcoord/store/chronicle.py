"""What git remembers of one record: each commit that changed it, and both versions of the file."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from commcoord.store import git

NOTHING = "0" * 40
"""What git calls the version of a file before its first commit and after its last."""


class Version(NamedTuple):
    """One commit that changed the file; none of `before` or `after` where the file was made or removed."""

    commit: str
    author: str
    at: datetime
    before: bytes | None
    after: bytes | None


def versions(root: Path, path: str) -> Iterator[Version]:
    """Yield the commits that changed a file below the root, the newest first, and before them what is not committed.

    Times are aware. A file's name never changes, so its history is not looked for under other names.
    """
    if git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD").code:
        return
    here = root / path
    committed = f"HEAD:./{path}"
    before = git.blobs(root, [committed]).get(committed)
    after = here.read_bytes() if here.is_file() else None
    if before != after:
        yield Version("", "", datetime.fromtimestamp(here.stat().st_mtime).astimezone(), before, after)
    output = git.said(
        root,
        "--literal-pathspecs",
        "log",
        "-z",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--format=%x01%H%x00%an%x00%aI",
        "--end-of-options",
        "HEAD",
        "--",
        path,
    )
    entries = [found for entry in output.split("\x01")[1:] if (found := _entry(entry.split("\0")))]
    contents = git.blobs(root, sorted({name for entry in entries for name in entry[3:] if name != NOTHING}))
    for commit, author, at, old, new in entries:
        yield Version(commit, author, datetime.fromisoformat(at), contents.get(old), contents.get(new))


def _entry(parts: list[str]) -> tuple[str, str, str, str, str] | None:
    """Return commit, author, time, and the names of both versions; none for a commit that shows no change."""
    commit, author, at, *raw = parts
    line = next((one for one in raw if one.lstrip("\n").startswith(":")), None)
    if line is None:
        return None
    _old_mode, _new_mode, old, new, _kind = line.strip().lstrip(":").split()
    return commit, author, at, old, new
