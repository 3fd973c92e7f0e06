"""Runs the ```console blocks of a Markdown page as a reader would type them, and compares what the page shows.

A line that begins with `$ ` is typed; the lines below it are what the screen shows. `…` stands for any text in a
line, a line of only `…` for any lines. `cd` and `export` last from block to block, as in one shell.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Shell:
    """What lasts between the commands of a page."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def types(self, line: str) -> str:
        """Type a line and return the screen: answer and talk together."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.folder = self.folder / words[1]
            return ""
        if words[0] == "export":
            name, _equals, value = words[1].partition("=")
            self.environment[name] = value
            return ""
        if words[0] == "commcoord":
            words = [sys.executable, "-m", *words]
        done = subprocess.run(
            words,
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1", **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            check=False,
        )
        return done.stdout


def commands_of(page: Path) -> list[tuple[str, str]]:
    """Return each typed line of a page with what is shown below it."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            typed, _newline, shown = part.partition("\n")
            while typed.endswith("\\"):
                more, _newline, shown = shown.partition("\n")
                typed = typed[:-1] + more.strip().removeprefix("> ")
            found.append((typed, shown.rstrip("\n")))
    return found


def matches(shown: str, screen: str) -> bool:
    """Whether a screen is what the page shows."""
    lines = [
        r"(?:.*\n)*?"
        if line.strip() == "…"
        else ".*?".join(map(re.escape, line.rstrip().split("…"))) + r"[ ]*\n"
        for line in shown.splitlines()
    ]
    return re.fullmatch("".join(lines), screen.rstrip("\n") + "\n" if screen.strip() else "") is not None


IDS = re.compile(r"\b(plan|minutes|task|feedback)-\d{8}-[0-9a-z]{4,}|\b([amrdf])-[0-9a-z]{4,}\b")


def rewritten(page: Path, folder: Path) -> str:
    """Return a page with what its commands show now; chance ids become `…`. `make transcripts` writes it."""
    shell = Shell(folder)

    def retyped(block: re.Match[str]) -> str:
        lines = []
        for line in block[1].splitlines():
            if line.startswith("$ "):
                screen = shell.types(line[2:]).replace(str(folder), "…")
                screen = IDS.sub(lambda found: f"{found[1] or found[2]}-…", screen)
                lines += [line, *(row.rstrip() for row in screen.strip("\n").splitlines())]
        return "```console\n" + "\n".join(lines) + "\n```"

    return BLOCK.sub(retyped, page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    import tempfile

    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            Path(name).write_text(rewritten(Path(name), Path(folder)), encoding="utf-8")
