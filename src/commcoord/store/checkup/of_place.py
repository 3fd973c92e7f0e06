"""Where the program runs: what the terminal can show, and whether the repository can be written."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from commcoord.language.messages import Message, Several
from commcoord.store import git
from commcoord.store.checkup.complaint import Complaint
from commcoord.store.tree import DERIVED, RECORDS

SHOWN = "中文 ✓ →"
SHOWN_PATHS = 5


def terminal(_root: Path) -> Iterator[Complaint]:
    """Whether the terminal shows Chinese and the few symbols that are used."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        SHOWN.encode(encoding)
    except UnicodeEncodeError:
        windows = os.name == "nt"
        yield Complaint(
            "warning",
            Message(
                "The terminal's encoding is {encoding}; some characters cannot be shown.", encoding=encoding
            ),
            Message("chcp 65001; set PYTHONUTF8=1")
            if windows
            else Message("export LANG=C.UTF-8 PYTHONUTF8=1"),
        )


def writable(root: Path) -> Iterator[Complaint]:
    """Whether records and what is derived can be written here."""
    folders = [root, root / DERIVED]
    folders += [Path(folder) for folder, _folders, _files in os.walk(root / RECORDS)]
    yield from _read_only(folders)


def git_writable(root: Path) -> Iterator[Complaint]:
    """Whether git can write what it keeps, so that something can be committed."""
    own, common = (root / git.said(root, "rev-parse", option) for option in ("--git-dir", "--git-common-dir"))
    yield from _read_only(dict.fromkeys([own, common, common / "objects", common / "refs"]))


def _read_only(folders: Iterable[Path]) -> Iterator[Complaint]:
    found = [str(one) for one in folders if one.is_dir() and not os.access(one, os.W_OK | os.X_OK)]
    if found:
        yield Complaint(
            "error",
            Message(
                "{path} is read-only for you.",
                path=Several([*found[:SHOWN_PATHS], *["…"][: len(found) > SHOWN_PATHS]]),
            ),
            Message("Make the folder writable for you."),
        )
