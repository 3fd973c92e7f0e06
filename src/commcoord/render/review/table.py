"""Tables of a report: real values for those who recalculate, and how each reads."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from commcoord.language.messages import _

NOTHING = "—"
NUMBERS = ("number", "percent", "change", "points", "hours", "days")
"""The kinds of cells that stand to the right and can be reckoned with."""


@dataclass(frozen=True)
class Column:
    """A heading, and of which kind its cells are."""

    title: str
    kind: str = "text"


@dataclass(frozen=True)
class Cell:
    """A value with its kind; its text depends on the language in use."""

    value: Any
    kind: str

    @property
    def text(self) -> str:
        """The value as people read it."""
        if self.value is None or self.value == "":
            return NOTHING
        return _FORMS[self.kind](self.value) if self.kind in _FORMS else str(self.value)


@dataclass(frozen=True)
class Table:
    """Rows of cells below their headings; `name` is the same in every language."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]

    def as_plain(self) -> dict[str, Any]:
        """Return what a template may see."""
        return {
            "name": self.name,
            "title": self.title,
            "columns": [{"title": one.title, "number": one.kind in NUMBERS} for one in self.columns],
            "rows": [
                [{"text": cell.text, "number": cell.kind in NUMBERS, "kind": cell.kind} for cell in row]
                for row in self.rows
            ],
        }


def table(name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Table:
    """Return a table; a cell has the kind of its column unless it is a Cell already."""
    return Table(
        name,
        title,
        columns,
        [
            [
                one if isinstance(one, Cell) else Cell(one, column.kind)
                for one, column in zip(row, columns, strict=True)
            ]
            for row in rows
        ],
    )


def listed(texts: Iterable[str | None]) -> str:
    """Return texts as one, parted as the language in use parts them."""
    return _(", ").join(one for one in texts if one)


def percent(value: float | None) -> str:
    """Return a rate to one place of a hundred."""
    return NOTHING if value is None else f"{value * 100:.1f}".removesuffix(".0") + "%"


def signed(value: float) -> str:
    """Return a change with its sign; none is a plain zero."""
    shown = f"{value:+.1f}".removesuffix(".0") if isinstance(value, float) else f"{value:+d}"
    return "0" if float(shown) == 0 else shown.replace("-", "\N{MINUS SIGN}")


def points(value: float) -> str:
    """Return the change of a rate in percentage points."""
    return _("{count} points", count=signed(round(value * 100, 1)))


def moment(text: str) -> str:
    """Return a time as the forms have it, to the minute."""
    return text[:16].replace("T", " ")


def hours(value: float) -> str:
    """Return a length of hours; days where it is more than three."""
    longest = 72
    return _("{count:g} h", count=value) if value <= longest else days(round(value / 24, 1))


def days(value: float) -> str:
    """Return a length of days."""
    return _("{count:g} d", count=value)


_FORMS: dict[str, Callable[[Any], str]] = {
    "percent": percent,
    "change": signed,
    "points": points,
    "time": moment,
    "hours": hours,
    "days": days,
}
