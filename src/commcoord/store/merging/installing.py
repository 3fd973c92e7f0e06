"""The merge driver in git's own settings of a clone: how it is called, and whether that works."""

import shlex
import sys
import tempfile
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.store import git

ATTRIBUTE = "records/**/*.yaml text eol=lf merge=commcoord"
DRIVER = "merge.commcoord.driver"
"""Only this one: a `merge.commcoord.name` that is left without it makes git refuse every merge."""

_START = Path(__file__).parents[2] / "merge_start.py"

FALLBACK = (
    "{program} %O %A %B %P %L || {{ commcoord=$?; test $commcoord -eq 1 && exit 1; "
    "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B; }}"
)
"""What git runs. Without the second half, git takes a missing program for a merge and loses theirs in silence."""


def program() -> tuple[str, ...]:
    """Return what starts the driver of this installation, without a look for packages: that takes half the time."""
    return (Path(sys.executable).as_posix(), "-I", "-S", _START.as_posix())


def command() -> str:
    """Return the command line that git shall run for a record: the driver, and what follows where it fails."""
    return FALLBACK.format(program=shlex.join(program()))


def installed(root: Path) -> bool:
    """Whether the settings of this clone have the driver of this installation."""
    return git.setting(root, DRIVER) == command()


def install(root: Path) -> None:
    """Set the driver in the settings of this clone; raises ImpossibleError by git."""
    git.told(root, "config", "--local", DRIVER, command())


RECORD = "kind: plan\nid: plan-20231020-7qk2\nplace: a\nactions:\n  - {id: a-aaaa%s}\n"
TRIAL = {"base": RECORD % "", "ours": RECORD % ", owner: ours", "theirs": RECORD % ", what: theirs"}
"""Two changes of one item, so that the driver must find its packages and read."""


def works(driver: str) -> bool:
    """Whether a configured command really merges two records as git calls it, in a repository made for the trial."""
    with tempfile.TemporaryDirectory(prefix="commcoord-") as folder:
        root = Path(folder)
        try:
            merged = _tried(root, driver)
        except (OSError, ImpossibleError):
            return False
    return "ours" in merged and "theirs" in merged and "<<<<<<<" not in merged


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
