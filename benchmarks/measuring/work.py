"""What commcoord is asked to do, in repositories that were generated: warm, after one edit, and on a fresh clone."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measuring.timing import Case

OPEN = re.compile(r"- id: (a-\w+)\n(?:    (?!status).*\n)*    status: (?:open|doing)\n")
SCRIPT = Path(__file__).parents[1] / "repositories.py"
NOW = "2026-04-01 09:00"
WARM = {
    "followup": ["followup"],
    "followup --who": ["followup", "--who", "张伟"],
    "list": ["list"],
    "search": ["search", "物流"],
    "today": ["today", "张伟"],
    "show": ["show"],
    "render": ["render"],
    "new": ["new", "plan", "--title", "试点方案", "--scenario", "routine", "--dry-run"],
    "progress": ["progress"],
    "completion": ["__complete", "bash", "--", "show"],
    "review": ["review", "2026Q1"],
    "check": ["check"],
    "version": ["--version"],
    "help": ["--help"],
}
EDITED = ("followup", "list", "search", "check")
"""What is also timed after one edit; warm and edited by turns, since a ratio of a tenth is wanted."""
CHANGES = "progress"
"""What changes a record; after it the same is timed as after an edit, except what judges all of them."""
FRESH = ("list", "search", "followup", "check", "review")


def environment() -> dict[str, str]:
    """Return the surroundings of every run: a day, a language, and compiled modules kept as after an installation."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "COMMCOORD_NOW": NOW, "COMMCOORD_LANG": "zh-Hans", "NO_COLOR": "1"}


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=bench", "-c", "user.email=bench@example.com")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True)


@dataclass(frozen=True)
class Repository:
    """A generated repository, committed; its clones lie beside it."""

    root: Path
    record: str
    """The id of the youngest minutes, to be shown and completed."""
    item: str
    """The id of the youngest action that is open; empty where there is none."""

    def command(self, name: str) -> list[str]:
        """Return how a person would type it."""
        program = shutil.which("commcoord", path=str(Path(sys.executable).parent))
        start = [program] if program else [sys.executable, "-m", "commcoord"]
        last = {
            "show": [self.record],
            "render": [self.record],
            "completion": [self.record[:-4]],
            CHANGES: [self.item, "已联系对方，等书面回复"],
        }.get(name, [])
        return [*start, *WARM[name], *last]

    def warm(self) -> list[Case]:
        """Return cases where nothing changed since the last answer."""
        return [Case(name, self.command(name), self.root, environment()) for name in WARM if name != CHANGES]

    def edited(self) -> list[Case]:
        """Return each of some cases as it is, after an edit of one record, and after a command that changed one."""
        edit, change = _edits(self.root), self._answered(self.command(CHANGES))
        found = [Case(CHANGES, self.command(CHANGES), self.root, environment())] if self.item else []
        for name in EDITED:
            command = self.command(name)
            found.append(
                Case(f"{name}, beside edits", command, self.root, environment(), self._answered(command))
            )
            found.append(Case(f"{name}, after one edit", command, self.root, environment(), edit))
            if self.item and name != "check":
                found.append(Case(f"{name}, after {CHANGES}", command, self.root, environment(), change))
        return found

    def _answered(self, command: list[str]) -> Callable[[], object]:
        """Return what has a command answer once, so that it is not behind an edit the next time."""
        return partial(
            subprocess.run, command, cwd=self.root, env=environment(), capture_output=True, check=False
        )

    def fresh(self) -> list[Case]:
        """Return the first answers on a fresh clone."""
        clone = self.root.with_name("clone")

        def cloned() -> None:
            shutil.rmtree(clone, ignore_errors=True)
            git(self.root.parent, "clone", "--quiet", str(self.root), str(clone))

        return [Case(f"{name}, cold", self.command(name), clone, environment(), cloned) for name in FRESH]


def generated(folder: Path, count: int, kept: Path | None = None) -> Repository:
    """Return a repository of so many records: a new one, or a clone of one that was kept from an earlier run."""
    source = (kept or folder) / f"{count}-records"
    if not source.exists():
        subprocess.run([sys.executable, SCRIPT, source, str(count)], check=True)
        git(source, "init", "--quiet")
        git(source, "add", "--all")
        git(source, "commit", "--quiet", "--message", "Generated records")
    root = folder / "records"
    git(folder, "clone", "--quiet", str(source), str(root))
    youngest = max((path.stem for path in root.glob("records/*/minutes/*.yaml")), key=lambda name: name[8:16])
    return Repository(root, youngest, _open_action(root))


def _open_action(root: Path) -> str:
    """Return the id of an action that is open, in the youngest minutes that have one."""
    for path in sorted(root.glob("records/*/minutes/*.yaml"), key=lambda path: path.name[8:16], reverse=True):
        if found := OPEN.search(path.read_text("utf-8")):
            return found[1]
    return ""


def _edits(root: Path) -> Callable[[], object]:
    """Return what changes the next steps of another record at each call, as an editor would save it, youngest first."""

    def edits() -> Iterator[Path]:
        """Yield the records as they are edited, over and over."""
        while True:
            for path in sorted(root.glob("records/*/minutes/*.yaml"), reverse=True):
                text = path.read_text("utf-8").replace("\nnext_steps: ", "\nnext_steps: 另：", 1)
                path.write_text(text, encoding="utf-8")
                yield path

    return edits().__next__
