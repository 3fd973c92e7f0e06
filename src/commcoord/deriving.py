"""What is derived of a record with all that is near it: rows of lists, what is watched, and how long both hold."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from commcoord.chase.keeping import packed
from commcoord.chase.registry import watches_of
from commcoord.console import one_lines
from commcoord.language.instants import instant
from commcoord.records.days_named import LONGEST_OFFSET, latest_day_until
from commcoord.records.kinds import is_feedback
from commcoord.records.row import Row as RecordRow
from commcoord.records.row import cells_of, row_of
from commcoord.store.index import ALWAYS, BETWEEN, BOTH, NEVER, STOOD, WRITTEN

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.source import Source
    from commcoord.records.view import View
    from commcoord.repository import Repository
    from commcoord.store.lines import Row, WatchRow


class Deriving:
    """Rows and watches of some files, and how long they hold."""

    def __init__(
        self, workspace: "Repository", texts: Mapping[str, bytes | None], sources: Sequence["Source"]
    ) -> None:
        self._texts = texts
        self._now = workspace.now
        self._view = workspace.view_of(sources)
        self._then = self._view.replayed
        self._stood = {one.path: one for one in self._then.sources}

    def rows(self, source: "Source") -> "list[Row]":
        """Return the record as it is written and as it stood, in one row where they are the same."""
        written = _row(source, self._view)
        stood = written if self._stands(source) else _row(self._stood.get(source.path), self._then)
        if stood == written:
            return [_as_text(BOTH, written)] if written else []
        return [_as_text(stands, row) for stands, row in ((WRITTEN, written), (STOOD, stood)) if row]

    def _stands(self, source: "Source") -> bool:
        """Whether the record and all that it may take something from stood as they are written."""
        before, then = self._view.records, self._then.records
        names = (source.record.id, *source.record.links) if source.record else ()
        return self._stood.get(source.path) is source and all(
            then.get(one) is before.get(one) for one in names
        )

    def watches(self, source: "Source") -> "list[WatchRow]":
        """Return what is watched about the record as it stood."""
        record = _first(self._stood.get(source.path), self._then)
        watches = watches_of(record, self._then) if record else ()
        return [watch_row(one, self._then) for one in watches]

    def times(self, source: "Source") -> tuple[int, int]:
        """Return from when until when rows hold: always, unless the record speaks of what has not happened yet.

        Going back changes nothing as far as no date is passed that the text has (that of offsets is a day away).
        """
        record, today, zone = source.record, self._now.date(), self._view.settings.zone
        if record is None:
            return ALWAYS, NEVER
        if self._stood.get(source.path) is not source:
            return NEVER, NEVER
        latest = latest_day_until(self._texts[source.path] or b"", today, known=source.latest)
        since = instant(_start(latest + LONGEST_OFFSET, zone)) if latest else ALWAYS
        waits = record.waits if is_feedback(record) else ()
        if all(wait.to and wait.to < today for wait in waits):
            return min(since, instant(self._now)), NEVER
        return instant(self._now), instant(_start(today + timedelta(days=1), zone))


def _first(source: "Source | None", view: "View") -> "Record | None":
    """Return the record of a file; none where another file with its id goes before it."""
    record = source.record if source else None
    return record if record is not None and view.records.get(record.id) is record else None


def _row(source: "Source | None", view: "View") -> RecordRow | None:
    record = _first(source, view)
    if record is None or source is None:
        return None
    return row_of(record, view.effective(record), source.path, view.settings)


def _as_text(stands: int, row: RecordRow) -> "Row":
    return (stands, *row, _line(row))


def _line(row: RecordRow) -> str:
    """Return what a list shows of a record in a pipe, safe to show, with `BETWEEN` in the place of its state."""
    cells = one_lines(cells_of(row.id, row.date, "", row.owner, row.open_items, row.title))
    return "\t".join([*cells[:2], BETWEEN, *cells[3:]]).rstrip("\t")


def watch_row(watch: "Watch", view: "View") -> "WatchRow":
    """Return a watch as the index keeps it."""
    due = watch.due_day
    return (
        instant(watch.begins),
        instant(watch.ends) if watch.ends else NEVER,
        instant(watch.opens) if watch.opens else ALWAYS,
        due.isoformat() if due and watch.severity == "soon" else "",
        *packed(watch, view.settings.zone),
    )


def _start(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.min, zone)
