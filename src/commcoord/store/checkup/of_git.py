"""git itself: is it there, is it new enough, does it merge records, does it know who you are."""

import platform
import time
from collections.abc import Iterator
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, Several
from commcoord.store import concluding, git
from commcoord.store.checkup.complaint import Complaint
from commcoord.store.merging import installing
from commcoord.store.setup import complete, incomplete
from commcoord.store.tree import SETTINGS

SKEW = 600  # seconds that the last commit may lie ahead of this clock
STALE = 60  # seconds after which a lock of git's is not one of a command at work
LOCKS = ("index.lock", "HEAD.lock", "config.lock")


def git_version(_root: Path) -> Iterator[Complaint]:
    """Whether git can be run and understands what is asked of it."""
    install = Message("Install git {version} or newer.", version=".".join(map(str, git.OLDEST)))
    try:
        version = tuple(git.version())
    except ImpossibleError as error:
        yield Complaint("error", error.message, install)
        return
    if version < git.OLDEST:
        yield Complaint(
            "error", Message("git {version} is too old.", version=".".join(map(str, version))), install
        )


def git_person(root: Path) -> Iterator[Complaint]:
    """Whether git knows who commits."""
    if git.ask(root, "var", "GIT_AUTHOR_IDENT").code or not git.said(root, "var", "GIT_AUTHOR_IDENT").strip():
        yield Complaint(
            "error",
            Message("git does not know who you are."),
            Message("git config --global user.name NAME; git config --global user.email ADDRESS"),
        )


def merge_driver(root: Path) -> Iterator[Complaint]:
    """Whether git merges records field by field, tried for real."""
    driver = git.setting(root, installing.DRIVER)
    again = Message("commcoord doctor --fix")
    if driver is None:
        yield Complaint(
            "error",
            Message("git merges records as plain text here: the merge driver is not set up."),
            again,
            lambda: installing.install(root),
        )
    elif not installing.works(driver):
        yield Complaint(
            "error",
            Message("The merge driver that is set up does not work; it was tried."),
            again,
            lambda: installing.install(root),
        )


def attributes(root: Path) -> Iterator[Complaint]:
    """Whether records and settings are given to the merge driver and keep their line ends."""
    path = "records/2023Q4/plan/plan-20231020-7qk2.yaml"
    parts = git.said(root, "check-attr", "-z", "merge", "eol", "--", path, SETTINGS).split("\0")
    found = set(zip(parts[1::3], parts[2::3], strict=False))
    if found != {("merge", "commcoord"), ("eol", "lf")}:
        yield Complaint(
            "error",
            Message(".gitattributes does not give records to the merge driver with line ends as they are."),
            Message("commcoord doctor --fix")
            if any(incomplete(root))
            else Message(
                "Delete the line that speaks against it from {files}.",
                files=".gitattributes, records/.gitattributes, .git/info/attributes",
            ),
            (lambda: list(complete(root))) if any(incomplete(root)) else None,
        )


def quoted_names(root: Path) -> Iterator[Complaint]:
    """Whether git shows Chinese names as they are."""
    if git.setting(root, "core.quotepath") not in ("false", "off", "no", "0"):
        yield Complaint(
            "warning",
            Message("git shows Chinese names of files as numbers (core.quotepath)."),
            Message("git config core.quotepath false"),
            lambda: git.told(root, "config", "--local", "core.quotepath", "false"),
        )


def composed_names(root: Path) -> Iterator[Complaint]:
    """Whether git on macOS takes é and e with its accent apart for the same name."""
    if platform.system() == "Darwin" and git.setting(root, "core.precomposeunicode") != "true":
        yield Complaint(
            "warning",
            Message("git keeps names of files here in another Unicode form than elsewhere."),
            Message("git config core.precomposeunicode true"),
            lambda: git.told(root, "config", "--local", "core.precomposeunicode", "true"),
        )


def clock(root: Path) -> Iterator[Complaint]:
    """Whether the last commit lies in the future, so that this clock or another is wrong."""
    answer = git.ask(root, "log", "-1", "--format=%ct", "HEAD", "--")
    if answer.code == 0 and answer.text.strip() and int(answer.text) > time.time() + SKEW:
        yield Complaint(
            "warning",
            Message(
                "The last commit lies in the future: this computer's clock is slow, or its author's fast."
            ),
            Message("Set the clock by the network; deadlines are counted by it."),
        )


def underway(root: Path) -> Iterator[Complaint]:
    """Whether git waits in the middle of something, or for the decision of a conflict, wherever the file lies."""
    what = git.underway(root)
    waiting = concluding.undecided(root)
    if what == "merge":
        waiting = concluding.waiting_in(root, waiting)
    if not what and not waiting:
        return
    again = "commcoord sync" if what in ("merge", "") else f"git {what} --continue"
    yield Complaint(
        "warning" if what else "error",
        Message("git is in the middle of a {command}.", command=what)
        if what
        else Message("Two versions of a file wait for a decision: {paths}", paths=Several(waiting)),
        Message("{remedies}\n  Then: {command}", remedies=concluding.remedies(root, waiting), command=again)
        if waiting
        else Message("Finish it with: {command}", command=again),
    )


def branch(root: Path) -> Iterator[Complaint]:
    """Whether a branch is checked out, outside of which commits are lost from sight and cannot be shared."""
    if git.ask(root, "symbolic-ref", "--quiet", "HEAD").code == 0 or git.underway(root):
        return
    kept = git.said(root, "for-each-ref", "--contains", "HEAD", "--count=1", "refs/heads", "refs/remotes")
    yield Complaint(
        "error",
        Message("No branch is checked out."),
        Message("Go to a branch, your changes come along: git switch main")
        if kept
        else Message("Keep these commits on a branch of their own: git switch --create NAME"),
    )


def locked(root: Path) -> Iterator[Complaint]:
    """Whether a lock lies there that a git command left when it died, so that git can commit nothing."""
    names = [part for name in LOCKS for part in ("--git-path", name)]
    for path in git.said(root, "rev-parse", *names).splitlines():
        try:
            age = time.time() - (root / path).stat().st_mtime
        except OSError:
            continue
        if age > STALE:
            yield Complaint(
                "error",
                Message("git is locked by {path}, which a command of git left there.", path=path),
                Message(
                    "If no command of git is running any more, nor an editor that one opened, delete {path}.",
                    path=path,
                ),
            )
