"""Makes or repairs a records repository: what is missing is written, what is there is never overwritten."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from commcoord.language.messages import Message
from commcoord.records.schemas import schema_of
from commcoord.records.vocabulary import KINDS
from commcoord.store import git
from commcoord.store.files import write_atomically
from commcoord.store.merging import installing
from commcoord.store.tree import DERIVED, RECORDS, SETTINGS

COMPLETED = {
    ".gitattributes": (installing.ATTRIBUTE, "commcoord.yaml text eol=lf merge=commcoord"),
    ".gitignore": (f"/{DERIVED}/",),
}
"""The lines that must stand in the files that tell git how to treat records."""
HOOKS = ".pre-commit-config.yaml"
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: commcoord-check
        name: commcoord check
        entry: commcoord check --staged
        language: system
        files: ^(records/.*\\.ya?ml|commcoord\\.yaml)$
        pass_filenames: false
"""


class Lack(NamedTuple):
    """What a repository lacks: the sentence that says so once it is mended, and the work that mends it."""

    told: Message
    work: Callable[[], object]
    path: str = ""
    """The file that the work makes or changes, below the root; none where it is a folder, git's, or derived."""
    before: str = ""
    after: str = ""


def made(root: Path, settings: str, *, pre_commit: bool = False) -> Iterator[Message]:
    """Make or repair the repository at a folder and yield what was done, a sentence a thing.

    Raises ImpossibleError where the folder cannot be written or git refuses.
    """
    for lack in lacking(root, settings, pre_commit=pre_commit):
        lack.work()
        yield lack.told


def lacking(root: Path, settings: str, *, pre_commit: bool = False) -> Iterator[Lack]:
    """Yield what a repository lacks; whoever mends it does so before the next is looked at."""
    standing = next(folder for folder in (root, *root.parents) if folder.is_dir())
    if not git.in_git(standing):
        yield Lack(Message("Made a git repository."), partial(_begin, root))
    if not (root / SETTINGS).exists():
        told = Message("Wrote {path}: put your departments and people there.", path=SETTINGS)
        yield Lack(told, partial(_write, root, SETTINGS, settings), SETTINGS, "", settings)
    for folder in (RECORDS, "templates"):
        if not (root / folder).is_dir():
            yield Lack(Message("Made the folder {path}.", path=folder), partial(_make_folder, root / folder))
    for name, lines in COMPLETED.items():
        if _missing(root / name, lines):
            told, work = Message("Completed {path}.", path=name), partial(_complete_lines, root, name, lines)
            yield Lack(told, work, name, _present(root / name), _completed(root / name, lines))
    if pre_commit and not (root / HOOKS).exists():
        yield Lack(Message("Wrote {path}.", path=HOOKS), partial(_write, root, HOOKS, HOOK), HOOKS, "", HOOK)
    standing = root if root.is_dir() else standing  # as it is now, if the lacks before were mended
    if not (git.in_git(standing) and installing.installed(standing)):
        yield Lack(Message("Set git up to merge records field by field."), partial(installing.install, root))
    stale = [kind for kind in (*KINDS, "settings") if not _is_schema(_schema_path(root, kind), kind)]
    if stale:
        told = Message(
            "Wrote the schemas that editors complete and check with to {path}.", path=f"{DERIVED}/schemas"
        )
        yield Lack(told, partial(_write_schemas, root, stale))


def _begin(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    git.told(root, "init", "--quiet", "--initial-branch=main")


def _write(root: Path, name: str, text: str) -> None:
    write_atomically(root / name, text.encode(), expected=None, root=root)


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / ".gitkeep").touch()


def complete(root: Path) -> Iterator[str]:
    """Add what is missing in the files that tell git how to treat records; yield the names of those that lacked it."""
    for name in list(incomplete(root)):
        _complete_lines(root, name, COMPLETED[name])
        yield name


def incomplete(root: Path) -> Iterator[str]:
    """Yield the names of the files that tell git how to treat records and lack a line."""
    yield from (name for name, lines in COMPLETED.items() if _missing(root / name, lines))


def _present(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""


def _missing(path: Path, lines: Sequence[str]) -> list[str]:
    present = _present(path).splitlines()
    return [line for line in lines if line not in present]


def _complete_lines(root: Path, name: str, lines: Sequence[str]) -> None:
    path = root / name
    text = _completed(path, lines)
    before = path.read_bytes() if path.exists() else None
    write_atomically(path, text.encode("utf-8", "surrogateescape"), expected=before, root=root)


def _completed(path: Path, lines: Sequence[str]) -> str:
    present = _present(path)
    gap = "" if not present or present.endswith("\n") else "\n"
    return present + gap + "\n".join(_missing(path, lines)) + "\n"


def _schema_path(root: Path, kind: str) -> Path:
    return root / DERIVED / "schemas" / f"{kind}.json"


def _schema_text(kind: str) -> str:
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def _is_schema(path: Path, kind: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == _schema_text(kind)


def _write_schemas(root: Path, kinds: Sequence[str]) -> None:
    for kind in kinds:
        path = _schema_path(root, kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_schema_text(kind), encoding="utf-8")
