"""What every format of findings is given, and which formats there are: the folder is the registry."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol, cast

from commcoord.language.messages import _, plural
from commcoord.rules.finding import SEVERITIES

if TYPE_CHECKING:
    from commcoord.rules.located import Located


@dataclass(frozen=True)
class Report:
    """The findings of one call, by path and line, and what a format may want to know besides."""

    found: Sequence["Located"]
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

    @property
    def summary(self) -> str:
        """How many there are, in words."""
        if not self.found:
            return _("Nothing is at fault.")
        counts = {level: sum(one.severity == level for one in self.found) for level in SEVERITIES}
        parts = [
            plural("{count} error", "{count} errors", counts["error"]),
            plural("{count} warning", "{count} warnings", counts["warning"]),
        ]
        if counts["info"]:
            parts.append(plural("{count} note", "{count} notes", counts["info"]))
        return _(", ").join(parts)

    def whole(self, path: str) -> str:
        """Return a path as it counts from the root of the git repository; one that lies elsewhere stays."""
        return path if PurePath(path).is_absolute() else self.prefix + path

    def fingerprints(self) -> Iterator[str]:
        """Yield for every finding what stays when its line moves, so that a known fault is not counted as new.

        The second of two that are the same in everything but their places is told from the first by its number.
        """
        told: Counter[str] = Counter()
        for one in self.found:
            same = "\0".join((one.ruling.rule, self.whole(one.path), one.item, one.message.english))
            told[same] += 1
            yield hashlib.sha256(f"{same}\0{told[same]}".encode()).hexdigest()


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
