"""The files: line ends, names that some system cannot hold, markers, ids that two records share on any branch."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shlex import quote
from typing import Any

from commcoord.language.messages import Message, Several
from commcoord.records.vocabulary import ITEM_LETTERS
from commcoord.store import git
from commcoord.store.checkup.complaint import Complaint
from commcoord.store.committing import ignored_files
from commcoord.store.looking import content_of
from commcoord.store.merging.conflicts import marked
from commcoord.store.merging.resolving import removed
from commcoord.store.places import is_portable
from commcoord.store.setup import complete, incomplete
from commcoord.store.tree import DERIVED, RECORDS, below, record_files
from commcoord.store.yamltext import NotYaml, read_tree

SHOWN_PATHS = 5
"""So many paths stand in one sentence."""


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
    found = [path for path in paths if marked(content_of(root, path) or b"")]
    found += removed(root)
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
            Message("commcoord doctor --fix")
            if any(incomplete(root))
            else Message("Delete the line that this shows: git check-ignore --verbose {path}", path=DERIVED),
            (lambda: list(complete(root))) if any(incomplete(root)) else None,
        )
    if git.said(root, "ls-files", "-z", "--", DERIVED):
        yield Complaint(
            "warning",
            Message("{path} is committed, though it is derived.", path=f"{DERIVED}/"),
            Message("git rm -r --cached {path}", path=DERIVED),
        )


def ignored(root: Path) -> Iterator[Complaint]:
    """Whether git ignores records, or those to come, so that nobody else ever gets them."""
    found = ignored_files(root)
    to_come = f"{RECORDS}/2023Q4/plan/plan-20231020-7qk2.yaml"
    if not found and git.ask(root, "check-ignore", "--quiet", "--", to_come).code == 0:
        found = [f"{RECORDS}/"]
    if found:
        path = quote(found[0] if found[0] != f"{RECORDS}/" else to_come)
        yield Complaint(
            "error",
            Message("Not shared, since git ignores it: {paths}", paths=_some(found)),
            Message("Delete the line that this shows: git check-ignore --verbose {path}", path=path),
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
    """Whether two records, or two items, carry one id on the tips of any branches, here or at a remote.

    A record that lies elsewhere on another branch was moved; it is the same one.
    """
    owners: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    twice: set[str] = set()
    for files in _on_all_tips(root):
        here: set[str] = set()
        for path, ids in files:
            twice |= here.intersection(ids)
            here.update(ids)
            for name in ids:
                owners[name][ids[0]].add(path)
    for name, records in sorted(owners.items()):
        if name in twice or len(records) > 1:
            paths = sorted(set().union(*records.values()))
            yield Complaint(
                "error",
                Message("{id} is the id of more than one: {paths}", id=name, paths=_some(paths)),
                Message("Give one of them another id before the branches meet."),
            )


def _on_all_tips(root: Path) -> Iterator[list[tuple[str, list[str]]]]:
    """Yield for each branch that no other one contains its files by path, each with its ids, the record's first."""
    tips = git.said(root, "for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes").split()
    if len(tips) > 1:
        tips = git.said(root, "merge-base", "--independent", *tips).split()
    trees: list[list[tuple[str, str]]] = []
    for tip in dict.fromkeys(tips):
        output = git.said(root, "ls-tree", "-r", "-z", "--full-name", tip, "--", f"{RECORDS}/")
        lines = [line.partition("\t") for line in git.names(output)]
        trees.append([(path, head.split()[2]) for head, _tab, path in lines if path.endswith(".yaml")])
    contents = git.blobs(root, sorted({blob for tree in trees for _path, blob in tree}))
    ids = {blob: list(dict.fromkeys(_ids(content))) for blob, content in contents.items()}
    for tree in trees:
        yield [(path, ids[blob]) for path, blob in tree if ids.get(blob)]


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


def _some(paths: list[str]) -> Several:
    return Several([*paths[:SHOWN_PATHS], *["…"][: len(paths) > SHOWN_PATHS]])
