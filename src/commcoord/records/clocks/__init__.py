"""The clocks that rules, chase and review share.

What lies after `view.now` has not happened yet for any of them, so that any past day can be replayed.
"""

from commcoord.records.clocks.items import progress_due, unexplained
from commcoord.records.clocks.promises import Clock, complaint_clock, complaint_clocks
from commcoord.records.clocks.sending import (
    confirmation_due,
    has_ended,
    materials_due,
    minutes_due,
    over_at,
    sent_at,
    written_due,
)
from commcoord.records.clocks.sums import before, deadline, end_of, happened, last_day, nearing
from commcoord.records.lives import first_due, last_word, open_on

__all__ = [
    "Clock",
    "before",
    "complaint_clock",
    "complaint_clocks",
    "confirmation_due",
    "deadline",
    "end_of",
    "first_due",
    "happened",
    "has_ended",
    "last_day",
    "last_word",
    "materials_due",
    "minutes_due",
    "nearing",
    "open_on",
    "over_at",
    "progress_due",
    "sent_at",
    "unexplained",
    "written_due",
]
