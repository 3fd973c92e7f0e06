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
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from commcoord.chase.registry import watches_of_all
from commcoord.deriving import Deriving, watch_row
from commcoord.language.instants import instant
from commcoord.records.calendars import calendar_for, remembered
from commcoord.records.ids import quarter_of
from commcoord.records.light import often_asked, seldom_asked
from commcoord.store import collecting
from commcoord.store.index import NEVER, WHOLE
from commcoord.store.lines import Batch, Row, WatchRow
from commcoord.store.looking import compared, content_of, hash_of, note
from commcoord.store.scanning import walk_order
from commcoord.store.sharing import processors, shared

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.source import Source
    from commcoord.repository import Repository
    from commcoord.store.index import Index
    from commcoord.store.looking import Look
    from commcoord.store.scanning import Stamp

PART = 500
"""Files that are studied at once: what is in memory at a time."""
PARTS = 50
"""Where there are more parts than that, they get larger: a matter of some weeks would lie in many of them."""
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
    again = {one.number for one in index.read(one.path for one in changes.changed).values()}
    gone = set(changes.gone)
    unsure = _near(index, again | gone) - gone
    numbers = index.numbered([one.path for one in changes.changed])
    alone = set(numbers.values()) if len(numbers) > FEW else set[int]()
    said = index.said(gone | (again & alone))
    index.drop(gone | (again & alone))
    index.drop_own(again - alone)
    reading = Reading(workspace)
    parts = _studied(index, look, changes.changed, numbers, reading)
    index.sort()
    unsure = unsure - alone | _near(index, index.crossing(parts) if alone else parts)
    unsure |= _near(index, index.untimely(instant(workspace.now))) - alone
    said += index.said(unsure - alone)
    _derive_again(index, reading, sorted(unsure))
    if index.meta("quarter") != quarter_of(workspace.now.date()) or said != index.said(unsure | alone):
        _register_whole(index, workspace)
    index.note("now", str(instant(workspace.now)))
    note(index, changes, look)
    index.commit()


def _near(index: "Index", files: Iterable[int]) -> set[int]:
    return index.near(index.near(files))


# ── files that changed ─────────────────────────────────────────────────────────────────────────────


def _studied(
    index: "Index",
    look: "Look",
    changed: Sequence["Stamp"],
    numbers: Mapping[str, int],
    reading: "Reading",
) -> dict[int, int]:
    """Read changed files and keep what they came to; return the part in which each was studied.

    What is derived from many is kept as well, as if there were no files in other parts; of few it is left out.
    """
    by_day = sorted(changed, key=lambda one: _numbers_in(one.path))
    parts = [_as_walked(part) for part in _parted(by_day)]
    study = Studying(reading, look, numbers, index.sections, alone=len(changed) > FEW).study
    with collecting.frozen():
        for batch in shared(study, parts):
            index.put(batch)
    return {numbers[one.path]: part for part, stamps in enumerate(parts) for one in stamps}


