"""New text in the layout of the house: small things in one line, lists of things line by line."""

from dataclasses import dataclass
from itertools import starmap
from typing import TYPE_CHECKING

from commcoord.language.widths import width
from commcoord.store.yaml_spelling import literal, spelled, spelled_key

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree

WIDTH = 100
"""Columns that a value in one line may fill; a Chinese character fills two."""

BLOCK_FIELDS = frozenset({"people", "categories"})
"""Mappings that stand line by line however short they are, as the contract shows them."""

BLOCK_ITEMS = frozenset({"actions", "milestones", "measures"})
"""Lists whose items stand line by line, since several hands change them in the same hour."""


@dataclass(frozen=True)
class Layout:
    """How far a file indents: the fields of a mapping, and the dash of a list, from the key above."""

    mapping: int = 2
    dash: int = 2


@dataclass(frozen=True)
class Placed:
    """A value ready to stand behind a key or a dash: what goes on that line, and the lines below it."""

    first: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spot:
    """Where a value shall stand: behind a field's key or behind a dash of that field's list, at a column.

    `flow` says how the other items of the list stand: in one line, line by line, or (None) there are none.
    """

    field: str
    column: int
    item: bool = False
    flow: bool | None = None
    style: str = ""

    def below(self, layout: Layout, value: "Tree") -> int:
        """Return the column where the lines of a value below this spot begin."""
        if self.item:
            return self.column + 2
        return self.column + (layout.dash if isinstance(value, list) else layout.mapping)

    def room(self) -> int:
        """Return the columns that are left on the line."""
        return WIDTH - self.column - (2 if self.item else width(self.field) + 2)


def in_flow(value: "Tree", style: str = "") -> str:
    """Return a value in one line, as it may stand between braces and brackets."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{spelled_key(name)}: {in_flow(inner)}" for name, inner in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return spelled(value, flow=True, style=style)


def placed(value: "Tree", spot: Spot, layout: Layout) -> Placed:
    """Return a value laid out for a spot."""
    if isinstance(value, dict | list):
        if not value or _in_one_line(value, spot):
            return Placed(in_flow(value))
        lines = _lines(value, spot, layout)
        return Placed(lines[0].lstrip(" "), tuple(lines[1:])) if spot.item else Placed("", tuple(lines))
    if value is not None and spot.style not in ("'", '"') and (block := literal(value)):
        margin = " " * (spot.column + (2 if spot.item else layout.mapping))
        return Placed(block[0], tuple(margin + line if line else "" for line in block[1]))
    return Placed(spelled(value, flow=False, style=spot.style))


def _in_one_line(value: dict[str, "Tree"] | list["Tree"], spot: Spot) -> bool:
    if isinstance(value, list):
        stands_apart = any(isinstance(item, dict) for item in value) and not spot.item
    elif spot.item:
        stands_apart = spot.field in BLOCK_ITEMS if spot.flow is None else not spot.flow
    else:
        stands_apart = spot.field in BLOCK_FIELDS
    return not stands_apart and not has_lines(value) and width(in_flow(value)) <= spot.room()


def has_lines(value: "Tree") -> bool:
    """Say whether a text of several lines is in a value."""
    if isinstance(value, dict):
        return any(map(has_lines, value.values()))
    if isinstance(value, list):
        return any(map(has_lines, value))
    return value is not None and "\n" in value


def _lines(value: dict[str, "Tree"] | list["Tree"], spot: Spot, layout: Layout) -> list[str]:
    column = spot.below(layout, value)
    if isinstance(value, dict):
        return [line for name, inner in value.items() for line in field_lines(name, inner, column, layout)]
    at = Spot(spot.field, column, item=True)
    return [line for item in value for line in item_lines(placed(item, at, layout), column)]


def field_lines(name: str, value: "Tree", column: int, layout: Layout) -> list[str]:
    """Return the lines of a field whose key stands at a column."""
    found = placed(value, Spot(name, column), layout)
    head = " " * column + spelled_key(name) + ":"
    return [f"{head} {found.first}" if found.first else head, *found.lines]


def item_lines(found: Placed, column: int) -> list[str]:
    """Return the lines of an item whose dash stands at a column."""
    return [" " * column + f"- {found.first}", *found.lines]


def laid_out(wanted: dict[str, "Tree"], comment: str | None) -> str:
    """Return the text of a whole new file, its first line a comment where one is given."""
    head = [comment] if comment else []
    if not wanted:
        return "\n".join([*head, "{}", ""])
    fields = starmap(lambda name, value: field_lines(name, value, 0, Layout()), wanted.items())
    return "\n".join([*head, *(line for lines in fields for line in lines)]) + "\n"
