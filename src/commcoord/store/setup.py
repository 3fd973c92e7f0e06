"""Makes or repairs a records repository: what is missing is written, what is there is never overwritten."""

import json
from collections.abc import Iterator
from pathlib import Path

from commcoord.language.messages import Message
from commcoord.records.schemas import schema_of
from commcoord.records.vocabulary import KINDS
from commcoord.store import git
from commcoord.store.files import write_atomically
from commcoord.store.merging import installing
from commcoord.store.tree import DERIVED, RECORDS, SETTINGS

ATTRIBUTES = (installing.ATTRIBUTE, "commcoord.yaml text eol=lf")
IGNORED = (f"/{DERIVED}/",)


def made(root: Path, settings: str) -> Iterator[Message]:
    """Make or repair the repository at a folder and yield what was done, a sentence a thing.

    Raises ImpossibleError where the folder cannot be written or git refuses.
    """
    root.mkdir(parents=True, exist_ok=True)
    if not git.in_git(root):
        git.told(root, "init", "--quiet", "--initial-branch=main")
        yield Message("Made a git repository.")
    if not (root / SETTINGS).exists():
        write_atomically(root / SETTINGS, settings.encode(), expected=None, root=root)
        yield Message("Wrote {path}: put your departments and people there.", path=SETTINGS)
    for folder in (RECORDS, "templates"):
        if not (root / folder).is_dir():
            (root / folder).mkdir(parents=True)
            (root / folder / ".gitkeep").touch()
            yield Message("Made the folder {path}.", path=folder)
    for name in complete(root):
        yield Message("Completed {path}.", path=name)
    if installing.install(root):
        yield Message("Set git up to merge records field by field.")
    if _write_schemas(root):
        yield Message(
            "Wrote the schemas that editors complete and check with to {path}.", path=f"{DERIVED}/schemas"
        )


def complete(root: Path) -> Iterator[str]:
    """Add what is missing in the files that tell git how to treat records; yield the names of those that lacked it."""
    for name, lines in ((".gitattributes", ATTRIBUTES), (".gitignore", IGNORED)):
        if _complete_lines(root, name, lines):
            yield name


def _complete_lines(root: Path, name: str, lines: tuple[str, ...]) -> bool:
    path = root / name
    before = path.read_bytes() if path.exists() else None
    present = (before or b"").decode("utf-8", "surrogateescape")
    missing = [line for line in lines if line not in present.splitlines()]
    if not missing:
        return False
    gap = "" if not present or present.endswith("\n") else "\n"
    text = present + gap + "\n".join(missing) + "\n"
    write_atomically(path, text.encode("utf-8", "surrogateescape"), expected=before, root=root)
    return True


def _write_schemas(root: Path) -> bool:
    folder = root / DERIVED / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    changed = False
    for kind in (*KINDS, "settings"):
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
        path = folder / f"{kind}.json"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed = True
    return changed
