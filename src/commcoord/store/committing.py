"""Commits of what is the tool's to commit: the records and what belongs to them, and nothing else that lies there."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, Several, translated
from commcoord.language.widths import width
from commcoord.records.differences import changes
from commcoord.store import git, recording
from commcoord.store.sighting import leads_to_record
from commcoord.store.tree import RECORDS, SETTINGS, is_record_file
from commcoord.store.yaml_faults import MARKER
from commcoord.store.yamltext import NotYaml, read_tree

OWN = (RECORDS, SETTINGS, "templates", ".gitattributes", ".gitignore")
TRAILER = "Commcoord"
"""Marks a commit that the tool made, with the command that made it, so that `undo` knows its own."""

IDENTITY = "Commcoord-Id"
"""Names the commit of a command for good: a rebase gives it another hash."""

EARLIER = "earlier"
"""What a commit is called that takes in what lay uncommitted in a file before a command wrote it."""

KEPT_EMPTY = ".gitkeep"
LEFTOVERS = (".swp", ".swo", ".orig", ".rej", ".bak", ".tmp", "~")
"""How the names of files end that editors and merges leave behind."""

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
    found = (entry[3:].removeprefix(prefix) for entry in git.names(output))
    return sorted(path for path in found if is_own(root, path))


def ignored_files(root: Path) -> list[str]:
    """Return the tool's files that nobody else ever gets, since git ignores them."""
    listing = ("--others", "--ignored", "--exclude-standard", "-z")
    return sorted(
        path
        for path in git.names(git.said(root, "ls-files", *listing, "--", *OWN))
        if is_own(root, path) and not path.endswith(KEPT_EMPTY)
    )


def is_own(root: Path, path: str) -> bool:
    """Whether a file among what is the tool's is a record or belongs to it, and not what a program left there."""
    name = path.rpartition("/")[2]
    if not path.startswith((f"{RECORDS}/", "templates/")) or name == KEPT_EMPTY:
        return True
    if not path.startswith(f"{RECORDS}/"):
        return not (name.startswith((".", "~$")) or name.endswith(LEFTOVERS))
    place = root / path
    return is_record_file(path) and (
        not place.is_symlink() or leads_to_record(str(place), str(root.resolve()))
    )


def commit(root: Path, paths: Sequence[str], command: str, language: str) -> str:
    """Commit some of the tool's files and nothing else; return the message's subject, "" where nothing differs.

    Raises ImpossibleError where a file carries conflict markers or git refuses.
    """
    present = set(changed_files(root))
    wanted = [path for path in paths if path in present]
    refuse_markers(list(_versions(root, wanted)))
    if not wanted:
        return ""
    git.told(root, "update-index", "--add", "--remove", "--replace", "-z", "--stdin", typed="\0".join(wanted))
    listing = ("--cached", "--name-only", "--no-renames", "--relative", "-z")
    differing = set(git.names(git.said(root, "diff", *listing, "--", *OWN)))
    changed = list(_versions(root, [path for path in wanted if path in differing]))
    if not changed:
        return ""
    text = message(changed, language)
    names = ("--pathspec-from-file=-", "--pathspec-file-nul")
    options = ("--quiet", "--message", text, *(f"--trailer={one}" for one in trailers(command)), *names)
    git.told(root, "--literal-pathspecs", "commit", *options, typed="\0".join(one.path for one in changed))
    return text.partition("\n")[0]


def commit_written(root: Path, written: Sequence[Changed], command: str, language: str) -> str:
    """Commit what a command wrote, and no more; return the message's subject, "" where nothing is left to commit.

    What lay uncommitted in these files before goes into a commit of its own first. Raises ImpossibleError where a
    file carries conflict markers, or git or a hook refuses.
    """
    present = set(changed_files(root))
    changed = [one for one in written if one.path in present and not (root / one.path).is_symlink()]
    refuse_markers(changed)
    if not changed:
        return ""
    committed = _committed(root, [one.path for one in changed])
    earlier = [one for one in changed if _unix(one.before) != _unix(committed[one.path])]
    if any((root / one.path).read_bytes() != one.after for one in earlier):
        # others wrote and committed meanwhile: what is whose can no longer be told
        return commit(root, [one.path for one in changed], command, language)
    if earlier:
        earlier = [Changed(one.path, committed[one.path], one.before) for one in earlier]
        text = _earlier_message(earlier, language)
        recording.record(root, _after(earlier), text, trailers(EARLIER))
    text = message(changed, language)
    recording.record(root, _after(changed), text, trailers(command))
    recording.stage(root, _after(changed))
    return text.partition("\n")[0]


def trailers(command: str) -> list[str]:
    """Return the lines that mark a commit as a command's, and name it."""
    return [f"{TRAILER}: {command}", f"{IDENTITY}: {secrets.token_hex(8)}"]


def _after(changed: Sequence[Changed]) -> dict[str, bytes | None]:
    return {one.path: one.after for one in changed}


def _unix(content: bytes | None) -> bytes | None:
    """Return a content as git compares it: with the line ends that the attributes ask for."""
    return content and content.replace(b"\r\n", b"\n")


def _earlier_message(changed: Sequence[Changed], language: str) -> str:
    titles = [_title(one, _tree(one.before), _tree(one.after)) for one in changed]
    said = Message("Earlier changes to {titles}", titles=translated(", ", language).join(titles))
    return f"{_clipped(said.in_language(language))}\n\n{message(changed, language)}"


def rehearsed(root: Path, language: str) -> str:
    """Return the message that a commit of everything would have; "" where nothing differs."""
    changed = list(_versions(root, changed_files(root)))
    return message(changed, language) + "\n" if changed else ""


def refuse_markers(changed: Sequence[Changed]) -> None:
    """Raise ImpossibleError where a record carries conflict markers."""
    marked = [one.path for one in changed if is_record_file(one.path) and has_markers(one.after or b"")]
    if marked:
        raise ImpossibleError(
            Message("Two versions of a record wait for a decision: {paths}", paths=Several(marked)),
            Message("Decide with: commcoord resolve {id}", id=Path(marked[0]).stem),
        )


def has_markers(content: bytes) -> bool:
    """Whether a line begins as git's conflict markers do; within a line they are text like any other."""
    return MARKER.search(content.decode("utf-8", "replace")) is not None


def _committed(root: Path, paths: Sequence[str]) -> dict[str, bytes | None]:
    found = git.blobs(root, [f"HEAD:./{path}" for path in paths])
    return {path: found.get(f"HEAD:./{path}") for path in paths}


def _versions(root: Path, paths: Sequence[str]) -> Iterator[Changed]:
    for path, before in _committed(root, paths).items():
        place = root / path
        yield Changed(path, before, place.read_bytes() if place.is_file() else None)


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
    title = _title(one, before, after)
    lines = changes(before, after, language) if one.path.startswith(RECORDS) else []
    value = translated("; ", language).join(lines) or Message("changed").in_language(language)
    return " ".join(Message("{name}: {value}", name=title, value=value).in_language(language).split())


def _title(one: Changed, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> str:
    return str((after or before or {}).get("title") or one.path) if is_record_file(one.path) else one.path


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
