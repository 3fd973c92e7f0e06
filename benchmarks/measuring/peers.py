"""What people would use instead: git for looking, Taskwarrior, todoman and doorstop; each with as much to do.

A peer that is not there and cannot be had is left out, with a line that says so.
"""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from measuring.timing import Case

OVERDUE = 30
"""One task in so many is overdue, as among the actions of the repository."""


@dataclass
class Peers:
    """Where the peers work, which were found, and what is to be said about the others."""

    folder: Path
    kept: Path | None
    """A folder with virtual environments named after the packages; else they are made for this run."""
    missing: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)

    def program(self, name: str, package: str = "") -> str:
        """Return the path of a program: on the search path, kept, or from the package index; else an empty text."""
        found = shutil.which(name) or (self._installed(name, package) if package else "")
        if not found:
            self.missing.append(f"{package or name}: not found, left out")
            return ""
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
        self.versions[package or name] = said.split()[-1].lstrip("v") if said else "?"
        return found

    def _installed(self, name: str, package: str) -> str:
        root = (self.kept or self.folder) / package
        program = root / "bin" / name
        if not program.exists():
            venv.create(root, with_pip=True)
            pip = [str(root / "bin" / "python"), "-m", "pip", "install", "--quiet", package]
            subprocess.run(pip, capture_output=True, check=False)
        return str(program) if program.exists() else ""


def bare(root: Path) -> list[Case]:
    """Return what everything is compared with: an interpreter that does nothing, and git's look at the files."""
    return [
        Case("python -c pass", [sys.executable, "-c", "pass"], root, dict(os.environ)),
        Case("git status", ["git", "status"], root, dict(os.environ)),
    ]


def taskwarrior(peers: Peers, count: int) -> list[Case]:
    """Return `task overdue` and `task annotate` on so many pending tasks."""
    program = peers.program("task")
    if not program:
        return []
    place = peers.folder / "taskwarrior"
    place.mkdir()
    (place / "rc").write_text(f"data.location={place}\nconfirmation=no\nverbose=nothing\n", encoding="utf-8")
    environment = {**os.environ, "TASKRC": str(place / "rc"), "TASKDATA": str(place)}
    tasks = "\n".join(_tasks(count)).encode()
    subprocess.run([program, "import", "-"], input=tasks, env=environment, capture_output=True, check=True)
    return [
        Case("task overdue", [program, "overdue"], place, environment),
        Case("task annotate", [program, "1", "annotate", "已联系对方，等书面回复"], place, environment),
    ]


def _tasks(count: int) -> Iterator[str]:
    now = dt.datetime.now(dt.UTC)
    for number in range(count):
        late = number % OVERDUE == 0
        due = now + dt.timedelta(days=-1 - number % 60 if late else 1 + number % 200)
        task = {
            "description": f"提交物流线路清单 {number}",
            "status": "pending",
            "due": f"{due:%Y%m%dT%H%M%SZ}",
        }
        yield json.dumps(task, ensure_ascii=False)


def todoman(peers: Peers, count: int) -> tuple[list[Case], list[Case]]:
    """Return `todo list` on so many files: warm, and without its cache."""
    program = peers.program("todo", "todoman")
    if not program:
        return [], []
    place = peers.folder / "todo-files"
    (place / "lists" / "office").mkdir(parents=True)
    for number in range(count):
        (place / "lists" / "office" / f"{number}.ics").write_text(_todo(number), encoding="utf-8", newline="")
    cache = place / "cache.sqlite3"
    settings = place / "config.py"
    settings.write_text(f'path = "{place}/lists/*"\ncache_path = "{cache}"\n', encoding="utf-8")
    command = [program, "--config", str(settings), "list"]
    environment = dict(os.environ)
    warm = Case("todoman, warm", command, place, environment)
    return [warm], [Case("todoman, cold", command, place, environment, lambda: cache.unlink(missing_ok=True))]


def _todo(number: int) -> str:
    due = dt.date(2026, 1 + number % 12, 1 + number % 28)
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//commcoord//benchmark//", "BEGIN:VTODO"),
        *(f"UID:{number}@example.com", "DTSTAMP:20260101T000000Z", f"SUMMARY:提交物流线路清单 {number}"),
        "DESCRIPTION:与供应商核对并签字，归入文件夹",
        *(f"DUE;VALUE=DATE:{due:%Y%m%d}", "STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR", ""),
    )
    return "\r\n".join(lines)


def doorstop(peers: Peers, count: int) -> list[Case]:
    """Return doorstop's check of so many of its items."""
    program = peers.program("doorstop", "doorstop")
    if not program:
        return []
    place = peers.folder / "requirements"
    place.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=place, check=True)
    subprocess.run(
        [program, "create", "REQ", "reqs", "--digits", "5"], cwd=place, capture_output=True, check=True
    )
    for number in range(1, count + 1):
        text = (
            f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: []\nnormative: true\nref: ''\n"
            f"reviewed: null\ntext: |\n  提交物流线路清单 {number}，由物流部在期限前交付并归档。\n"
        )
        (place / "reqs" / f"REQ{number:05}.yml").write_text(text, encoding="utf-8")
    return [Case("doorstop", [program], place, dict(os.environ))]
