"""Commits of what is the tool's to commit: the records and what belongs to them, and nothing else that lies there."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, Several, translated
from commcoord.language.widths import width
from commcoord.records.differences import changes
from commcoord.store import git
from commcoord.store.tree import RECORDS, SETTINGS
from commcoord.store.yamltext import NotYaml, read_tree

OWN = (RECORDS, SETTINGS, "templates", ".gitattributes", ".gitignore")
TRAILER = "Commcoord"
"""Marks a commit that the tool made, with the command that made it, so that `undo` knows its own."""

SUBJECT = 72  # columns; longer subjects are cut by what shows them


class Changed(NamedTuple):
    """A file that differs from the last commit, with both its versions; none where there is no such version."""

    path: str
    before: bytes | None
    after: bytes | None


def changed_files(root: Path) -> list[str]:
    """Return the tool's files that differ from the last commit, below the root, `/` on every platform."""
    prefix = git.said(root, "rev-parse", "--show-prefix")
    output = git.said(
        root, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", *OWN
    )
    return sorted(entry[3:].removeprefix(prefix) for entry in git.names(output))


def commit(root: Path, paths: Sequence[str], command: str, language: str) -> str:
    """Commit some of the tool's files and nothing else; return the message's subject, "" where nothing differs.

    Raises ImpossibleError where a file carries conflict markers or git refuses.
    """
    present = set(changed_files(root))
    changed = list(_versions(root, [path for path in paths if path in present]))
    if not changed:
        return ""
    refuse_markers(changed)
    text = message(changed, language)
    typed = "\0".join(one.path for one in changed)
    names = ("--pathspec-from-file=-", "--pathspec-file-nul")
    git.told(root, "--literal-pathspecs", "add", "--all", *names, typed=typed)
    trailer = ("--trailer", f"{TRAILER}: {command}")
    git.told(
        root, "--literal-pathspecs", "commit", "--quiet", "--message", text, *trailer, *names, typed=typed
    )
    return text.partition("\n")[0]


def rehearsed(root: Path, language: str) -> str:
    """Return the message that a commit of everything would have; "" where nothing differs."""
    changed = list(_versions(root, changed_files(root)))
    return message(changed, language) + "\n" if changed else ""


def refuse_markers(changed: Sequence[Changed]) -> None:
    """Raise ImpossibleError where a record carries conflict markers."""
    marked = [
        one.path for one in changed if one.path.startswith(RECORDS) and b"<<<<<<< " in (one.after or b"")
    ]
    if marked:
        raise ImpossibleError(
            Message("Two versions of a record wait for a decision: {paths}", paths=Several(marked)),
            Message("Decide with: commcoord resolve {id}", id=Path(marked[0]).stem),
        )


def _versions(root: Path, paths: Sequence[str]) -> Iterator[Changed]:
    committed = git.blobs(root, [f"HEAD:./{path}" for path in paths])
    for path in paths:
        place = root / path
        after = place.read_bytes() if place.is_file() else None
        yield Changed(path, committed.get(f"HEAD:./{path}"), after)


def message(changed: Sequence[Changed], language: str) -> str:
    """Return a commit's message: which record, and what changed in it, in the repository's language."""
    said = [_said(one, language) for one in changed]
    if len(said) == 1:
        return f"{_clipped(said[0])}\n\n{said[0]}\n{Path(changed[0].path).stem}"
    titles = Message("{count} files", count=len(said)).in_language(language)
    subject = Message(
        "{name}: {value}", name=titles, value=translated("; ", language).join(said)
    ).in_language(language)
    return _clipped(subject) + "\n\n" + "\n".join(said)


def _said(one: Changed, language: str) -> str:
    before, after = _tree(one.before), _tree(one.after)
    title = (
        str((after or before or {}).get("title") or one.path) if one.path.startswith(RECORDS) else one.path
    )
    lines = changes(before, after, language) if one.path.startswith(RECORDS) else []
    value = translated("; ", language).join(lines) or Message("changed").in_language(language)
    return " ".join(Message("{name}: {value}", name=title, value=value).in_language(language).split())


def _tree(content: bytes | None) -> Mapping[str, Any] | None:
    if content is None:
        return None
    try:
        return read_tree(content)
    except NotYaml:
        return {}


def _clipped(text: str) -> str:
    while width(text) > SUBJECT:
        text = text[: -max(2, (width(text) - SUBJECT) // 2 + 1)] + "…"
    return text
