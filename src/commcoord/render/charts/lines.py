"""Lines over the quarters: how rates rose and fell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commcoord.render.charts.svg import element, legend, line, picture, text, tip, told

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture

WIDTH, HEIGHT = 720, 210
LEFT, RIGHT, TOP, BOTTOM = 44, 40, 40, 28
Series = tuple[str, str, Sequence[float | None]]
"""Its name, its class of colour, its rates from 0 to 1; none is a gap."""


def lines(title: str, labels: Sequence[str], series: Sequence[Series]) -> "Picture":
    """Return a chart of rates, from nothing to all."""
    parts = [_level(0), _level(0.5), _level(1)]
    places = [_x(place, len(labels)) for place in range(len(labels))]
    parts += [text(said, x, HEIGHT - 8, anchor="middle") for said, x in zip(labels, places, strict=True)]
    for name, class_, values in series:
        points = [(x, _y(value), value) for x, value in zip(places, values, strict=True) if value is not None]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts.append(element("polyline", points=path, class_=f"line {class_}"))
        parts += [
            element("circle", tip(f"{name} {value:.1%}"), cx=x, cy=y, r=4, class_=class_)
            for x, y, value in points
        ]
    rates = (
        (name, ["-" if one is None else f"{one:.1%}" for one in values]) for name, _class, values in series
    )
    names = [(name, class_) for name, class_, _ in series]
    return picture(WIDTH, HEIGHT, title, told(rates, labels), *parts, legend(names, LEFT, 16))


def _x(place: int, count: int) -> float:
    room = WIDTH - LEFT - RIGHT
    return LEFT + (room * place / (count - 1) if count > 1 else room / 2)


def _y(value: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value


def _level(value: float) -> str:
    y = _y(value)
    return line(LEFT, y, WIDTH - RIGHT / 2, y, "grid") + text(f"{value:.0%}", LEFT - 8, y + 4, "n", "end")
