"""What git remembers of one record: each commit that changed it, and both versions of the file."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from commcoord.store import git
from commcoord.store.yamltext import NotYaml, read_tree

PAIR = 2  # sides of an ordinary merge


class Version(NamedTuple):
    """One commit that changed the file; none of `before` or `after` where the file was made or removed."""

    commit: str
    author: str
    at: datetime
    before: bytes | None
    after: bytes | None


class _Entry(NamedTuple):
    commit: str
    author: str
    at: datetime
    parents: list[str]


def versions(root: Path, path: str) -> Iterator[Version]:
    """Yield the commits that changed a file below the root, the newest first, and before them what is not committed.

    Each change is told once: by the commit that made it, wherever it was merged. Of a merge only that is told what
    follows from neither side. Times are aware. A file's name never changes, so its history is not looked for under
    other names.
    """
    if git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD").code:
        return
    here = root / path
    committed = f"HEAD:./{path}"
    before = git.blobs(root, [committed]).get(committed)
    after = here.read_bytes() if here.is_file() else None
    if before != after:
        yield Version("", "", datetime.fromtimestamp(here.stat().st_mtime).astimezone(), before, after)
    entries = list(_entries(root, path))
    names = {name for entry in entries for name in (entry.commit, *entry.parents)}
    contents = git.blobs(root, sorted(f"{name}:./{path}" for name in names))
    for entry in entries:
        after, *sides = (contents.get(f"{name}:./{path}") for name in (entry.commit, *entry.parents))
        before = _merged(root, path, entry.parents, sides, after) if sides else None
        if before != after:
            yield Version(*entry[:3], before, after)


def _entries(root: Path, path: str) -> Iterator[_Entry]:
    output = git.said(
        root,
        "--literal-pathspecs",
        "log",
        "-z",
        "--full-history",
        "--format=%H%x01%an%x01%aI%x01%P",
        "--end-of-options",
        "HEAD",
        "--",
        path,
    )
    for line in git.names(output):
        commit, author, at, parents = line.split("\x01")
        yield _Entry(commit, author, datetime.fromisoformat(at), parents.split())


def _merged(
    root: Path, path: str, parents: list[str], sides: list[bytes | None], after: bytes | None
) -> bytes | None:
    """Return what the sides of a merge come to by themselves, decided as it was where they disagree.

    That is `after` itself where nobody changed anything in the merge.
    """
    if len(set(sides)) == 1:
        return sides[0]
    rough = after if after in sides else sides[0]  # as near as one comes without reading
    if len(sides) > PAIR:
        return rough
    base = _base(root, path, parents)
    if base in sides:
        return next(side for side in sides if side != base)
    try:
        wanted, *trees = (read_tree(one or b"") for one in (after, *sides))
        found = _nearest({} if base is None else read_tree(base), trees, wanted)
    except NotYaml:  # nor is a file that was removed
        return rough
    return after if found == wanted else _written(found)


def _written(tree: dict[str, Any]) -> bytes:
    from commcoord.store.yaml_patching import emitted  # hardly ever does a merge say something of its own

    return emitted(tree, None).encode()


def _base(root: Path, path: str, parents: list[str]) -> bytes | None:
    answer = git.ask(root, "merge-base", "--end-of-options", *parents)
    name = f"{answer.text.strip()}:./{path}"
    return git.blobs(root, [name]).get(name) if answer.code == 0 else None


def _nearest(base: Mapping[str, Any], sides: list[dict[str, Any]], wanted: dict[str, Any]) -> dict[str, Any]:
    """Return the merge of two sides, each disagreement decided for the side that is nearer to what is wanted."""
    from commcoord.store.merging import trees

    tree = trees.merged(base, *sides)
    paths = [path for path, _one in trees.disagreements(tree)]
    taken = dict.fromkeys(paths, "ours")

    def chosen() -> dict[str, Any]:
        found: dict[str, Any] = trees.decided(tree, lambda path, one: getattr(one, taken[path]))
        return found

    for path in paths:
        ours = _distance(chosen(), wanted)
        taken[path] = "theirs"
        if _distance(chosen(), wanted) >= ours:
            taken[path] = "ours"
    return chosen()


def _distance(tree: Mapping[str, Any], wanted: Mapping[str, Any]) -> int:
    from commcoord.records.differences import changes

    return len(changes(tree, wanted, "en"))
