"""A records repository, opened to be changed: the object that commands talk to, and where the rooms meet."""

import copy
import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.records import ids, naming
from commcoord.records.outline import in_order
from commcoord.records.source import Source, Unreadable
from commcoord.records.vocabulary import ITEM_LETTERS
from commcoord.repository import Repository
from commcoord.store import files, tree
from commcoord.store.locks import exclusive
from commcoord.store.meant import demand_record, only, only_record, paths_meant, unreadable
from commcoord.store.yaml_faults import NotYaml

if TYPE_CHECKING:
    from commcoord.records.parsing import WrongField
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.store.yaml_reading import Document

Clock = Callable[[tzinfo], datetime]
UNENDED = "\n\\ No newline at end of file\n"
"""What git's diff has after a last line that does not end."""


@dataclass(frozen=True)
class Change:
    """What a command did, or with `--dry-run` would do, to one file."""

    path: str
    before: str
    after: str
    place: str = ""
    """Where the file goes, if it does not stay."""

    @property
    def diff(self) -> str:
        """The change as a unified diff, a move as git tells it; empty where nothing changes."""
        place = self.place or self.path
        moved = f"rename from {self.path}\nrename to {place}\n" if place != self.path else ""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"a/{self.path}" if self.before else "/dev/null",
            f"b/{place}",
        )
        return moved + "".join(one if one.endswith("\n") else f"{one}{UNENDED}" for one in lines)


