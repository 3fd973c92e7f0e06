"""One record and what is asked about it: each question reads the files that it is about, which the index knows.

What a view of all records answers, this answers as well, and of thousands of files it reads a handful.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from commcoord.asked_files import AskedFiles
    from commcoord.records.calendars import WorkCalendar
    from commcoord.records.evidence import Claim, Verdict
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.source import Source
    from commcoord.records.view import Holder, View


class Nearby:
    """What may be asked of a view; see there. Every question has the files read that it is about."""

    def __init__(self, files: "AskedFiles", leaving: str | None = None) -> None:
        self._files = files
        self.leaving = leaving

    @property
    def settings(self) -> "Settings":
        """The repository's settings."""
        return self._files.repository.settings

    @property
    def calendar(self) -> "WorkCalendar":
        """The repository's calendar."""
        return self._files.repository.calendar

    @property
    def as_view(self) -> "View":
        """The same, as rules know it."""
        return cast("View", self)

    def at_gate(self, step: str) -> "View":
        """As the view."""
        return Nearby(self._files, step).as_view

    def with_source(self, source: "Source") -> "View":
        """As the view; the files that it asks for are another's."""
        return Nearby(self._files.with_source(source), self.leaving).as_view

    def past(self, record: "Record", step: str) -> bool:
        """As the view; it asks nothing of other files."""
        view = self._files.view
        return (view.at_gate(self.leaving) if self.leaving else view).past(record, step)

    @property
    def now(self) -> datetime:
        """The moment."""
        return self._files.repository.now

    @property
    def today(self) -> date:
        """The day."""
        return self.now.date()

    def record(self, name: str) -> "Record | None":
        """As the view; of the files with that id."""
        return self._files.about("id", name).record(name)

    def item(self, name: str) -> tuple["Record", "Item"] | None:
        """As the view; of the files that have it."""
        return self._files.about("item", name).item(name)

    def holders(self, name: str) -> Sequence["Holder"]:
        """As the view; no gate asks for them, and so all files have to be read."""
        return self._files.whole.holders(name)

    def linked(self, record: "Record") -> list["Record"]:
        """As the view; of the files that it links to."""
        return self._files.about("id", *record.links).linked(record)

    def backlinks(self, record: "Record") -> list["Record"]:
        """As the view; of the files that link to it."""
        return self._files.about("link", record.id).backlinks(record)

    def series(self, name: str) -> list["Record"]:
        """As the view; of the files of the series."""
        return self._files.about("series", name).series(name)

    def earlier_in_series(self, record: "Record") -> list["Record"]:
        """As the view; of the files of its series."""
        return self._files.about("series", record.series or "").earlier_in_series(record)

    def left_over(self, record: "Record") -> list["Item"]:
        """As the view; of the files of its series."""
        return self._files.about("series", record.series or "").left_over(record)

    def categories_in(self, quarter: str) -> set[str]:
        """As the view; of the index alone."""
        return self._files.categories(quarter)

    def effective(self, record: "Record") -> "Record":
        """As the view; of the files that it links to."""
        self._files.about("id", record.id)
        return self._files.about("id", *record.links).effective(record)

    def inherited(self, record: "Record") -> dict[str, str]:
        """As the view; of the files that it links to."""
        return self._files.about("id", *record.links).inherited(record)

    def proof(self, record: "Record", claim: "Claim", due: datetime) -> "Verdict | None":
        """As the view; of the history alone."""
        return self._files.view.proof(record, claim, due)
