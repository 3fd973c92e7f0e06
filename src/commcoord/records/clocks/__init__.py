"""The clocks that rules, chase and review share.

What lies after `view.now` has not happened yet for any of them, so that any past day can be replayed.
"""

from commcoord.records.clocks.items import first_due, last_word, open_on, progress_due
from commcoord.records.clocks.promises import Clock, complaint_clocks
from commcoord.records.clocks.sending import (
    confirmation_due,
    has_ended,
    materials_due,
    minutes_due,
    sent_at,
    written_due,
)
from commcoord.records.clocks.sums import before, deadline, last_day

__all__ = [
    "Clock",
    "before",
    "complaint_clocks",
    "confirmation_due",
    "deadline",
    "first_due",
    "has_ended",
    "last_day",
    "last_word",
    "materials_due",
    "minutes_due",
    "open_on",
    "progress_due",
    "sent_at",
    "written_due",
]
