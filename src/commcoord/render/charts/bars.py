"""Bars beside their names: how much of each, with the period before below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commcoord.language.messages import _
from commcoord.render.charts.svg import CHARACTER, bar, columns_for, label, legend, picture, text, told

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture

WIDTH, THICK, GAP = 720, 14, 12
RIGHT = 110  # room for the words behind a bar
Row = tuple[str, Sequence[tuple[float, str, str]]]
"""A name, and its bars: the value, the words behind it, the class of colour."""


def bars(title: str, rows: Sequence[Row], names: Sequence[tuple[str, str]] = (), top: float = 0) -> "Picture":
    """Return a chart of horizontal bars; `top` is the value of a whole bar, by default the highest one."""
    highest = top or max((value for _, some in rows for value, _, _ in some), default=0) or 1
    columns = columns_for([name for name, _ in rows])
    left = columns * CHARACTER + 12
    y = 28 if names else 6
    parts = [legend(names, left, 14)] if names else []
    for name, some in rows:
        parts.append(label(name, left - 8, y + len(some) * THICK / 2 + 4, columns))
        for value, said, class_ in some:
            width = max((WIDTH - left - RIGHT) * value / highest, 1)
            parts.append(bar(left, y, width, THICK - 2, class_, _("{name}: {value}", name=name, value=said)))
            parts.append(text(said, left + width + 6, y + THICK - 4, "n"))
            y += THICK
        y += GAP
    words = told((name, [said for _value, said, _class in some]) for name, some in rows)
    return picture(WIDTH, y, title, words, *parts)