def _parted(files: Sequence["Stamp"]) -> Iterator[Sequence["Stamp"]]:
    """Yield files in parts, smaller ones at the end, so that all processes come to their ends together."""
    size = max(PART, len(files) // PARTS)
    first = 0
    while first < len(files):
        left = len(files) - first
        here = max(size // 4, min(size, left // (2 * processors())))
        yield files[first : first + here]
        first += here


def _numbers_in(path: str) -> str:
    """Return the day that a file's name has: what belongs to one matter lies near each other by it."""
    found = NUMBERS.search(path.rpartition("/")[2])
    return found.group() if found else ""


def _as_walked(part: Sequence["Stamp"]) -> list["Stamp"]:
    return sorted(part, key=lambda one: walk_order(one.path))


class Reading:
    """The files of a repository as they are read."""

    def __init__(self, workspace: "Repository") -> None:
        self.workspace = workspace
        self._read: dict[str, tuple[bytes | None, Source]] = {}

    def read(self, path: str, *, again: bool = False) -> "tuple[bytes | None, Source]":
        """Return the text of a file and what was read in it; it is kept where it will be asked for again."""
        found = self._read.get(path)
        if found is None:
            text = content_of(self.workspace.root, path)
            found = text, self.workspace.source_in(path, text)
            if again:
                self._read[path] = found
        return found


class Studying:
    """What is the same for all parts, each of which is studied as if there were no other files."""

    def __init__(
        self,
        reading: Reading,
        look: "Look",
        numbers: Mapping[str, int],
        sections: Iterable[str],
        *,
        alone: bool,
    ) -> None:
        self.reading = reading
        self.look = look
        self.numbers = numbers
        self.sections = sections
        self.alone = alone

    def study(self, part: Sequence["Stamp"]) -> Batch:
        """Return what the files of a part came to."""
        read = {stamp.path: self.reading.read(stamp.path, again=not self.alone) for stamp in part}
        texts = {path: text for path, (text, _source) in read.items()}
        sources = [source for _text, source in read.values()]
        deriving = Deriving(self.reading.workspace, texts, sources) if self.alone else None
        batch = Batch()
        for stamp, source in zip(part, sources, strict=True):
            self._add(batch, stamp, texts[stamp.path], source, deriving)
        return batch

    def _add(
        self, batch: Batch, stamp: "Stamp", text: bytes | None, source: "Source", deriving: "Deriving | None"
    ) -> None:
        number = self.numbers[stamp.path]
        title = str(source.tree.get("title") or "")
        fresh = self.look.is_fresh(stamp) or text is None
        broken = source.record is None
        times = deriving.times(source) if deriving else (NEVER, NEVER)
        batch.files.append((number, *stamp, hash_of(text), int(fresh), *times, source.id, title, int(broken)))
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
        batch.sections.setdefault(section, []).extend([(file, *line) for line in SECTIONS[section](source)])


def _words(source: "Source") -> list[tuple[Any, ...]]:
    from commcoord.records.pages import kept, page_of  # words are not kept before somebody searches

    page = page_of(source.id, source.path, source.tree)
    return [kept(page)] if page.fields else []


def _often(source: "Source") -> list[tuple[Any, ...]]:
    record = source.record
    return [(source.latest, record.kind, record.date.isoformat(), often_asked(record))] if record else []


def _seldom(source: "Source") -> list[tuple[Any, ...]]:
    return [(seldom_asked(source.record),)] if source.record else []


def _items(source: "Source") -> list[tuple[Any, ...]]:
    """Return every item's id; of those that can be called also the words, as written and heard, and if it is closed."""
    from commcoord.records.naming import as_heard, items_in  # nor items before somebody calls one

    called = [(one.id, one.words, as_heard(one.words), int(one.closed)) for one in items_in(source)]
    others = {name for name, path in source.ids() if len(path) > 1}.difference([one[0] for one in called])
    return called + [(name, None, None, 0) for name in sorted(others)]


SECTIONS: dict[str, Callable[["Source"], list[tuple[Any, ...]]]] = {
    "words": _words,
    "often": _often,
    "seldom": _seldom,
    "items": _items,
}
"""The lines that each section of the index has of a file, in the order of its columns."""


# ── what is derived ────────────────────────────────────────────────────────────────────────────────


Derived = tuple[int, list[Row], list[WatchRow], tuple[int, int]]
"""The number of a file, and what is derived from it."""


def _derive_again(index: "Index", reading: Reading, files: Sequence[int]) -> None:
    """Derive the rows of files once more, with all that is near them."""
    size = min(PART, max(WORTH, -(-len(files) // processors())))
    some = [files[first : first + size] for first in range(0, len(files), size)]
    with collecting.frozen():
        for derived in shared(
            partial(_derived, reading), [(one, index.paths(_near(index, one))) for one in some]
        ):
            for file, rows, watches, times in derived:
                index.derive(file, rows, watches)
                index.time(file, *times)


def _derived(reading: Reading, part: tuple[Sequence[int], Mapping[int, str]]) -> list[Derived]:
    """Return what is derived from some files, which are given with the paths of all that is near them."""
    files, paths = part
    read = {path: reading.read(path) for path in sorted(paths.values(), key=walk_order)}
    texts = {path: text for path, (text, _source) in read.items()}
    deriving = Deriving(reading.workspace, texts, [source for _text, source in read.values()])
    return [
        (file, deriving.rows(source), deriving.watches(source), deriving.times(source))
        for file, source in ((file, read[paths[file]][1]) for file in files)
    ]


# ── the repository as a whole ──────────────────────────────────────────────────────────────────────


class Seen:
    """As much of a record as is asked of all of them."""

    def __init__(self, day: str, title: str, series: str) -> None:
        self.date = date.fromisoformat(day)
        self.title = title
        self.series = series


def _register_whole(index: "Index", workspace: "Repository") -> None:
    """Keep what is watched about the repository as a whole, and what lists ask of the settings."""
    settings, now = workspace.settings, workspace.now
    since = now.date() - timedelta(days=LONGEST_MEMORY)
    view = workspace.view_of([])
    view.__dict__["records"] = {
        name: Seen(day, title, series) for name, day, title, series in index.stood(since.isoformat())
    }
    index.derive(WHOLE, [], [watch_row(one, view) for one in watches_of_all(view)])
    if not index.meta("company"):  # it depends on the settings and the calendar only, as the whole index does
        index.note("company", json.dumps(_company(settings, now.date()), ensure_ascii=False))
    index.note("quarter", quarter_of(now.date()))


def _company(settings: "Settings", today: date) -> dict[str, Any]:
    """Return what lists ask of the settings, and what they and clocks ask of the calendar."""
    calendar = calendar_for(settings.calendar)
    return {
        "organisation": settings.organisation,
        "timezone": settings.timezone,
        "departments": settings.departments,
        "people": [(one.name, one.department, one.email) for one in settings.people],
        "calendar": settings.calendar,
        "asked_years": YEARS,
        "known_years": [year for year in range(*YEARS) if calendar.known(year)],
        "workdays": remembered(settings.calendar, range(today.year - 2, today.year + 2)),
    }