class Workspace(Repository):
    """One records repository at one moment, to be looked at and written to."""

    def __init__(
        self, root: Path, settings: "Settings", wrong: "Sequence[WrongField]", now: datetime
    ) -> None:
        super().__init__(root, settings, wrong, now)
        self._read: dict[str, Document] = {}
        self.written: list[Change] = []

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {one.id: one.path for one in reversed(self.sources)}

    def path_of(self, record_id: str) -> str:
        """Return where the record with that id lies, below the root."""
        return self._paths[record_id]

    def document(self, path: str) -> "Document":
        """Read a file exactly, with its layout; raises ImpossibleError where it is not YAML."""
        from commcoord.store.yaml_reading import read

        try:
            return read((self.root / path).read_bytes())
        except NotYaml as fault:
            raise unreadable(path, Unreadable(fault.line, fault.column, fault.message)) from fault

    # ── finding ────────────────────────────────────────────────────────────────────────────────────

    def find(self, name: str, *kinds: str) -> Source:
        """Return the one record that a name means.

        Raises UsageError where none or several are meant, ImpossibleError where its file cannot be read.
        """
        return demand_record(self._by_path(name) or self._by_words(name, kinds))

    def record(self, name: str, *kinds: str) -> "Record":
        """Return the one record that a name means, as `find` does."""
        found = self.find(name, *kinds).record
        assert found is not None  # find() has refused the others
        return found

    def record_id(self, name: str) -> str:
        """Return the id of the one record that a name means, readable or not; raises UsageError as `find` does."""
        return (self._by_path(name) or self._by_words(name, ())).id

    def _by_path(self, name: str) -> Source | None:
        wanted = paths_meant(name, self.root)
        return next((one for one in self.sources if one.path in wanted), None) if wanted else None

    def _by_words(self, name: str, kinds: Sequence[str]) -> Source:
        among = [one for one in self.sources if not kinds or ids.kind_of(one.id) in kinds]
        return only_record(name, naming.records_called(name, among)).source

    def find_item(self, name: str) -> tuple[Source, "Item"]:
        """Return the one action, milestone or measure that a name means, with its record's source.

        Of several that words may mean, the one that is still open. Raises UsageError as `find` does, ImpossibleError
        where the id stands in a file that cannot be read.
        """
        missing = Message("No action, milestone or measure is called “{name}”.", name=name)
        candidates = naming.open_ones(naming.items_called(name, self.view))
        if not candidates:
            self._demand_readable(name)
        found = only(name, candidates, missing)
        record = found.source.record
        assert record is not None  # items_called() looks at records only
        return found.source, next(item for item in record.items if item.id == found.id)

    def _demand_readable(self, item: str) -> None:
        """Raise ImpossibleError where an item's id stands in a file that holds no record that can be read."""
        for one in self.sources:
            if one.record is None and naming.has_item(self._bytes(one.path), item):
                demand_record(one)

    def _bytes(self, path: str) -> bytes:
        try:
            return self.content(self.root / path)
        except OSError:
            return b""

    def item_id(self, name: str) -> str:
        """Return the id of the one item that a name means, as `find_item` does."""
        return str(self.find_item(name)[1].id)

    # ── writing ────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Read, change and write while no other command writes; what was read before is read again."""
        with exclusive(self.root):
            self._forget()
            yield

    def editable(self, source: Source) -> dict[str, Any]:
        """Return a copy of a record's tree that a command may change and hand to `save`."""
        document = self.document(source.path)
        self._read[source.path] = document
        return copy.deepcopy(document.tree)

    def save(self, path: str, wanted: dict[str, Any], *, dry_run: bool = False) -> Change:
        """Write a changed tree over its file, touching only what differs; on ImpossibleError the old file is whole.

        What somebody else wrote since `editable` read the file is kept: both changes are merged. Raises
        ChangedMeanwhileError where they disagree.
        """
        from commcoord.store.yaml_patching import patched
        from commcoord.store.yaml_reading import read

        document = self._read.get(path) or read((self.root / path).read_bytes())
        meant = Change(path, document.text, patched(document, wanted))
        with self._alone(meant) if not dry_run else nullcontext():
            present, before = (self.root / path).read_bytes(), document.text.encode()
            text = meant.after
            if before != present:
                with _shown(meant):
                    text = files.united(self.root / path, before, present, text.encode())
            change = Change(path, present.decode(), text)
            if change.before != change.after and not dry_run:
                self._write(change, expected=present)
                self._read.pop(path, None)
                self._note(change)
        return change

    @contextmanager
    def _alone(self, meant: Change) -> Iterator[None]:
        """Hold the repository alone; where that cannot be had, the error shows what was meant to be written."""
        with ExitStack() as held:
            with _shown(meant):
                held.enter_context(exclusive(self.root))
            yield

    def create(self, wanted: dict[str, Any], *, dry_run: bool = False, remarks: Sequence[str] = ()) -> Change:
        """Write a new record where its id and date say, remarks as comments above it.

        Raises ImpossibleError where a file is there already.
        """
        from commcoord.store.yaml_patching import emitted

        wanted = in_order(wanted, str(wanted["kind"]))
        path = ids.path_of(str(wanted["id"]))
        schema = f"# yaml-language-server: $schema=../../../{tree.DERIVED}/schemas/{wanted['kind']}.json"
        comment = "\n".join([schema, *(f"# {' '.join(one.split())}" for one in remarks)])
        change = Change(path, "", emitted(wanted, comment))
        if not dry_run:
            self._write(change, expected=None)
            self._note(change)
        return change

    def _write(self, change: Change, expected: bytes | None) -> None:
        """Write a change; where that is not possible, the error shows what was to be written: nothing is lost."""
        with _shown(change):
            content = change.after.encode()
            files.write_atomically(self.root / change.path, content, expected=expected, root=self.root)

    def new_id(self, kind: str, day: date) -> str:
        """Return a record id that no file here has."""
        return ids.new_record_id(kind, day, {one.id for one in self.sources})

    @property
    def item_ids(self) -> set[str]:
        """The ids of all items, decisions and facts, so that new ones differ."""
        return {
            str(one["id"])
            for source in self.sources
            for field in ITEM_LETTERS
            for one in _maps(source.tree.get(field))
            if one.get("id")
        }

    def _note(self, change: Change) -> None:
        self.written.append(change)
        self._forget()

    def _forget(self) -> None:
        for name in ("sources", "view", "_paths"):
            self.__dict__.pop(name, None)


@contextmanager
def _shown(change: Change) -> Iterator[None]:
    """Have an error that keeps a change from being written show it."""
    try:
        yield
    except ImpossibleError as error:
        remedy = error.hint or ""
        error.hint = Message(
            "{remedy} What was to be written:\n{diff}", remedy=remedy, diff=change.diff.rstrip()
        )
        raise


def _maps(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
