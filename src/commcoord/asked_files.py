"""The files of a repository that questions are about, of which the index knows, read as they are asked for."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.records import naming
from commcoord.store.meant import demand_record, only, only_record, paths_meant
from commcoord.store.scanning import walk_order

if TYPE_CHECKING:
    from commcoord.records.evidence import Evidence
    from commcoord.records.naming import Called, CalledItem
    from commcoord.records.parts import Item
    from commcoord.records.source import Source
    from commcoord.records.view import View
    from commcoord.register import Register
    from commcoord.repository import Repository


class AskedFiles:
    """The files of a repository that were asked for, as far as they were."""

    def __init__(
        self,
        repository: "Repository",
        register: "Callable[[], Register]",
        instead: "Mapping[str, Source]" = MappingProxyType({}),
        read: "dict[str, Source] | None" = None,
    ) -> None:
        """Ask a register that is opened when it is first wanted.

        Some files are seen as they are not written yet, and some have been read before.
        """
        self.repository = repository
        self._open = register
        self._asked: set[tuple[str, str]] = set()
        self._instead = instead
        self._read = {} if read is None else read
        self._sources: dict[str, Source] = dict(instead)

    @classmethod
    def by(cls, register: "Register") -> "AskedFiles":
        """Return the files of which a register that is open knows, at its moment."""
        from commcoord.repository import Repository

        return cls(Repository.open(register.root, lambda _zone: register.now), lambda: register)

    @cached_property
    def register(self) -> "Register":
        """Whoever knows which files these are."""
        return self._open()

    def with_source(self, source: "Source") -> "AskedFiles":
        """Return the same files, with this one in the place of the one with its path."""
        instead = {**self._instead, source.path: source}
        return AskedFiles(self.repository, lambda: self.register, instead, self._read)

    # ── what a name means ──────────────────────────────────────────────────────────────────────────

    def find(self, name: str, *kinds: str) -> "Source":
        """Return the one record that a name means, of these kinds if any are said.

        Raises UsageError where none or several are meant, ImpossibleError where its file cannot be read.
        """
        return demand_record(self._source_at(self._meant(name, *kinds).path))

    def meant(self, name: str) -> "list[Source]":
        """Return the files, readable or not, that a name may mean."""
        wanted = paths_meant(name, self.repository.root)
        paths = [one[2] for one in self.register.named() if one[2] in wanted] if wanted else []
        return [self._source_at(path) for path in paths or [one.path for one in self.register.meant(name)]]

    def id_meant(self, name: str) -> str:
        """Return the id of the one record that a name means, readable or not; raises UsageError as `find` does."""
        return self._meant(name).id

    def _meant(self, name: str, *kinds: str) -> "Called":
        if wanted := paths_meant(name, self.repository.root):
            for named in self.register.named():
                if named[2] in wanted:
                    return naming.Called._make(named)
        return only_record(name, self.register.meant(name, *kinds))

    def find_item(self, name: str) -> tuple["Source", "Item"]:
        """Return the one action, milestone or measure that a name means, with its record's source.

        Of several that words may mean, the one that is still open. Raises UsageError as `find` does, ImpossibleError
        where the id stands in a file that cannot be read.
        """
        missing = Message("No action, milestone or measure is called “{name}”.", name=name)
        candidates = naming.open_ones(naming.called(name, self.register.items_meant(name)))
        if not candidates:
            self._demand_readable(name)
        found = only(name, candidates, missing)
        source = demand_record(self._source_at(found.path))
        assert source.record is not None  # as it was demanded
        for item in source.record.items:
            if item.id == found.id:
                return source, item
        raise ImpossibleError(Message("{path} has been changed by somebody else meanwhile.", path=found.path))

    def _demand_readable(self, item: str) -> None:
        """Raise ImpossibleError where an item's id stands in a file that holds no record that can be read."""
        for path in self.register.unreadable:
            with suppress(OSError):
                if naming.has_item(self.repository.content(self.repository.root / path), item):
                    demand_record(self._source_at(path))

    def records_or_items(self, name: str) -> "tuple[list[Called], list[CalledItem]]":
        """Return the records and the items that a name may mean, by the most exact way in which it means any."""
        among: list[Called | CalledItem] = [*self.register.meant(name), *self.register.items_meant(name)]
        found = naming.called(name, among)
        items = [one for one in found if isinstance(one, naming.CalledItem)]
        records = [one for one in found if isinstance(one, naming.Called)]
        return records, naming.open_ones(items)

    # ── files ──────────────────────────────────────────────────────────────────────────────────────

    @property
    def unreadable(self) -> "list[Source]":
        """The files that hold no record that can be read, in their order."""
        return [self._source_at(path) for path in self.register.unreadable]

    def path_of(self, record_id: str) -> str:
        """Return where the first record with that id lies, below the root."""
        self.about("id", record_id)
        return min((one.path for one in self._sources.values() if one.id == record_id), key=walk_order)

    def _source_at(self, path: str) -> "Source":
        self.about("path", path)
        return self._sources.get(path) or self._file(path)

    def _file(self, path: str) -> "Source":
        """Return a file, read once."""
        if path not in self._read:
            self._read[path] = self.repository.source_at(self.repository.root / path)
        return self._read[path]

    def about(self, sort: str, *names: str) -> "View":
        """Return a view of all files that questions of a sort are about (`Register.about`), and of some others.

        With each file those are in it that have the same id, of which the first is the one that counts.
        """
        for question in [(sort, name) for name in names if (sort, name) not in self._asked]:
            self._asked.add(question)
            for path in self.register.about(*question):
                if path not in self._sources:
                    self._sources[path] = self._file(path)
                    self.__dict__.pop("view", None)
        return self.view

    @cached_property
    def view(self) -> "View":
        """A view of the files that were asked for."""
        sources = [self._sources[path] for path in sorted(self._sources, key=walk_order)]
        view = self.repository.view_of(sources)
        return view.but(evidence=self._evidence) if view.settings.evidence else view

    @property
    def whole(self) -> "View":
        """A view of all files of the repository, every one of which is read for it."""
        view = self.repository.view
        for source in self._instead.values():
            view = view.with_source(source)
        return view

    @cached_property
    def _evidence(self) -> "Evidence":
        from commcoord.store import evidence  # the history is asked only where the settings want proof

        return evidence.first_said(self.repository.root)

    def categories(self, quarter: str) -> set[str]:
        """Return the problem categories of the records of a quarter, as `View.categories_in` does."""
        read = self.about("id", *(one.id for one in self._instead.values()))
        return self.register.categories(quarter, self._sources) | read.categories_in(quarter)


class Taken:
    """The ids that records and items of a repository have, asked for one by one, and those given out since."""

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        self._is_taken = is_taken
        self._given: set[str] = set()

    def __contains__(self, name: object) -> bool:
        """Whether somebody has that id."""
        return name in self._given or self._is_taken(str(name))

    def add(self, name: str) -> None:
        """Remember that an id was given out."""
        self._given.add(name)
