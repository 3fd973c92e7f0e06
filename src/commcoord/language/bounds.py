"""Amounts that bound what somebody may promise: 不超过5万元, 5万元以内, at most 10%, over 50,000 yuan."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from commcoord.language.later import later
from commcoord.language.quantities import quantities_in

UP_TO = later(
    r"不(?:超过|超出|高于|大于|多于)|以内|之内|以下|至多|最多|最高|(?:上限|限额|封顶)[为是]?|为限"
    r"|(?<![a-z])(?:up to|at most|below|under|no more than|not more than|no higher than|not (?:over|above|exceeding)"
    r"|within|(?:a )?maximum(?: of)?|max|limited to|capped at)(?![a-z])"
)
"""Says that what is more is not allowed."""
ABOVE = later(
    r"超过|超出|高于|大于|多于|[0-9万元%]以上|(?<![a-z])(?:over|above|more than|exceed(?:s|ing)?|beyond)(?![a-z])"
)
"""Says that only what is more is not allowed."""


class Amount(NamedTuple):
    """A figure and what it counts: a currency, a unit, `%`; nothing where no currency is said."""

    number: Decimal
    unit: str

    def exceeds(self, other: "Amount") -> bool:
        """Whether this is more than another amount of the same; a sum without a currency is of any."""
        same = self.unit == other.unit or not (self.unit and other.unit)
        return same and self.number > other.number


def amounts(text: str) -> list[Amount]:
    """Return the amounts, quantities and percentages of a text; a range is none."""
    found = (each for each in quantities_in(text, date.min) if "~" not in each.value)
    return [
        Amount(Decimal(number), "%" if each.kind == "percent" else unit)
        for each in found
        if each.kind in {"amount", "quantity", "percent"}
        for number, _space, unit in (each.value.partition(" "),)
    ]


def largest(found: Iterable[Amount]) -> Amount | None:
    """Return the amount that allows most; none of nothing."""
    return max(found, default=None)


def without_amounts(text: str) -> str:
    """Return a text without what it counts, and without the words that make a bound of it."""
    text = ABOVE.sub(" ", UP_TO.sub(" ", text))
    for each in reversed(quantities_in(text, date.min)):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text
