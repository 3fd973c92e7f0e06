"""When the history first said what records declare: one pass over it, kept in a file that may be deleted."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from commcoord.errors import ImpossibleError
from commcoord.records.evidence import claims
from commcoord.records.ids import is_record_id
from commcoord.store import git
from commcoord.store.files import write_atomically
from commcoord.store.tree import DERIVED, RECORDS
from commcoord.store.yamltext import NotYaml, read_tree

FORM = 1
"""Changes when the kept file means something else; another one is read anew."""

Kept = dict[str, dict[str, str]]


def first_said(root: Path) -> dict[str, dict[str, datetime]]:
    """Return by record id when a commit first made each of its claims; nothing without a history."""
    head = git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head.code:
        return {}
    commit = head.text.strip()
    known, until = _kept(root)
    if until != commit:
        known, since = (known, until) if _leads_to(root, until, commit) else ({}, "")
        _learn(root, known, f"{since}..{commit}" if since else commit)
        _keep(root, known, commit)
    return {
        name: {claim: datetime.fromisoformat(at) for claim, at in said.items()}
        for name, said in known.items()
    }


def _leads_to(root: Path, earlier: str, later: str) -> bool:
    return bool(earlier) and git.ask(root, "merge-base", "--is-ancestor", earlier, later).code == 0


def _learn(root: Path, known: Kept, commits: str) -> None:
    seen = list(_contents(root, commits))
    contents = git.blobs(root, sorted({blob for _at, _name, blob in seen}))
    said = {blob: list(_claims(content)) for blob, content in contents.items()}
    for at, name, blob in seen:
        for claim in said.get(blob, ()):
            moments = known.setdefault(name, {})
            if claim not in moments or datetime.fromisoformat(at) < datetime.fromisoformat(moments[claim]):
                moments[claim] = at


def _contents(root: Path, commits: str) -> Iterator[tuple[str, str, str]]:
    """Yield author's time, record id and object name of every version of every record, in one call of git."""
    output = git.said(
        root,
        "log",
        "-z",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--diff-filter=AM",
        "--format=%x01%aI",
        "--end-of-options",
        commits,
        "--",
        RECORDS,
    )
    for entry in output.split("\x01")[1:]:
        at, *rest = entry.split("\0")
        parts = [part.lstrip("\n") for part in rest]
        for line, path in pairwise(parts):
            name = path.rpartition("/")[2].removesuffix(".yaml")
            if line.startswith(":") and is_record_id(name):
                yield at, name, line.split()[3]


def _claims(content: bytes) -> Iterator[str]:
    with suppress(NotYaml):  # what cannot be read makes no claim
        yield from claims(read_tree(content))


def _place(root: Path) -> Path:
    return root / DERIVED / "evidence.json"


def _kept(root: Path) -> tuple[Kept, str]:
    try:
        found: Any = json.loads(_place(root).read_bytes())
    except (OSError, ValueError):
        return {}, ""
    if not isinstance(found, dict) or found.get("form") != FORM:
        return {}, ""
    return found["said"], found["commit"]


def _keep(root: Path, known: Kept, commit: str) -> None:
    """Keep what was learned; where nothing can be written it is learned again next time."""
    text = json.dumps({"form": FORM, "commit": commit, "said": known}, ensure_ascii=False, sort_keys=True)
    place = _place(root)
    with suppress(ImpossibleError):
        before = place.read_bytes() if place.is_file() else None
        write_atomically(place, text.encode("utf-8", "surrogateescape"), expected=before, root=root)
