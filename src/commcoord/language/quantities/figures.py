"""Numbers with their multipliers: 17万, 1.5亿, 170,000, 50k, two million, 十七万."""

import re
from decimal import Decimal

from commcoord.language.numerals import WORDS, number

_PLAIN = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,6})?"
_HAN = "[一二两三四五六七八九十][〇零一二三四五六七八九十百千]{0,6}"
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_SCALES |= {"k": 1000, "m": 10**6, "bn": 10**9, "thousand": 1000, "million": 10**6, "billion": 10**9}
_ENGLISH = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)"
SCALE = "(?: ?(?:十万|百万|千万|[百千万亿]|(?:thousand|million|billion|bn|k|m)(?![a-z])))"
NOT_INSIDE = (
    r"(?=[0-9一二两三四五六七八九十tfsen])"
    r"(?<![0-9a-z_.#/:第×-])(?<![0-9],)(?<![〇零一二两三四五六七八九十百千第])"
)
"""Before a figure: with what one may begin, which spares the search most places, and behind what it is none."""
FIGURE = f"(?:{_PLAIN}|{_HAN}|{_ENGLISH}(?= )){SCALE}?"
RANGE = f"(?:{FIGURE}[-~至到])?{FIGURE}"
_PARTS = re.compile(f"(?P<plain>{_PLAIN}|{_HAN}|{_ENGLISH})(?P<scale>{SCALE})?")
_SPLIT = re.compile("[-~至到]")


def figure(written: str) -> str | None:
    """Return a number, or a range joined by `~`, in plain digits: 17万 is 170000; None if it is no number."""
    ends = [_PARTS.fullmatch(part.strip()) for part in _SPLIT.split(written)]
    scale = ends[-1]["scale"] if ends[-1] else None  # 3-5万 is 30000~50000
    values = [_scaled(parts["plain"], parts["scale"] or scale) for parts in ends if parts]
    said = [format(value.normalize(), "f") for value in values if value is not None]
    return "~".join(said) if len(said) == len(ends) else None


def _scaled(plain: str, scale: str | None) -> Decimal | None:
    value = _plain(plain)
    return None if value is None else value * (_SCALES[scale.strip()] if scale else 1)


def _plain(written: str) -> Decimal | None:
    if written[0].isdecimal():
        return Decimal(written.replace(",", ""))
    value = WORDS.get(written) or number(written)
    return None if value is None else Decimal(value)
