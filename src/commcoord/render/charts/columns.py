"""Columns side by side over time: how much of each series there was in each week."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commcoord.language.messages import _
from commcoord.render.charts.svg import bar, legend, line, picture, text, told, top_of

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture

WIDTH, HEIGHT = 720, 230
LEFT, BOTTOM, TOP = 30, 34, 34
Series = tuple[str, str, Sequence[int]]
"""Its name, its class of colour, its values."""


def columns(
    title: str, labels: Sequence[str], series: Sequence[Series], classes: Sequence[str] = ()
) -> "Picture":
    """Return a chart of grouped columns; `classes` colours the columns of a single series one by one."""
    top = top_of([value for _, _, values in series for value in values])
    room = (WIDTH - LEFT) / max(len(labels), 1)
    width = min(room * 0.8 / max(len(series), 1), 34)
    parts = [_scale(top)]
    for place, said in enumerate(labels):
        middle = LEFT + room * (place + 0.5)
        parts.append(text(said, middle, HEIGHT - 14, anchor="middle"))
        for number, (name, class_, values) in enumerate(series):
            x = middle + (number - len(series) / 2) * width
            colour = classes[place] if classes else class_
            parts.append(
                _column(
                    x,
                    width,
                    values[place],
                    top,
                    colour,
                    _("{name}: {value}", name=f"{said} {name}", value=values[place]),
                )
            )
    names = [(name, class_) for name, class_, _values in series] if len(series) > 1 else []
    words = told(((name, values) for name, _class, values in series), labels)
    return picture(WIDTH, HEIGHT, title, words, *parts, legend(names, LEFT, 16))


def _column(x: float, width: float, value: int, top: float, class_: str, hint: str) -> str:
    height = (HEIGHT - TOP - BOTTOM) * value / top
    y = HEIGHT - BOTTOM - height
    number = text(value, x + width / 2, y - 4, "n", "middle") if value else ""
    return bar(x, y, width - 2, height, class_, hint) + number


def _scale(top: float) -> str:
    floor = HEIGHT - BOTTOM
    return (
        line(LEFT, floor, WIDTH, floor)
        + line(LEFT, TOP, WIDTH, TOP, "grid")
        + text(int(top), LEFT - 6, TOP + 4, "n", "end")
    )
