"""What is about to be committed: the records and settings as git's index has them, whatever lies in the folder."""

from collections.abc import Iterator
from pathlib import Path

from commcoord.store import git
from commcoord.store.tree import RECORDS, SETTINGS, is_record_file

WHAT = ("--", RECORDS, SETTINGS)
MERGED = "0"
"""The stage of a file in the index that is not in the middle of a conflict."""

FILE = "100"
"""How the mode of a plain file begins; links and whole repositories have others."""


class Index:
    """The index of the repository around a root, as it is now; raises ImpossibleError outside of git."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._names = dict(self._entries())
        changed = git.names(git.said(root, "diff-files", "--name-only", "-z", "--relative", *WHAT))
        names = [name for name in changed if name in self._names]
        blobs = git.blobs(root, sorted({self._names[name] for name in names}))
        self._other = {name: blobs[self._names[name]] for name in names}

    def _entries(self) -> Iterator[tuple[str, str]]:
        for line in git.names(git.said(self.root, "ls-files", "--stage", "-z", *WHAT)):
            described, _tab, name = line.partition("\t")
            mode, blob, stage = described.split()
            if stage == MERGED and mode.startswith(FILE):
                yield name, blob

    def record_files(self) -> list[Path]:
        """Return the files of all records, by path."""
        return [self.root / name for name in sorted(self._names) if is_record_file(name)]

    def content(self, path: Path) -> bytes:
        """Return what would be committed of a file; it is read from the folder where that is the same."""
        name = path.relative_to(self.root).as_posix()
        return self._other[name] if name in self._other else path.read_bytes()

    def staged(self) -> list[Path]:
        """Return the records and settings that a commit would add or change, by path."""
        output = git.said(
            self.root, "diff", "--cached", "--name-only", "-z", "--relative", "--diff-filter=ACMRT", *WHAT
        )
        names = [name for name in git.names(output) if name == SETTINGS or is_record_file(name)]
        return [self.root / name for name in sorted(names) if name in self._names]
