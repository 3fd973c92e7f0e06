"""Where the program runs: what the terminal can show, and whether the repository can be written."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from commcoord.language.messages import Message
from commcoord.store.checkup.complaint import Complaint

SHOWN = "中文 ✓ →"


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
    """Whether records can be written here."""
    if not os.access(root, os.W_OK | os.X_OK):
        yield Complaint(
            "error",
            Message("{path} is read-only for you.", path=str(root)),
            Message("Make the folder writable for you."),
        )
