"""Libraries that few commands need: imported where they are used, and told of where they are not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

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
        install = Message("Install it with: pip install '{what}'", what=f"commcoord[{extra}]")
        raise ImpossibleError(sentence, install) from missing
