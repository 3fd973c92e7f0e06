"""Commits of given contents: whatever is staged or lies in the folder is neither touched nor taken along."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from commcoord.store import git

Contents = Mapping[str, bytes | None]
"""What files shall hold, by their paths below the root; none where there shall be no file."""

PLAIN = "100644"
"""The mode of a new file."""


def record(root: Path, contents: Contents, text: str, trailers: Sequence[str]) -> None:
    """Commit contents over the last commit, with a message and trailers, also where they change nothing.

    Raises ImpossibleError, nothing done, where git or a hook refuses.
    """
    with _index_of_its_own(root) as index:
        stage(root, contents, index)
        options = ("--quiet", "--allow-empty", "--message", text, *(f"--trailer={one}" for one in trailers))
        git.told(root, "commit", *options, index=index)


def stage(root: Path, contents: Contents, index: Path | None = None) -> None:
    """Put contents into the index, or into another one; a file keeps its mode. Raises ImpossibleError by git."""
    modes = _modes(root, index)
    prefix = git.said(root, "rev-parse", "--show-prefix")
    lines = []
    for path, content in contents.items():
        if content is not None:
            name = git.told(root, "hash-object", "-w", "--stdin", f"--path={path}", typed=content)
            lines.append(f"{modes.get(path, PLAIN)} {name}\t{prefix}{path}\0")
    if lines:
        git.told(root, "update-index", "-z", "--index-info", typed="".join(lines), index=index)
    gone = "".join(f"{path}\0" for path, content in contents.items() if content is None)
    if gone:
        git.told(root, "update-index", "--force-remove", "-z", "--stdin", typed=gone, index=index)


def staged(root: Path, paths: Sequence[str]) -> dict[str, bytes]:
    """Return what the index has of some files; without those that it has not."""
    found = git.blobs(root, [f":./{path}" for path in paths])
    return {path: found[f":./{path}"] for path in paths if f":./{path}" in found}


def _modes(root: Path, index: Path | None) -> dict[str, str]:
    lines = git.names(git.told(root, "ls-files", "--stage", "-z", index=index))
    return {line.partition("\t")[2]: line.partition(" ")[0] for line in lines}


@contextmanager
def _index_of_its_own(root: Path) -> Iterator[Path]:
    """Yield an index that has the last commit; what git knows of the files' times comes along, which saves reading."""
    present = root / git.said(root, "rev-parse", "--git-path", "index")
    born = git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD").code == 0
    with tempfile.TemporaryDirectory(prefix="commcoord-") as folder:
        index = Path(folder, "index")
        if present.is_file():
            shutil.copyfile(present, index)
        git.told(root, "read-tree", *(("--reset", "HEAD") if born else ("--empty",)), index=index)
        yield index
