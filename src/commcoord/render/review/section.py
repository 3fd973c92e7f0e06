"""A part of the report: a heading, some sentences, pictures and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture
    from commcoord.render.review.table import Table

Answer = Mapping[str, Any]
"""What `review --json` answers; all that is rendered comes from it."""


@dataclass(frozen=True)
class Section:
    """One section; its name is the block by which a company's template replaces it."""

    name: str
    title: str
    tables: Sequence["Table"] = ()
    sentences: Sequence[str] = ()
    pictures: Sequence["Picture"] = ()
    """For formats that can show SVG."""
    quotes: Sequence[Mapping[str, str]] = field(default_factory=list)
    """Words of the other side: `about`, `text` and `record`."""

    def as_plain(self) -> dict[str, Any]:
        """Return what a template may see."""
        return {
            "name": self.name,
            "title": self.title,
            "sentences": list(self.sentences),
            "pictures": [one._asdict() for one in self.pictures],
            "tables": [one.as_plain() for one in self.tables if one.rows],
            "quotes": [dict(one) for one in self.quotes],
        }
