"""Taking back the last commit that a command made, by a commit of its own: nothing that was ever said is lost."""

from pathlib import Path
from typing import NamedTuple

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.store import committing, git
from commcoord.store.locks import exclusive

UNDONE = "Commcoord-Undo"
"""Names, in the message of a commit that takes one back, which one that is."""

NEVER = ("sync", "undo")
"""What these commit is not one command's change."""

FARTHEST = 200  # commits that are looked through


class Commit(NamedTuple):
    """A commit of a command that can be taken back."""

    name: str
    subject: str
    paths: list[str]


def last(root: Path) -> Commit | None:
    """Return your last commit that a command made and that is not taken back yet; none where there is none."""
    person = git.said(root, "var", "GIT_AUTHOR_IDENT").rpartition("<")[2].partition(">")[0]
    trailers = (
        f"%(trailers:key={committing.TRAILER},valueonly,separator=%x2C)",
        f"%(trailers:key={UNDONE},valueonly,separator=%x2C)",
    )
    output = git.ask(
        root,
        "log",
        "-z",
        f"--max-count={FARTHEST}",
        f"--format=%H%x01%ae%x01%s%x01{'%x01'.join(trailers)}",
        "HEAD",
        "--",
    ).text
    undone = set()
    for entry in git.names(output):
        name, email, subject, command, taken_back = entry.strip("\n").split("\x01")
        undone.add(taken_back)
        if command and command not in NEVER and email == person and name not in undone:
            paths = git.names(
                git.said(
                    root,
                    "diff-tree",
                    "--root",
                    "--no-commit-id",
                    "--name-only",
                    "-r",
                    "--relative",
                    "-z",
                    name,
                )
            )
            return Commit(name, subject, paths)
    return None


def diff(root: Path, commit: Commit) -> str:
    """Return what taking a commit back would change."""
    return git.said(root, "show", "--format=", "-R", commit.name, "--") + "\n"


def undo(root: Path, commit: Commit, language: str) -> None:
    """Take a commit back. Raises ImpossibleError, everything as it was, where later changes are in the way."""
    with exclusive(root):
        answer = git.ask(root, "revert", "--no-commit", commit.name, changing=True)
        if answer.code:
            git.ask(root, "revert", "--abort", changing=True)
            raise ImpossibleError(
                Message("Later changes are in the way of undoing “{subject}”.", subject=commit.subject),
                Message("See them with: git show {commit}", commit=commit.name[:8]),
            )
        text = Message("Undone: {subject}", subject=commit.subject).in_language(language)
        trailers = (f"--trailer={committing.TRAILER}: undo", f"--trailer={UNDONE}: {commit.name}")
        git.told(
            root,
            "--literal-pathspecs",
            "commit",
            "--quiet",
            f"--message={text}",
            *trailers,
            "--pathspec-from-file=-",
            "--pathspec-file-nul",
            typed="\0".join(commit.paths),
        )
