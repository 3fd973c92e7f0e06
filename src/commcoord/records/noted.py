"""A view that notes what it was asked, so that an answer can be kept until something that it rests on changes.

What a rule may ask is here, and nothing else: a new question to the view needs its note. A question is kept as a key,
a number made of `id:plan-20231013-m4x9`, and the answer to it depends on those files alone that give that key. Two
questions may have one number: then an answer is merely thought to rest on more than it does.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast
from zlib import adler32, crc32

from commcoord.language.names import tidy
from commcoord.records.ids import quarter_of
from commcoord.records.kinds import category_of

if TYPE_CHECKING:
    from commcoord.records.evidence import Claim, Verdict
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.source import Source
    from commcoord.records.view import Holder, View

_INSTANT = timedelta(microseconds=1)


class UnloadedError(LookupError):
    """A question whose files have not been loaded yet; its argument is the key."""


def key_of(sort: str, name: str) -> int:
    """Return the key of a question of one sort, such as `id`, about a name."""
    return crc32(f"{sort}:{name}".encode("utf-8", "surrogatepass"))


def category_key(quarter: str, name: str) -> int:
    """Return the key of the question whether a problem category stands in a quarter."""
    return key_of(f"category:{quarter}", tidy(name))


def own_keys(source: "Source") -> dict[str, int]:
    """Return the keys that a file gives and every verdict on it rests on: those of its ids, by id."""
    return {name: key_of("id", name) for name, _path in source.ids()}


def keys_given(source: "Source") -> Iterator[int]:
    """Yield the other keys that a file gives: ends of links, its series, its category in its quarter."""
    record = source.record
    if record is not None:
        yield from (key_of("link", name) for name in record.links)
        if record.series:
            yield key_of("series", record.series)
            yield from left_over_keys(record)
        if category := category_of(record):
            yield category_key(quarter_of(record.date), category)


def left_key(record: "Record") -> int:
    """Return the key of the question what a record's series leaves over, to records of its kind by those before."""
    return key_of("left", f"{record.kind}:{record.series or ''}")


def left_over_keys(record: "Record") -> tuple[int, ...]:
    """Return the key of what its series leaves over, and two that change with all that a record adds to that.

    Nobody asks for these: where a changed file gives the same ones as before, the answer is the same, too. They are two
    of different kinds, since one alone could be the same by chance.
    """
    if not record.series:
        return ()
    told = (record.kind, record.id, record.date, str(record.start), record.cancelled is None, record.items)
    said = f"left:{record.series}:{told!r}".encode("utf-8", "surrogatepass")
    return left_key(record), crc32(said), adler32(said)


def keys_likely(source: "Source") -> Iterator[int]:
    """Yield keys that a verdict on a file is likely to rest on, so that their files can be loaded beforehand."""
    yield from own_keys(source).values()
    record = source.record
    if record is not None:
        yield from (key_of("id", name) for name in record.links)
        yield from (key_of("id", name) for item in record.items for name in item.after)
        yield key_of("link", record.id)
        if getattr(record, "leftover", None) == "none":
            yield left_key(record)


def categories_of(view: "View") -> set[int]:
    """Return the keys of the problem categories that there are in a view."""
    quarters = {quarter_of(record.date) for record in view.records.values()}
    return {category_key(quarter, name) for quarter in quarters for name in view.categories_in(quarter)}


@dataclass
class Notes:
    """What one verdict rests on: the keys, and between which moments (both outside of it) it holds."""

    now: datetime
    known: Collection[int] | None = None
    """The keys whose files are loaded; none where all files are."""
    categories: Collection[int] | None = None
    """The keys of the categories that are taken for all there are; none where the view knows them."""
    keys: set[int] = field(default_factory=set)
    since: datetime | None = None
    until: datetime | None = None
    own: Collection[str] = ()
    """The file's own ids, which every verdict on it rests on."""
    by_day: bool = False
    """Whether it was asked which day it is."""

    def ask(self, sort: str, name: str) -> None:
        """Note a question; raises UnloadedError where its files are not loaded."""
        self.note(key_of(sort, name))

    def note(self, key: int) -> None:
        """Note a key; raises UnloadedError where its files are not loaded."""
        self.keys.add(key)
        if self.known is not None and key not in self.known:
            raise UnloadedError(key)

    def moment(self, other: datetime) -> None:
        """Note that it was asked whether a moment has passed; one that is just passing has its own answer."""
        if other <= self.now:
            self.after(min(other, self.now - _INSTANT))
        if other >= self.now:
            self.before(max(other, self.now + _INSTANT))

    def after(self, moment: datetime) -> None:
        """Note that the verdict holds only after a moment."""
        self.since = moment if self.since is None else max(self.since, moment)

    def before(self, moment: datetime) -> None:
        """Note that the verdict holds only before a moment."""
        self.until = moment if self.until is None else min(self.until, moment)


