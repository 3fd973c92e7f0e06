"""What typed text is understood from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.records.calendars import WorkCalendar
    from commcoord.records.ids import Taken
    from commcoord.records.settings import Settings


@dataclass
class Setting:
    """What typed text is understood from: the record's day, the company, the ids that are taken."""

    kind: str
    day: date
    settings: "Settings"
    calendar: "WorkCalendar"
    taken: "Taken" = field(default_factory=set[str])
    record: Callable[[str], str] = str
    """Gives the id of the record that a name means; raises UsageError where it means none or several."""
    item: Callable[[str], str] = str
    """Gives the id of the action, milestone or measure that a name means, and raises likewise."""
    read_back: list[tuple[str, date, bool]] = field(default_factory=list)
    """The relative dates that were turned into dates: what was typed, the day, whether it may mean another."""
    no_dates: list[str] = field(default_factory=list)
    """The deadlines of quick notes that are no date, and stay in the words of their action."""
    moments: list[tuple[str, date, str, str]] = field(default_factory=list)
    """The clock times in words: what was typed, the day, the time, and the time of the night it may mean."""
