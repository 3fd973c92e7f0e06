"""A form before it is Markdown, HTML or Word: its headings in their order and what stands under each.

Every renderer shows the same form, so that what one audience may not read is left out in one place only.
"""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One line under a heading; `id` is that of the decision or fact it tells, empty for what has none."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Discussion:
    """One topic, what was said about it, and in a word how it came out."""

    topic: str
    notes: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table; `id` is that of the action, milestone or measure."""

    cells: list[str]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What stands under a heading in columns; `names` are the columns' own names, the same in every language."""

    names: list[str]
    columns: list[str]
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Row:
    """One heading and what stands under it: lines, a table or a discussion; nothing where nothing is known."""

    name: str
    heading: str
    lines: list[Line] = field(default_factory=list)
    table: Table | None = None
    discussion: list[Discussion] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return not (self.lines or self.discussion or (self.table and self.table.entries))


@dataclass(frozen=True, slots=True)
class Form:
    """One record as one of the four forms, for one audience, in one language."""

    kind: str
    id: str
    title: str
    heading: str
    language: str
    organisation: str
    rows: list[Row]
    besides_heading: str
    besides: list[Row]

    def plain(self) -> dict[str, Any]:
        """Return the form as templates have it: plain values, the rows by name beside their list."""
        found = asdict(self)
        return found | {"row": {one["name"]: one for one in found["rows"]}}

    @property
    def text(self) -> str:
        """Everything that is in the form, unformatted, to be searched for what should not be."""
        return "\n".join([self.title, *(text for row in (*self.rows, *self.besides) for text in _texts(row))])


def _texts(row: Row) -> list[str]:
    cells = [cell for one in row.table.entries for cell in one.cells] if row.table else []
    talks = [text for one in row.discussion for text in (one.topic, one.notes)]
    return [*(one.text for one in row.lines), *cells, *talks]
