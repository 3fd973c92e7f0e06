"""Date phrases in Simplified and Traditional Chinese and English: what day they mean, where they stand.

All functions are pure: the day to count from and the working days come in as values.
"""

from commcoord.language.dates.phrase import Meaning, when
from commcoord.language.dates.prose import Found, dates_in
from commcoord.language.dates.reading import IsWorkday
from commcoord.language.dates.spelling import spelled

__all__ = ["Found", "IsWorkday", "Meaning", "dates_in", "spelled", "when"]
