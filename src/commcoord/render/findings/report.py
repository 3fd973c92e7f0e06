"""What every format of findings is given, and which formats there are: the folder is the registry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from commcoord.rules.located import Located


@dataclass(frozen=True)
class Report:
    """The findings of one call, by path and line, and what a format may want to know besides."""

    found: Sequence[Located]
    version: str = ""
    """The program's."""
    prefix: str = ""
    """What goes before a path so that it counts from the root of the git repository: empty, or ends in `/`."""
    near: Callable[[str], str] = str
    """A path as somebody in the working directory would type it."""
    styled: Callable[[object, str], str] = lambda text, _style: str(text)
    """Makes a text safe to show, and coloured where there are colours."""
    safe: Callable[[object], str] = str
    """Makes a text safe to show, in one line."""
    width: int = 100
    """Columns for a line that is shown."""


class Format(Protocol):
    """A module that turns findings into text; the last line has its end."""

    def rendered(self, report: Report) -> str:
        """Return the whole answer."""


def formats() -> list[str]:
    """Return the names of the formats."""
    here = Path(__file__)
    return sorted(path.stem for path in here.parent.glob("*.py") if path.stem not in ("__init__", here.stem))


def format_called(name: str) -> Format:
    """Return the format of that name, which is one of `formats()`."""
    return cast("Format", import_module(f"commcoord.render.findings.{name}"))
