"""A records repository as it lies in its folder at one moment: what whoever only reads needs of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.records.calendars import calendar_for
from commcoord.records.parsing import settings_of
from commcoord.records.source import Source, Unreadable
from commcoord.records.view import View
from commcoord.store import collecting, tree
from commcoord.store.record_reading import source_from
from commcoord.store.sighting import is_spelled
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml

if TYPE_CHECKING:
    from commcoord.records.calendars import WorkCalendar
    from commcoord.records.parsing import WrongField
    from commcoord.records.settings import Settings
    from commcoord.store.staging import Index

Clock = Callable[[tzinfo], datetime]


class Repository:
    """One records repository, to be looked at."""

    def __init__(
        self, root: Path, settings: "Settings", wrong: Sequence["WrongField"], now: datetime
    ) -> None:
        self.root = root
        self.index: Index | None = None
        self.settings = settings
        self.wrong_settings = wrong
        self.now = now
        self.workdays: Mapping[str, str] = {}
        """Public working days that are remembered (`records.calendars.remembered`)."""

    @classmethod
    def open(cls, directory: Path, clock: Clock, *, staged: bool = False) -> Self:
        """Open the repository around a directory, as it lies in the folder or as it is about to be committed.

        Raises ImpossibleError where there is none or its settings cannot be read.
        """
        root = tree.root_above(directory)
        path = root / tree.SETTINGS
        index = _staged(root) if staged else None
        try:
            found = read_tree(index.content(path) if index else path.read_bytes())
        except NotYaml as fault:
            raise ImpossibleError(
                Message(
                    "{path}:{line}:{column}: {sentence}",
                    path=path.name,
                    line=fault.line,
                    column=fault.column,
                    sentence=fault.message,
                ),
                Message("Decide with: commcoord resolve {id}", id=path.name) if fault.marker else None,
            ) from fault
        settings, wrong = settings_of(found)
        opened = cls(root, settings, wrong, clock(settings.zone))
        opened.index = index
        return opened

    # ── reading ────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def sources(self) -> list[Source]:
        """Every file of the records folder, by path, whether it can be read or not."""
        paths = tree.record_files(self.root) if self.index is None else self.index.record_files()
        with collecting.paused():
            return [self.source_at(path) for path in paths]

    def content(self, path: Path) -> bytes:
        """Return the bytes of a file, as it lies in the folder or as it is about to be committed."""
        return path.read_bytes() if self.index is None else self.index.content(path)

    def source_at(self, path: Path) -> Source:
        """Read one file as a record, wherever it lies."""
        name = tree.below(self.root, path)
        try:
            return self.source_in(name, self.content(path))
        except OSError as error:
            reason = Message("It cannot be read: {reason}.", reason=error.strerror or "")
            if is_spelled(path.name):
                reason = Message("The name of this file is not UTF-8: rename it.")
            return Source(name, unreadable=Unreadable(1, 1, reason))

    def source_in(self, name: str, text: bytes | None) -> Source:
        """Read a text as a record that lies at a path below the root; none stands for a file that cannot be read."""
        return self.source_at(self.root / name) if text is None else source_from(name, text)

    @cached_property
    def view(self) -> View:
        """What rules and questions look through."""
        return self.seen(self.sources)

    def seen(self, sources: Iterable[Source]) -> View:
        """Return a view of these files, with what git can say about them where the settings ask for it."""
        view = self.view_of(sources)
        if not self.settings.evidence:
            return view
        from commcoord.store import evidence  # this and what follows is not wanted by whoever only reads

        return view.but(evidence=evidence.first_said(self.root))

    def view_of(self, sources: Iterable[Source]) -> View:
        """Return a view of these files only, without what git can say about them."""
        return View(tuple(sources), self.settings, self.now, self.calendar)

    @cached_property
    def calendar(self) -> "WorkCalendar":
        """The company's calendar."""
        return calendar_for(
            self.settings.calendar,
            holidays=self.settings.days.off,
            workdays=self.settings.days.work,
            remembered=self.workdays,
        )

    @property
    def zone(self) -> ZoneInfo:
        """The repository's time zone."""
        return self.settings.zone


def _staged(root: Path) -> "Index":
    from commcoord.store.staging import Index  # it asks git, which hardly anybody wants

    return Index(root)
