"""Taking back the last commit that a command made, by a commit of its own: nothing that was ever said is lost.

git's own `revert` is not asked: where it does not go through it has begun already, and to end it takes along what
somebody had staged. What a file comes to is put together here instead, before anything is touched.
"""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from commcoord.errors import CommcoordError, ImpossibleError
from commcoord.language.messages import Message
from commcoord.store import committing, git, recording
from commcoord.store.files import write_atomically
from commcoord.store.locks import exclusive
from commcoord.store.places import written_place
from commcoord.store.tree import SETTINGS, is_record_file
from commcoord.store.yaml_faults import NotYaml

UNDONE = "Commcoord-Undo"
"""Names, in the message of a commit that takes one back, which one that is."""

NEVER = ("sync", "undo", committing.EARLIER)
"""What these commit is not one command's change."""

FARTHEST = 200  # commits that are looked through


class Commit(NamedTuple):
    """A commit of a command that can be taken back."""

    name: str
    subject: str
    paths: list[str]


class Taken(NamedTuple):
    """A file without what a commit did to it: in the last commit, in the index, and in the folder with what it has."""

    path: str
    committed: bytes | None
    staged: bytes | None
    present: bytes | None
    wanted: bytes | None
    """What the folder shall have."""


def last(root: Path) -> Commit | None:
    """Return your last commit that a command made and that is not taken back yet; none where there is none."""
    person = git.said(root, "var", "GIT_AUTHOR_IDENT").rpartition("<")[2].partition(">")[0]
    undone = set()
    for name, email, subject, command, identity, taken_back in _log(root, "HEAD"):
        undone.add(taken_back)
        mine = command and command not in NEVER and email == person
        if mine and name not in undone and (identity or name) not in undone:
            options = ("--root", "--no-commit-id", "--name-only", "--no-renames", "-r", "--relative", "-z")
            return Commit(name, subject, git.names(git.said(root, "diff-tree", *options, name)))
    return None


def _log(root: Path, start: str, most: int = FARTHEST) -> Iterator[list[str]]:
    """Yield of each commit its name, author's address and subject, and what its trailers say."""
    trailers = (
        f"%(trailers:key={key},valueonly,separator=%x2C)"
        for key in (committing.TRAILER, committing.IDENTITY, UNDONE)
    )
    form = "%x01".join(("%H", "%ae", "%s", *trailers))
    output = git.ask(root, "log", "-z", f"--max-count={most}", f"--format={form}", start, "--").text
    for entry in git.names(output):
        yield entry.strip("\n").split("\x01")


def taken_back(root: Path, commit: Commit) -> list[Taken]:
    """Return what each file of a commit comes to without it; what came later stays.

    Raises ImpossibleError where git is in the middle of something, or later changes are in the way.
    """
    underway = git.underway(root)
    if underway:
        raise ImpossibleError(
            Message("git is in the middle of a {command}.", command=underway),
            Message("Finish it first; nothing was taken back."),
        )
    names = [f"{commit.name}{end}:./{path}" for end in ("^", "") for path in commit.paths]
    heads = [f"HEAD:./{path}" for path in commit.paths]
    found = git.blobs(root, [*names, *heads])
    staged = recording.staged(root, commit.paths)
    taken = []
    for path in commit.paths:
        place = root / path
        before, after, committed = (
            found.get(f"{start}:./{path}") for start in (f"{commit.name}^", commit.name, "HEAD")
        )
        present = place.read_bytes() if place.is_file() else None
        nows = (committed, staged.get(path), present)
        try:
            kept = {now: _without(path, before, after, now) for now in map(_unix, nows)}
        except _InTheWayError:
            raise _in_the_way(commit) from None
        new = [kept[_unix(now)] for now in nows]
        taken.append(Taken(path, new[0], new[1], present, new[2]))
    return taken


class _InTheWayError(Exception):
    """What came later changes what would have to be taken back."""


def _in_the_way(commit: Commit) -> ImpossibleError:
    return ImpossibleError(
        Message("Later changes are in the way of undoing “{subject}”.", subject=commit.subject),
        Message("See them with: git show {commit}", commit=commit.name[:8]),
    )


def _unix(content: bytes | None) -> bytes | None:
    """Return a content with the line ends that git keeps it with."""
    return content and content.replace(b"\r\n", b"\n")


def _without(path: str, before: bytes | None, after: bytes | None, now: bytes | None) -> bytes | None:
    """Return what a file is now without what led from one version to the next; raises _InTheWayError."""
    if now in (before, after):
        return before
    if before is None or after is None or now is None or not (is_record_file(path) or path == SETTINGS):
        raise _InTheWayError
    from commcoord.store.merging.writing import merged_texts

    try:
        merge = merged_texts(after, now, before)
    except (NotYaml, CommcoordError, UnicodeDecodeError) as error:
        raise _InTheWayError from error
    if not merge.clean:
        raise _InTheWayError
    return merge.text.encode()


def undo(root: Path, commit: Commit, language: str) -> None:
    """Take a commit back. Raises ImpossibleError, everything as it was, where that cannot be done."""
    with exclusive(root):
        taken = taken_back(root, commit)
        identity = next(_log(root, commit.name, 1))[4] or commit.name
        text = Message("Undone: {subject}", subject=commit.subject).in_language(language)
        trailers = [*committing.trailers("undo"), f"{UNDONE}: {identity}"]
        with ExitStack() as back:
            for one in taken:
                _put(root, one.path, one.present, one.wanted)
                back.callback(_put_back, root, one)
            recording.record(root, {one.path: one.committed for one in taken}, text, trailers)
            back.pop_all()
        recording.stage(root, {one.path: one.staged for one in taken})


def _put(root: Path, path: str, present: bytes | None, wanted: bytes | None) -> None:
    if wanted is not None:
        write_atomically(root / path, wanted, expected=present, root=root)
    elif present is not None:
        written_place(root / path, root).unlink()


def _put_back(root: Path, one: Taken) -> None:
    with suppress(CommcoordError):  # the reason why is told already
        _put(root, one.path, one.wanted, one.present)
