"""What the index keeps of files: read where they changed, and derived again where something near them did.

A row or watch of a record depends on the record, on those two steps away along names (its plan, what comes from it,
what its items wait for, others of the same id), on settings and calendar, and on time only where the record speaks of
what has not happened yet. Files are studied in parts, as if there were no others; whatever has a name in common with
a file of another part is derived once more with all that is near it.
"""

import gc
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from commcoord.chase.keeping import packed
from commcoord.chase.registry import watches_of, watches_of_all
from commcoord.console import one_lines
from commcoord.language.instants import instant
from commcoord.records.calendars import calendar_for
from commcoord.records.days_named import LONGEST_OFFSET, latest_day_until
from commcoord.records.ids import quarter_of
from commcoord.records.kinds import is_feedback
from commcoord.records.light import often_asked, seldom_asked
from commcoord.records.row import BETWEEN, cells_of, row_of
from commcoord.records.row import Row as RecordRow
from commcoord.store import collecting
from commcoord.store.index import ALWAYS, BOTH, NEVER, STOOD, WHOLE, WRITTEN
from commcoord.store.lines import Batch, Known, Row, WatchRow
from commcoord.store.looking import compared, content_of, hash_of, note
from commcoord.store.scanning import walk_order
from commcoord.store.sharing import processors, shared

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.source import Source
    from commcoord.records.view import View
    from commcoord.repository import Repository
    from commcoord.store.index import Index
    from commcoord.store.looking import Look
    from commcoord.store.scanning import Stamp

PART = 500
"""Files that are studied at once: what is in memory at a time."""
WORTH = 150
"""Files that are worth another process."""
FEW = 50
"""So few files are derived with all that is near them at once, which takes less than to derive some of them twice."""
LONGEST_MEMORY = 190
"""Days: this quarter and the one before, the only ones that the review of a quarter is looked for in."""
YEARS = (1990, 2101)
"""Of these the index knows whether the calendar knows them."""
NUMBERS = re.compile(r"\d{8}")


def register_changes(
    index: "Index", workspace: "Repository", look: "Look", sections: Iterable[str] = ()
) -> None:
    """Bring an index up to what a look has seen and to the workspace's moment, and commit it.

    One that is made anew gets these sections at once.
    """
    with collecting.paused():
        _register(index, workspace, look, sections)


def _register(index: "Index", workspace: "Repository", look: "Look", sections: Iterable[str]) -> None:
    index.begin(to_write=True)
    if index.meta("key") != look.key:
        index.empty()
        index.note("sections", " ".join(sorted(sections)))
    changes = compared(index, workspace.root, look)
    old = [one.number for one in index.read(one.path for one in changes.changed).values()]
    dropped = {*old, *changes.gone}
    unsure = _near(index, dropped) - dropped  # whose numbers others may get
    said = index.said(dropped)
    index.drop(dropped)
    several = len(changes.changed) > FEW
    parts = _studied(index, workspace, look, changes.changed, alone=several)
    index.sort()
    unsure |= _near(index, index.crossing(parts) if several else parts)
    unsure |= _near(index, index.untimely(instant(workspace.now))) - (set(parts) if several else set())
    said += index.said(unsure.difference(parts))
    _derive_again(index, workspace, sorted(unsure))
    if index.meta("quarter") != quarter_of(workspace.now.date()) or said != index.said(unsure.union(parts)):
        _register_whole(index, workspace)
    index.note("now", str(instant(workspace.now)))
    note(index, changes, look)
    index.commit()


def _near(index: "Index", files: Iterable[int]) -> set[int]:
    return index.near(index.near(files))


# ── files that changed ─────────────────────────────────────────────────────────────────────────────


def _studied(
    index: "Index", workspace: "Repository", look: "Look", changed: Sequence["Stamp"], *, alone: bool
) -> dict[int, int]:
    """Read changed files and keep what they came to; return the part in which each was studied.

    What is derived from them is kept as well, `alone`, as if there were no files in other parts; or is left out.
    """
    by_day = sorted(changed, key=lambda one: _numbers_in(one.path))
    parts = [_as_walked(by_day[first : first + PART]) for first in range(0, len(changed), PART)]
    numbers = index.numbered([one.path for one in by_day])
    study = Studying(workspace, look, numbers, index.sections, alone=alone).study
    with collecting.frozen():
        for batch in shared(study, parts):
            index.put(batch)
    return {numbers[one.path]: part for part, stamps in enumerate(parts) for one in stamps}


