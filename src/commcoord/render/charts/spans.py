"""Stretches of days one below another: from the first word to the close, what happened when."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commcoord.render.charts.svg import (
    CHARACTER,
    bar,
    columns_for,
    label,
    legend,
    line,
    picture,
    text,
    told,
    top_of,
)

if TYPE_CHECKING:
    from commcoord.render.charts.svg import (
        Picture,
    )

WIDTH, THICK, GAP = 720, 14, 8
RIGHT = 70
Row = tuple[str, Sequence[tuple[float, str]], str]
"""A name; its stretches, each with the day of its end and its class of colour; the words behind it."""


def spans(title: str, rows: Sequence[Row], names: Sequence[tuple[str, str]], unit: str) -> "Picture":
    """Return a chart of stretches that begin on day 0; `unit` stands beside the end of the axis."""
    top = top_of([end for _, some, _ in rows for end, _ in some] or [1])
    columns = columns_for([name for name, _, _ in rows])
    left, y = columns * CHARACTER + 12, 30
    scale = (WIDTH - left - RIGHT) / top
    parts = [legend(names, 0, 14)]
    for name, some, said in rows:
        parts.append(label(name, left - 8, y + THICK - 3, columns))
        begin = 0.0
        for end, class_ in some:
            parts.append(bar(left + begin * scale, y, (end - begin) * scale, THICK, class_))
            begin = max(end, begin)
        parts.append(text(said, left + begin * scale + 6, y + THICK - 3, "n"))
        y += THICK + GAP
    parts += [line(left, 24, left, y), text("0", left, y + 14, "n", "middle")]
    parts += [line(left + top * scale, 24, left + top * scale, y, "grid")]
    parts.append(text(f"{top:g} {unit}", left + top * scale, y + 14, "n", "middle"))
    words = told((name, [said]) for name, _ends, said in rows)
    return picture(WIDTH, y + 22, title, words, *parts)
