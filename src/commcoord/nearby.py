"""One record and what is asked about it: each question reads the files that it is about, which the index knows.

What a view of all records answers, this answers as well, and of thousands of files it reads a handful.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, cast

from commcoord.repository import Repository
from commcoord.store.meant import demand_record, only_record, paths_meant
from commcoord.store.scanning import walk_order

if TYPE_CHECKING:
    from commcoord.records.evidence import Claim, Evidence, Verdict
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.source import Source
    from commcoord.records.view import Holder, View
    from commcoord.register import Register


class Files:
    """The files of a repository that were asked for, as far as they were."""

    def __init__(self, register: "Register") -> None:
        self.register = register
        self.repository = Repository.open(register.root, lambda _zone: register.now)
        self._asked: set[tuple[str, str]] = set()
        self._sources: dict[str, Source] = {}

    def find(self, name: str) -> "Source":
        """Return the one record that a name means; raises UsageError and ImpossibleError as `Workspace.find` does."""
        register, wanted = self.register, paths_meant(name, self.register.root)
        path = next((path for _id, _title, path in register.named() if path in wanted), "") if wanted else ""
        if not path:
            path = only_record(name, register.meant(name)).path
        self.about("path", path)
        return demand_record(self._sources[path])

    def path_of(self, record_id: str) -> str:
        """Return where the first record with that id lies, below the root."""
        self.about("id", record_id)
        return min((one.path for one in self._sources.values() if one.id == record_id), key=walk_order)

    def about(self, sort: str, *names: str) -> "View":
        """Return a view of all files that questions of a sort are about (`Register.about`), and of some others.

        With each file those are in it that have the same id, of which the first is the one that counts.
        """
        for question in [(sort, name) for name in names if (sort, name) not in self._asked]:
            self._asked.add(question)
            for path in self.register.about(*question):
                if path not in self._sources:
                    self._sources[path] = self.repository.source_at(self.repository.root / path)
                    self.__dict__.pop("view", None)
        return self.view

    @cached_property
    def view(self) -> "View":
        """A view of the files that were asked for."""
        sources = [self._sources[path] for path in sorted(self._sources, key=walk_order)]
        view = self.repository.view_of(sources)
        return view.but(evidence=self._evidence) if view.settings.evidence else view

    @cached_property
    def _evidence(self) -> "Evidence":
        from commcoord.store import evidence  # the history is asked only where the settings want proof

        return evidence.first_said(self.repository.root)


class Nearby:
    """What may be asked of a view; see there. Every question has the files read that it is about."""

    def __init__(self, files: Files, leaving: str | None = None) -> None:
        self._files = files
        self.settings = files.view.settings
        self.calendar = files.view.calendar
        self.leaving = leaving

    @property
    def as_view(self) -> "View":
        """The same, as rules know it."""
        return cast("View", self)

    def at_gate(self, step: str) -> "View":
        """As the view."""
        return Nearby(self._files, step).as_view

    def past(self, record: "Record", step: str) -> bool:
        """As the view; it asks nothing of other files."""
        view = self._files.view
        return (view.at_gate(self.leaving) if self.leaving else view).past(record, step)

    @property
    def now(self) -> datetime:
        """The moment."""
        return self._files.view.now

    @property
    def today(self) -> date:
        """The day."""
        return self._files.view.today

    def record(self, name: str) -> "Record | None":
        """As the view; of the files with that id."""
        return self._files.about("id", name).record(name)

    def item(self, name: str) -> tuple["Record", "Item"] | None:
        """As the view; of the files that have it."""
        return self._files.about("item", name).item(name)

    def holders(self, name: str) -> Sequence["Holder"]:
        """As the view; no gate asks for them, and so all files have to be read."""
        return self._files.repository.view.holders(name)

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
        return self._files.register.categories(quarter)

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
