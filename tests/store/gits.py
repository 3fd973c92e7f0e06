"""A real git for tests: clones of records repositories."""

import os
import subprocess
from pathlib import Path

from commcoord.store import setup

SETTINGS = "version: 1\norganisation: 远航家电\nlanguage: en\ntimezone: Asia/Shanghai\ncalendar: CN\n"


class Clone:
    """One clone of a records repository."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments, code=0, **environment):
        done = subprocess.run(
            ["git", "-C", self.root, "-c", "core.quotepath=false", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, **environment},
        )
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def write(self, path, text):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def commit(self, message, **files):
        for path, text in files.items():
            self.write(path, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


def made(root):
    """A records repository with its first commit."""
    clone = Clone(root)
    clone.write("commcoord.yaml", SETTINGS)
    for _sentence in setup.made(root, ""):
        pass
    clone.commit("made")
    return clone


def cloned(source, root):
    """Another clone; the merge driver is set up in it, as `commcoord init` or `sync` do."""
    subprocess.run(["git", "clone", "--quiet", source, root], check=True)
    for _sentence in setup.made(root, ""):
        pass
    return Clone(root)
