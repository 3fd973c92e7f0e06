"""The files: line ends, names that some system cannot hold, markers, ids that two records share on any branch."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from commcoord.language.messages import Message
from commcoord.records.vocabulary import ITEM_LETTERS
from commcoord.store import git
from commcoord.store.checkup.complaint import Complaint
from commcoord.store.looking import content_of
from commcoord.store.places import is_portable
from commcoord.store.setup import complete
from commcoord.store.tree import DERIVED, RECORDS, below, record_files
from commcoord.store.yamltext import NotYaml, read_tree


def line_ends(root: Path) -> Iterator[Complaint]:
    """Whether git holds files with the line ends of Windows, so that whole files differ."""
    lines = git.names(git.said(root, "ls-files", "-z", "--eol", "--", RECORDS))
    found = [line.partition("\t")[2] for line in lines if line.startswith(("i/crlf", "i/mixed"))]
    if found:
        yield Complaint(
            "warning",
            Message("Line ends of Windows are committed in {paths}.", paths=_some(found)),
            Message("git add --renormalize records; commcoord sync"),
        )


def names(root: Path) -> Iterator[Complaint]:
    """Whether every system can hold the committed names, and tells each from the others."""
    paths = git.names(git.said(root, "ls-files", "-z"))
    unfit = [path for path in paths if not all(map(is_portable, path.split("/")))]
    if unfit:
        yield Complaint(
            "warning",
            Message("Some system cannot hold these names: {paths}", paths=_some(unfit)),
            Message("git mv -- OLD NEW"),
        )
    same = defaultdict(set)
    for path in paths:
        same[unicodedata.normalize("NFC", path).casefold()].add(path)
    for twins in same.values():
        if len(twins) > 1:
            yield Complaint(
                "error",
                Message("Windows and macOS take these for one file: {paths}", paths=_some(sorted(twins))),
                Message("git mv -- OLD NEW"),
            )


def markers(root: Path) -> Iterator[Complaint]:
    """Whether records wait for somebody to decide a conflict."""
    paths = [below(root, path) for path in record_files(root)]
    found = [path for path in paths if b"<<<<<<< " in (content_of(root, path) or b"")]
    if found:
        yield Complaint(
            "error",
            Message("Two versions of a record wait for a decision: {paths}", paths=_some(found)),
            Message("commcoord resolve"),
        )


def derived(root: Path) -> Iterator[Complaint]:
    """Whether what the tool derives stays out of git."""
    ignored = git.ask(root, "check-ignore", "--quiet", "--", f"{DERIVED}/index").code == 0
    if not ignored:
        yield Complaint(
            "error",
            Message("git does not ignore {path}, which is derived.", path=f"{DERIVED}/"),
            Message("commcoord doctor --fix"),
            lambda: list(complete(root)),
        )
    if git.said(root, "ls-files", "-z", "--", DERIVED):
        yield Complaint(
            "warning",
            Message("{path} is committed, though it is derived.", path=f"{DERIVED}/"),
            Message("git rm -r --cached {path}", path=DERIVED),
        )


def index(root: Path) -> Iterator[Complaint]:
    """Whether the index and the verdicts can be read; commands do without damaged ones, but slower."""
    from commcoord.store import database, verdicts
    from commcoord.store import index as rows

    for file in (rows.FILE, verdicts.FILE):
        if not database.is_sound(root, file):
            yield Complaint(
                "warning",
                Message(
                    "{path} is damaged; commands work without it, only slower.", path=f"{DERIVED}/{file}"
                ),
                Message("commcoord doctor --fix"),
                partial(database.discard, root, file),
            )


def shared_ids(root: Path) -> Iterator[Complaint]:
    """Whether two records, or two items, carry one id on the tips of any branches, here or at a remote."""
    owners: dict[str, set[str]] = defaultdict(set)
    for path, blob in _on_all_tips(root):
        for name in _ids(blob):
            owners[name].add(path)
    for name, paths in sorted(owners.items()):
        if len(paths) > 1:
            yield Complaint(
                "error",
                Message("{id} is the id of more than one: {paths}", id=name, paths=_some(sorted(paths))),
                Message("Give one of them another id before the branches meet."),
            )


def _on_all_tips(root: Path) -> Iterator[tuple[str, bytes]]:
    tips = git.said(root, "for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes").split()
    found: set[tuple[str, str]] = set()
    for tip in dict.fromkeys(tips):
        output = git.said(root, "ls-tree", "-r", "-z", "--full-name", tip, "--", f"{RECORDS}/")
        for line in git.names(output):
            head, _tab, path = line.partition("\t")
            found.add((path, head.split()[2]))
    contents = git.blobs(root, sorted({blob for _path, blob in found}))
    for path, blob in sorted(found):
        if path.endswith(".yaml") and blob in contents:
            yield path, contents[blob]


def _ids(content: bytes) -> Iterator[str]:
    try:
        tree = read_tree(content)
    except NotYaml:
        return
    lists = [_maps(tree.get(field)) for field in ITEM_LETTERS]
    for one in [tree, *(item for items in lists for item in items)]:
        if isinstance(name := one.get("id"), str):
            yield name


def _maps(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _some(paths: list[str]) -> str:
    return ", ".join(paths[:5]) + (" …" if len(paths) > len(paths[:5]) else "")
