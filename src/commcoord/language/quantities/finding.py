"""Finds the figures of a text that must be read back."""

import re
from datetime import date

from commcoord.language.dates import IsWorkday, dates_in
from commcoord.language.folding import folded
from commcoord.language.quantities.amounts import amounts
from commcoord.language.quantities.clock import times
from commcoord.language.quantities.counts import counts, percentages
from commcoord.language.quantities.quantity import Place, Quantity
from commcoord.language.weekdays import monday_to_friday

_MAY_COUNT = re.compile(
    "[0-9一二两三四五六七八九十]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)"
)  # else no need to look closer


def quantities_in(text: str, today: date, is_workday: IsWorkday = monday_to_friday) -> list[Quantity]:
    """Return the dates, amounts, percentages, times and quantities of a text from left to right.

    Dates are counted from today, so that 下周五 and 2023-10-27 are equal; phrases without a date are left.
    """
    bare = folded(text)
    places = _dates(text, today, is_workday)
    if _MAY_COUNT.search(bare):
        places += [*amounts(bare), *percentages(bare), *times(bare), *counts(bare)]
    taken = bytearray(len(text))
    kept = []
    for place in places:  # what was found first has the better claim to its words
        if not any(taken[place.start : place.end]):
            taken[place.start : place.end] = b"\1" * (place.end - place.start)
            kept.append(place)
    return [Quantity(start, end, text[start:end], kind, value) for start, end, kind, value in sorted(kept)]


def _dates(text: str, today: date, is_workday: IsWorkday) -> list[Place]:
    found = dates_in(text, today, is_workday)
    return [Place(each.start, each.end, "date", each.date.isoformat()) for each in found if each.date]