def _numbers_in(path: str) -> str:
    """Return the day that a file's name has: what belongs to one matter lies near each other by it."""
    found = NUMBERS.search(path.rpartition("/")[2])
    return found.group() if found else ""


def _as_walked(part: Sequence["Stamp"]) -> list["Stamp"]:
    return sorted(part, key=lambda one: walk_order(one.path))


class Studying(NamedTuple):
    """What is the same for all parts, each of which is studied as if there were no other files."""

    workspace: "Repository"
    look: "Look"
    numbers: Mapping[str, int]
    sections: Iterable[str]
    alone: bool

    def study(self, part: Sequence["Stamp"]) -> Batch:
        """Return what the files of a part came to."""
        texts = {stamp.path: content_of(self.workspace.root, stamp.path) for stamp in part}
        sources = {path: self.workspace.source_in(path, text) for path, text in texts.items()}
        deriving = Deriving(self.workspace, texts, sources) if self.alone else None
        batch = Batch()
        for stamp in part:
            self._add(batch, stamp, texts[stamp.path], sources[stamp.path], deriving)
        return batch

    def _add(
        self, batch: Batch, stamp: "Stamp", text: bytes | None, source: "Source", deriving: "Deriving | None"
    ) -> None:
        number = self.numbers[stamp.path]
        title = str(source.tree.get("title") or "")
        fresh = self.look.is_fresh(stamp) or text is None
        broken = source.record is None
        times = deriving.times(source) if deriving else (NEVER, NEVER)
        batch.files.append(
            Known(number, *stamp, hash_of(text), int(fresh), *times, source.id, title, int(broken))
        )
        batch.names += [(name, number, asks) for name, asks in _names(source.record)]
        _add_sections(batch, number, source, self.sections)
        if deriving:
            batch.derived(number, deriving.rows(source), deriving.watches(source))


def _names(record: "Record | None") -> Iterator[tuple[str, int]]:
    """Yield the names that a record carries with 0, and those that it asks for with 1."""
    if record is None:
        return
    yield record.id, 0
    yield from ((item.id, 0) for item in record.items if item.id)
    yield from ((link, 1) for link in record.links)
    yield from ((name, 1) for item in record.items for name in item.after)


# ── sections ───────────────────────────────────────────────────────────────────────────────────────


def register_sections(index: "Index", workspace: "Repository", sections: Sequence[str]) -> None:
    """Keep sections of every file that an index knows, and commit them; from then on they are kept true."""
    index.begin(to_write=True)
    # Others may have asked for them meanwhile.
    sections = [one for one in sections if one not in index.sections]
    files = list(index.numbers()) if sections else []
    parts = [files[first : first + PART] for first in range(0, len(files), PART)]
    with collecting.paused(), collecting.frozen():
        for batch in shared(partial(_sections_of, workspace, sections), parts):
            index.put(batch)
    index.note("sections", " ".join(sorted({*index.sections, *sections})))
    index.commit()


def _sections_of(workspace: "Repository", sections: Sequence[str], part: Sequence[tuple[int, str]]) -> Batch:
    gc.collect()
    batch = Batch()
    for file, path in part:
        _add_sections(batch, file, workspace.source_at(workspace.root / path), sections)
    return batch


def _add_sections(batch: Batch, file: int, source: "Source", sections: Iterable[str]) -> None:
    for section in sections:
        if line := SECTIONS[section](source):
            batch.sections.setdefault(section, []).append((file, *line))


def _words(source: "Source") -> tuple[Any, ...] | None:
    from commcoord.records.searching import kept, page_of  # words are not kept before somebody searches

    page = page_of(source.id, source.path, source.tree)
    return kept(page) if page.lines else None


def _often(source: "Source") -> tuple[Any, ...] | None:
    record = source.record
    return (source.latest, record.kind, record.date.isoformat(), often_asked(record)) if record else None


def _seldom(source: "Source") -> tuple[Any, ...] | None:
    return (seldom_asked(source.record),) if source.record else None


SECTIONS: dict[str, Callable[["Source"], tuple[Any, ...] | None]] = {
    "words": _words,
    "often": _often,
    "seldom": _seldom,
}
"""What each section of the index has of a file, in the order of its columns; none where there is nothing."""


# ── what is derived ────────────────────────────────────────────────────────────────────────────────


