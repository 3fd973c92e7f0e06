"""The elements that charts are made of; every text goes through one escape."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple
from zlib import crc32

from commcoord.console import clipped, safe
from commcoord.language.messages import _
from commcoord.language.widths import width as width_of

CHARACTER = 7.0
"""Pixels that a column of text takes at the charts' 12 px; a Chinese character takes two columns."""


class Picture(NamedTuple):
    """A picture and its title, which stands above it."""

    title: str
    svg: str


def element(name: str, *children: str, **attributes: object) -> str:
    """Return an element; children are SVG already, attributes are escaped, `_` in their names becomes `-`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_number(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def tip(said: str) -> str:
    """Return what shows when the element around it is pointed at."""
    return element("title", escape(safe(said)))


def text(said: object, x: float, y: float, class_: str = "", anchor: str = "start") -> str:
    """Return a text at a place, written horizontally from its start, middle or end."""
    return element("text", escape(safe(said)), x=x, y=y, class_=class_ or "t", text_anchor=anchor)


def label(said: str, x: float, y: float, columns: int) -> str:
    """Return a text that ends at x, cut to so many columns; the whole text shows when it is pointed at."""
    short = clipped(said, columns)
    whole = tip(said) if short != said else ""
    return element("text", whole + escape(safe(short)), x=x, y=y, class_="t", text_anchor="end")


def bar(x: float, y: float, width: float, height: float, class_: str, hint: str = "") -> str:
    """Return a rectangle that says what it stands for when it is pointed at."""
    tips = (tip(hint),) if hint else ()
    return element("rect", *tips, x=x, y=y, width=max(width, 0), height=max(height, 0), rx=2, class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str = "axis") -> str:
    """Return a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def told(rows: Iterable[tuple[str, Iterable[object]]], labels: Sequence[str] = ()) -> str:
    """Return what a chart shows in words: the labels below it, then each name with its values."""
    said = [_("{name}: {value}", name=name, value=_(", ").join(map(str, values))) for name, values in rows]
    return _("; ").join([_(", ").join(labels), *said] if labels else said)


def picture(width: float, height: float, title: str, words: str, *children: str) -> Picture:
    """Return a whole picture with its title and its text for those who cannot see it."""
    name = f"chart-{crc32(f'{title} {words}'.encode()):08x}"
    head = element("title", escape(safe(title)), id=f"{name}-t") + element(
        "desc", escape(safe(words)), id=f"{name}-d"
    )
    svg = element(
        "svg",
        head,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        class_="chart",
    )
    return Picture(title, svg)


def legend(names: Sequence[tuple[str, str]], x: float, y: float) -> str:
    """Return the names of the classes of a chart, each with a small square, in one line."""
    parts = []
    for said, class_ in names:
        parts += [bar(x, y - 9, 10, 10, class_), text(said, x + 15, y)]
        x += 15 + width_of(said) * CHARACTER + 18
    return "".join(parts)


def columns_for(labels: Sequence[str], most: int = 26) -> int:
    """Return how many columns of text a list of labels needs, at most so many."""
    return min(max((width_of(one) for one in labels), default=0), most)


def top_of(values: Sequence[float]) -> float:
    """Return a round number that is no less than any of the values, for the end of an axis."""
    highest = max(values, default=0)
    size = 1
    while True:
        for step in (1, 2, 3, 5):
            if step * size >= highest:
                return step * size
        size *= 10


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
