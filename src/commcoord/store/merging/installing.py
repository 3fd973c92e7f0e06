"""The merge driver in git's own settings of a clone: how it is called, and whether that works."""

import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.store import git

ATTRIBUTE = "records/**/*.yaml text eol=lf merge=commcoord"
DRIVER = "merge.commcoord.driver"
"""Only this one: a `merge.commcoord.name` that is left without it makes git refuse every merge."""

PROGRAM = "commcoord-merge"

FALLBACK = (
    "{program} %O %A %B %P %L || {{ commcoord=$?; test $commcoord -eq 1 && exit 1; "
    "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B; }}"
)
"""What git runs. Without the second half, git takes a missing program for a merge and loses theirs in silence."""


def command() -> str:
    """Return the command line that git shall run for a record: the program of this installation, with its fallback."""
    return FALLBACK.format(program=_program())


def _program() -> str:
    beside = Path(sys.executable).parent
    found = shutil.which(PROGRAM, path=str(beside)) or shutil.which(PROGRAM)
    if found:
        return shlex.quote(Path(found).as_posix())
    return f"{shlex.quote(Path(sys.executable).as_posix())} -m commcoord.merge_driver"


def installed(root: Path) -> bool:
    """Whether the settings of this clone have the driver of this installation."""
    return git.setting(root, DRIVER) == command()


def install(root: Path) -> None:
    """Set the driver in the settings of this clone; raises ImpossibleError by git."""
    git.told(root, "config", "--local", DRIVER, command())


RECORD = "kind: plan\nid: plan-20231020-7qk2\nplace: a\n"
TRIAL = {
    "base": RECORD,
    "ours": RECORD + "actions:\n  - {id: a-aaaa, what: ours}\n",
    "theirs": RECORD + "actions:\n  - {id: a-bbbb, what: theirs}\n",
}


def works(driver: str) -> bool:
    """Whether a configured command really merges two records as git calls it, in a repository made for the trial."""
    with tempfile.TemporaryDirectory(prefix="commcoord-") as folder:
        root = Path(folder)
        try:
            merged = _tried(root, driver)
        except (OSError, ImpossibleError):
            return False
    return "a-aaaa" in merged and "a-bbbb" in merged and "<<<<<<<" not in merged


def _tried(root: Path, driver: str) -> str:
    place = root / "记录 1.yaml"
    identity = ("-c", "user.name=trial", "-c", "user.email=trial@invalid", "-c", "commit.gpgsign=false")
    git.told(root, "init", "--quiet", "--initial-branch=base")
    git.told(root, "config", "core.hooksPath", "/dev/null")
    git.told(root, "config", DRIVER, driver)
    (root / ".gitattributes").write_text("*.yaml merge=commcoord\n", encoding="utf-8")
    for branch in ("base", "theirs", "ours"):
        if branch != "base":
            git.told(root, "checkout", "--quiet", "-b", branch, "base")
        place.write_text(TRIAL[branch], encoding="utf-8", newline="\n")
        git.told(root, "add", "--all")
        git.told(root, *identity, "commit", "--quiet", "--message", branch)
    git.ask(root, *identity, "merge", "--quiet", "--no-edit", "theirs", changing=True)
    return place.read_text(encoding="utf-8")
