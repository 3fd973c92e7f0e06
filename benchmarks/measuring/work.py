"""What commcoord is asked to do, in repositories that were generated: warm, after one edit, and on a fresh clone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measuring.timing import Case

SCRIPT = Path(__file__).parents[1] / "repositories.py"
NOW = "2026-04-01 09:00"
WARM = {
    "followup": ["followup"],
    "followup --who": ["followup", "--who", "张伟"],
    "list": ["list"],
    "search": ["search", "物流"],
    "today": ["today", "张伟"],
    "show": ["show"],
    "completion": ["__complete", "bash", "--", "show"],
    "review": ["review", "2026Q1"],
    "check": ["check"],
    "version": ["--version"],
    "help": ["--help"],
}
EDITED = ("followup", "list", "search", "check")
"""What is also timed after one edit; warm and edited by turns, since a ratio of a tenth is wanted."""
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

    def command(self, name: str) -> list[str]:
        """Return how a person would type it."""
        program = shutil.which("commcoord", path=str(Path(sys.executable).parent))
        start = [program] if program else [sys.executable, "-m", "commcoord"]
        last = {"show": [self.record], "completion": [self.record[:-4]]}.get(name, [])
        return [*start, *WARM[name], *last]

    def warm(self) -> list[Case]:
        """Return cases where nothing changed since the last answer."""
        return [Case(name, self.command(name), self.root, environment()) for name in WARM]

    def edited(self) -> list[Case]:
        """Return each of some cases as it is, and after an edit of one record."""
        edit = _edits(self.root)
        found = []
        for name in EDITED:
            command = self.command(name)
            found.append(
                Case(f"{name}, beside edits", command, self.root, environment(), self._answered(command))
            )
            found.append(Case(f"{name}, after one edit", command, self.root, environment(), edit))
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
    return Repository(root, youngest)


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
