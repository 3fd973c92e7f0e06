"""What a quantity is, and when two of them are the same."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["date", "amount", "quantity", "percent", "time"]


class Quantity(NamedTuple):
    """A date, amount, quantity, percentage or time in a text, `text` being its `[start:end]`.

    `value` is normal: an ISO date, HH:MM, or a plain number with its unit or ISO 4217 currency behind it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: str


class Place(NamedTuple):
    """Where something stands in a folded text, and its value."""

    start: int
    end: int
    kind: Kind
    value: str


def read_all(
    pattern: re.Pattern[str], text: str, kind: Kind, value: Callable[[re.Match[str]], str | None]
) -> list[Place]:
    """Return every match of the pattern that has a value."""
    read = ((found, value(found)) for found in pattern.finditer(text))
    return [Place(found.start(), found.end(), kind, said) for found, said in read if said is not None]


def same(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities are equal, however they are written; a missing unit agrees with any."""
    if one.kind != other.kind:
        return False
    (number, _, unit), (other_number, _, other_unit) = one.value.partition(" "), other.value.partition(" ")
    return number == other_number and (unit == other_unit or not unit or not other_unit)
