"""Libraries that few commands need: imported where they are used, and told of where they are not installed."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

NEEDS = {
    "xlsxwriter": (Message("Excel files need xlsxwriter."), "office"),
    "openpyxl": (Message("Excel files need openpyxl and defusedxml."), "office"),
    "python-docx": (Message("Word files need python-docx."), "office"),
    "icalendar": (Message("Calendar files need icalendar."), "calendar"),
}
"""What to say where a library is missing, and the extra that it belongs to."""


@contextmanager
def needed(library: str) -> Iterator[None]:
    """Raise ImpossibleError with what to install where the block imports something that is missing."""
    try:
        yield
    except ModuleNotFoundError as missing:
        sentence, extra = NEEDS[library]
        install = Message("Install it with: {command}", command=_installing(f"commcoord[{extra}]"))
        raise ImpossibleError(sentence, install) from missing


def _installing(what: str) -> str:
    """Return the command that brings something to where this program was installed.

    pipx and uv keep every program in an environment of its own, in which each leaves a note; a plain `pip install`
    would bring it to another one.
    """
    own = Path(sys.prefix)
    if (own / "pipx_metadata.json").is_file():
        return f"pipx runpip {shlex.quote(own.name)} install '{what}'"
    if (own / "uv-receipt.toml").is_file():
        return f"uv pip install --python {shlex.quote(str(own))} '{what}'"
    return f"pip install '{what}'"
