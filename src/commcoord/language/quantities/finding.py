"""Finds the figures of a text that must be read back."""

import re
from datetime import date

from commcoord.language.dates import IsWorkday, dates_in
from commcoord.language.folding import folded
from commcoord.language.quantities.amounts import amounts
from commcoord.language.quantities.clock import times
from commcoord.language.quantities.counts import counts, percentages
from commcoord.language.quantities.quantity import Place, Quantity
from commcoord.language.remembering import remembered
from commcoord.language.weekdays import monday_to_friday

_MAY_COUNT = re.compile(
    "[0-9一二两三四五六七八九十tfsen](?:(?<![tfsen])|(?<=t)(?:wo|hree|en|welve|wenty|hirty)|(?<=f)(?:our|ive|ifteen)"
    "|(?<=s)(?:ix|even|ixty)|(?<=e)(?:ight|leven)|(?<=n)(?:ine|inety))"
)
"""Else there is no need to look closer. It begins with one character of a few, which is sought many times as fast."""


def quantities_in(text: str, today: date, is_workday: IsWorkday = monday_to_friday) -> list[Quantity]:
    """Return the dates, amounts, percentages, times and quantities of a text from left to right.

    Dates are counted from today, so that 下周五 and 2023-10-27 are equal; phrases without a date are left.
    """
    places = [*_dates(text, today, is_workday), *_figures(folded(text))]
    if not places:
        return []
    taken = bytearray(len(text))
    kept = []
    for place in places:  # what was found first has the better claim to its words
        if not any(taken[place.start : place.end]):
            taken[place.start : place.end] = b"\1" * (place.end - place.start)
            kept.append(place)
    return [Quantity(start, end, text[start:end], kind, value) for start, end, kind, value in sorted(kept)]


@remembered(1024)  # a sentence is looked at by several rules, one after the other
def _figures(bare: str) -> tuple[Place, ...]:
    """Return the amounts, percentages, times and quantities of a folded text; those before have the better claim."""
    if not _MAY_COUNT.search(bare):
        return ()
    return (*amounts(bare), *percentages(bare), *times(bare), *counts(bare))


def _dates(text: str, today: date, is_workday: IsWorkday) -> list[Place]:
    found = dates_in(text, today, is_workday)
    return [Place(each.start, each.end, "date", each.date.isoformat()) for each in found if each.date]