class Now:
    """The present moment, which can be compared and nothing else: so it is known when an answer changes."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def __lt__(self, other: datetime) -> bool:
        self._notes.moment(other)
        return self._notes.now < other

    def __le__(self, other: datetime) -> bool:
        self._notes.moment(other)
        return self._notes.now <= other

    def __gt__(self, other: datetime) -> bool:
        self._notes.moment(other)
        return self._notes.now > other

    def __ge__(self, other: datetime) -> bool:
        self._notes.moment(other)
        return self._notes.now >= other


@dataclass(frozen=True)
class Categories:
    """The problem categories of a quarter, which can be looked for one by one."""

    quarter: str
    view: "View"
    notes: Notes

    def __contains__(self, name: object) -> bool:
        key, taken = category_key(self.quarter, str(name)), self.notes.categories
        if taken is not None:
            self.notes.keys.add(key)
            return key in taken
        self.notes.note(key)
        return name in self.view.categories_in(self.quarter)


class Noted:
    """What rules may ask of a view; see there. `notes` are those of the file that is being judged."""

    def __init__(self, view: "View", notes: Notes) -> None:
        self._view = view
        self.notes = notes
        self.settings = view.settings
        self.calendar = view.calendar
        self.leaving = view.leaving
        self._day = view.today

    @property
    def as_view(self) -> "View":
        """The same, as rules know it."""
        return cast("View", self)

    def past(self, record: "Record", step: str) -> bool:
        """As the view; it asks nothing of other files."""
        return self._view.past(record, step)

    @property
    def now(self) -> Now:
        """The moment, which notes what it is compared with."""
        return Now(self.notes)

    @property
    def today(self) -> date:
        """The day; what asks for it holds until midnight."""
        if not self.notes.by_day:
            begins = datetime.combine(self._view.today, time.min, self.settings.zone)
            self.notes.after(begins - _INSTANT)
            self.notes.before(begins + timedelta(days=1))
            self.notes.by_day = True
        return self._day

    def record(self, name: str) -> "Record | None":
        """As the view; rests on the files with that id."""
        self.notes.ask("id", name)
        return self._view.record(name)

    def item(self, name: str) -> tuple["Record", "Item"] | None:
        """As the view; rests on the files with that id."""
        self.notes.ask("id", name)
        return self._view.item(name)

    def holders(self, name: str) -> Sequence["Holder"]:
        """As the view; rests on the files with that id."""
        if name not in self.notes.own:
            self.notes.ask("id", name)
        return self._view.holders(name)

    def linked(self, record: "Record") -> list["Record"]:
        """As the view; rests on the files that it links to."""
        self._note_links(record)
        return self._view.linked(record)

    def backlinks(self, record: "Record") -> list["Record"]:
        """As the view; rests on the files that link to it."""
        self.notes.ask("link", record.id)
        return self._view.backlinks(record)

    def series(self, name: str) -> list["Record"]:
        """As the view; rests on the files of the series."""
        self.notes.ask("series", name)
        return self._view.series(name)

    def earlier_in_series(self, record: "Record") -> list["Record"]:
        """As the view; rests on the files of the series."""
        self.notes.ask("series", record.series or "")
        return self._view.earlier_in_series(record)

    def left_over(self, record: "Record") -> list["Item"]:
        """As the view; rests on what the files of the series say of items and their times."""
        self.notes.note(left_key(record))
        return self._view.left_over(record)

    def categories_in(self, quarter: str) -> "Categories":
        """As the view; rests on the files of the quarter with the category that is looked for."""
        return Categories(quarter, self._view, self.notes)

    def effective(self, record: "Record") -> "Record":
        """As the view; rests on the files that it links to."""
        self._note_links(record)
        return self._view.effective(record)

    def inherited(self, record: "Record") -> dict[str, str]:
        """As the view; rests on the files that it links to."""
        self._note_links(record)
        return self._view.inherited(record)

    def proof(self, record: "Record", claim: "Claim", due: datetime) -> "Verdict | None":
        """As the view; rests on the history, which no key stands for."""
        return self._view.proof(record, claim, due)

    def _note_links(self, record: "Record") -> None:
        for name in record.links:
            self.notes.ask("id", name)
