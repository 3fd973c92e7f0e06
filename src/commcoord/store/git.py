"""git, called as a plain program: by argument lists, never through a shell, never with a command out of settings."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

OLDEST = (2, 32)
"""git 2.32 of June 2021 is the oldest that understands every option used here."""


class Answer(NamedTuple):
    """What git answered; names of files in `text` are as the file system has them."""

    code: int
    text: str
    complaint: str


def ask(
    root: Path,
    *arguments: str,
    typed: str | bytes | None = None,
    changing: bool = False,
    index: Path | None = None,
) -> Answer:
    """Run git in a folder and return its answer, whatever it is; raises ImpossibleError where git is missing.

    git speaks English here and never asks for a password. Only a `changing` call may take git's optional locks.
    With an index of its own, what is staged stays as it is.
    """
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "LANGUAGE": ""}
    if not changing:
        environment["GIT_OPTIONAL_LOCKS"] = "0"
    if (
        "GIT_INDEX_FILE" in environment
    ):  # a hook has it relative to where git called it, not to the folder asked
        environment["GIT_INDEX_FILE"] = str(Path(environment["GIT_INDEX_FILE"]).absolute())
    if index is not None:
        environment["GIT_INDEX_FILE"] = str(index)
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL if typed is None else None,
            input=typed.encode("utf-8", "surrogateescape") if isinstance(typed, str) else typed,
        )
    except OSError as error:
        raise ImpossibleError(Message("git cannot be run."), Message("Install git 2.32 or newer.")) from error
    return Answer(done.returncode, _decoded(done.stdout), _decoded(done.stderr))


def _decoded(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")


SSH = ("GIT_SSH_COMMAND", "GIT_SSH")


def reach(root: Path, *arguments: str) -> Answer:
    """Run git with a remote and return its answer, whatever it is; ssh asks for no secret, unless set up otherwise."""
    if any(os.environ.get(name) for name in SSH) or setting(root, "core.sshCommand"):
        return ask(root, *arguments, changing=True)
    return ask(root, "-c", "core.sshCommand=ssh -o BatchMode=yes", *arguments, changing=True)


def said(root: Path, *arguments: str) -> str:
    """Return what git says to a question, without the last line break; raises ImpossibleError where it refuses."""
    return _checked(ask(root, *arguments)).text.removesuffix("\n")


def told(root: Path, *arguments: str, typed: str | bytes | None = None, index: Path | None = None) -> str:
    """Have git change something and return what it says; raises ImpossibleError where it refuses."""
    return _checked(ask(root, *arguments, typed=typed, changing=True, index=index)).text.removesuffix("\n")


def _checked(answer: Answer) -> Answer:
    if answer.code:
        raise ImpossibleError(Message("git says: {sentence}", sentence=complaint_of(answer)))
    return answer


def complaint_of(answer: Answer) -> str:
    """Return the sentence with which git refused, without its hints."""
    lines = (answer.complaint or answer.text).strip().splitlines()
    kept = [line for line in lines if not line.startswith("hint:")]
    return "\n".join(kept) or f"exit {answer.code}"


def names(output: str) -> list[str]:
    """Return the names of a list that git gave with `-z`."""
    return [name for name in output.split("\0") if name]


def blobs(root: Path, wanted: Sequence[str]) -> dict[str, bytes]:
    """Return the contents of objects by the names that were asked for, in one call; without those missing.

    Raises ImpossibleError where git refuses.
    """
    answer = _checked(ask(root, "cat-file", "--batch", typed="".join(f"{name}\n" for name in wanted)))
    output = answer.text.encode("utf-8", "surrogateescape")
    found: dict[str, bytes] = {}
    here = 0
    for name in wanted:
        line = output.index(b"\n", here)
        header = output[here:line].split(b" ")
        here = line + 1
        if header[-1].isdigit():
            size = int(header[-1])
            found[name] = output[here : here + size]
            here += size + 1
    return found


def in_git(root: Path) -> bool:
    """Whether a folder is in the work tree of a git repository.

    Raises ImpossibleError with git's own sentence where there is one that git refuses: it is somebody else's, broken.
    """
    if not root.is_dir():
        return False
    answer = ask(root, "rev-parse", "--is-inside-work-tree")
    return "not a git repository (or any" not in answer.complaint and _checked(answer).text.strip() == "true"


UNDERWAY = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
"""What git keeps in its folder while it is in the middle of something, and what that is."""


def underway(root: Path) -> str:
    """Return what git is in the middle of (`merge`, `rebase` …), "" where it rests."""
    paths = said(
        root, "rev-parse", *(word for name in UNDERWAY for word in ("--git-path", name))
    ).splitlines()
    for path, what in zip(paths, UNDERWAY.values(), strict=True):
        if (root / path).exists():
            return what
    return ""


def setting(root: Path, name: str) -> str | None:
    """Return a setting of git as it holds in a folder, none where it is not set."""
    answer = ask(root, "config", "--get", name)
    return answer.text.removesuffix("\n") if answer.code == 0 else None


def version() -> Sequence[int]:
    """Return git's version as numbers; raises ImpossibleError where git is missing."""
    text = ask(Path.cwd(), "version").text
    return [int(part) for part in text.split()[2].split(".")[:2] if part.isdecimal()]