Derived = tuple[int, list["Row"], list["WatchRow"], tuple[int, int]]
"""The number of a file, and what is derived from it."""


def _derive_again(index: "Index", workspace: "Repository", files: Sequence[int]) -> None:
    """Derive the rows of files once more, with all that is near them."""
    size = min(PART, max(WORTH, -(-len(files) // processors())))
    some = [files[first : first + size] for first in range(0, len(files), size)]
    with collecting.frozen():
        for derived in shared(
            partial(_derived, workspace), [(one, index.paths(_near(index, one))) for one in some]
        ):
            for file, rows, watches, times in derived:
                index.derive(file, rows, watches)
                index.time(file, *times)


def _derived(workspace: "Repository", part: tuple[Sequence[int], Mapping[int, str]]) -> list[Derived]:
    """Return what is derived from some files, which are given with the paths of all that is near them."""
    files, paths = part
    in_order = sorted(paths.values(), key=walk_order)
    texts = {path: content_of(workspace.root, path) for path in in_order}
    sources = {path: workspace.source_in(path, text) for path, text in texts.items()}
    deriving = Deriving(workspace, texts, sources)
    return [
        (file, deriving.rows(source), deriving.watches(source), deriving.times(source))
        for file, source in ((file, sources[paths[file]]) for file in files)
    ]


class Deriving:
    """Rows and watches of some files, and how long they hold."""

    def __init__(
        self, workspace: "Repository", texts: Mapping[str, bytes | None], sources: Mapping[str, "Source"]
    ) -> None:
        self._texts = texts
        self._now = workspace.now
        self._view = workspace.view_of(sources.values())
        self._then = self._view.replayed
        self._stood = {one.path: one for one in self._then.sources}

    def rows(self, source: "Source") -> list[Row]:
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

    def watches(self, source: "Source") -> list[WatchRow]:
        """Return what is watched about the record as it stood."""
        record = _first(self._stood.get(source.path), self._then)
        watches = watches_of(record, self._then) if record else ()
        return [_watch_row(one, self._then) for one in watches]

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


def _as_text(stands: int, row: RecordRow) -> Row:
    return Row(stands, row, _line(row))


def _line(row: RecordRow) -> str:
    """Return what a list shows of a record in a pipe, safe to show, with `BETWEEN` in the place of its state."""
    cells = one_lines(cells_of(row.id, row.date, "", row.owner, row.open_items, row.title))
    return "\t".join([*cells[:2], BETWEEN, *cells[3:]]).rstrip("\t")


def _watch_row(watch: "Watch", view: "View") -> WatchRow:
    due = watch.due_day
    return WatchRow(
        begins=instant(watch.begins),
        ends=instant(watch.ends) if watch.ends else NEVER,
        opens=instant(watch.opens) if watch.opens else ALWAYS,
        soon=due.isoformat() if due and watch.severity == "soon" else "",
        texts=packed(watch, view.settings.zone),
    )


def _start(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.min, zone)


# ── the repository as a whole ──────────────────────────────────────────────────────────────────────


class Seen(NamedTuple):
    """As much of a record as is asked of all of them."""

    date: date
    title: str
    series: str


def _register_whole(index: "Index", workspace: "Repository") -> None:
    """Keep what is watched about the repository as a whole, and what lists ask of the settings."""
    settings, now = workspace.settings, workspace.now
    since = now.date() - timedelta(days=LONGEST_MEMORY)
    view = workspace.view_of([])
    view.__dict__["records"] = {
        name: Seen(date.fromisoformat(day), title, series)
        for name, day, title, series in index.stood(since.isoformat())
    }
    index.derive(WHOLE, [], [_watch_row(one, view) for one in watches_of_all(view)])
    if not index.meta("company"):  # it depends on the settings and the calendar only, as the whole index does
        index.note("company", json.dumps(_company(settings), ensure_ascii=False))
    index.note("quarter", quarter_of(now.date()))


def _company(settings: "Settings") -> dict[str, Any]:
    """Return what lists ask of the settings, and the years of which the calendar knows the holidays."""
    calendar = calendar_for(settings.calendar)
    return {
        "organisation": settings.organisation,
        "timezone": settings.timezone,
        "departments": settings.departments,
        "people": [(one.name, one.department, one.email) for one in settings.people],
        "calendar": settings.calendar,
        "asked_years": YEARS,
        "known_years": [year for year in range(*YEARS) if calendar.known(year)],
    }
