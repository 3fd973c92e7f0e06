"""A ruling with its place in a file, as people and programs are told it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commcoord.language.placeholders import shown
from commcoord.rules.finding import SEVERITIES

if TYPE_CHECKING:
    from commcoord.language.messages import Message
    from commcoord.rules.finding import Ruling, Severity


@dataclass(frozen=True)
class Located:
    """One ruling at its place; line and column count from 1, columns in characters."""

    ruling: "Ruling"
    path: str
    """The file below the root, with `/` on every platform."""
    line: int
    column: int
    shown: str
    """The text of that line, without its end."""
    item: str = ""
    """The id of the action, milestone, measure, decision or fact that it is about."""

    @property
    def severity(self) -> "Severity":
        """What counts in this repository."""
        return self.ruling.severity

    @property
    def message(self) -> "Message":
        """What is at fault."""
        return self.ruling.finding.message

    @property
    def mend(self) -> "str | Message":
        """How to mend it: a command, or words; empty where nothing is known."""
        return shown(self.ruling.finding.command) or self.ruling.finding.hint or ""


def by_place(found: Sequence[Located]) -> list[Located]:
    """Return findings by path, line and column."""
    return sorted(found, key=lambda one: (one.path, one.line, one.column, one.ruling.rule))


def worst_first(found: Sequence[Located]) -> list[Located]:
    """Return findings by severity, those of one severity by their places."""
    return sorted(by_place(found), key=lambda one: SEVERITIES.index(one.severity))
