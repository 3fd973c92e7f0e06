"""What can be answered to a step: by an option in a pipe, by a question on a terminal, into one field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commcoord.records.calendars import WorkCalendar
from commcoord.records.settings import Settings
from commcoord.records.vocabulary import KINDS


@dataclass
class Setting:
    """What typed text is understood from: the record's day, the company, the ids that are taken."""

    kind: str
    day: date
    settings: Settings
    calendar: WorkCalendar
    taken: set[str] = field(default_factory=set)
    read_back: list[tuple[str, date, bool]] = field(default_factory=list)
    """The relative dates that were turned into dates: what was typed, the day, whether it may mean another."""


Form = Callable[[str, Setting], Any]
"""Turns typed text into the value of a field; raises UsageError with the text where it cannot."""


@dataclass(frozen=True)
class Answer:
    """One thing that can be answered. Texts are marked for the catalogues and said when shown."""

    option: str
    field: str
    help: str
    form: Form
    many: bool = False
    question: str = ""
    """What is asked on a terminal; empty where only an option says it."""
    kinds: Sequence[str] = KINDS
    choices: Sequence[str] = ()
    of: str = ""
    """Where choices come from the directory: `people` or `departments`."""
    flag: bool | None = None
    """For a pair of flags, the value that this option sets."""

    @property
    def name(self) -> str:
        """The option as a parameter is called."""
        return "answer_" + self.option.lstrip("-").replace("-", "_")
