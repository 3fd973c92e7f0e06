"""A records repository, opened to be changed: the object that commands talk to, and where the rooms meet."""

import copy
import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.asked_files import AskedFiles, Taken
from commcoord.errors import CommcoordError, ImpossibleError
from commcoord.language.messages import Message
from commcoord.nearby import Nearby
from commcoord.records import ids
from commcoord.records.outline import in_order
from commcoord.records.source import Source, Unreadable
from commcoord.repository import Repository
from commcoord.store import files, tree
from commcoord.store.index import ITEMS
from commcoord.store.locks import exclusive
from commcoord.store.meant import unreadable
from commcoord.store.yaml_faults import NotYaml

if TYPE_CHECKING:
    from commcoord.records.parsing import WrongField
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.view import View
    from commcoord.register import Register
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
            f"b/{place}" if self.after else "/dev/null",
        )
        return moved + "".join(one if one.endswith("\n") else f"{one}{UNENDED}" for one in lines)


class Workspace(Repository):
    """One records repository at one moment, to be looked at and written to."""

    def __init__(
        self, root: Path, settings: "Settings", wrong: "Sequence[WrongField]", now: datetime
    ) -> None:
        super().__init__(root, settings, wrong, now)
        self._read: dict[str, Document] = {}
        self._registers: list[Register] = []
        self._wrote = False
        self.written: list[Change] = []

    # ── finding ────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def files(self) -> AskedFiles:
        """The files that a question is about, by an index: of thousands a handful is read."""
        return AskedFiles(self, self._register)

    def _register(self) -> "Register":
        from commcoord.register import Register

        opened = Register(self.root, lambda _zone: self.now, timeless=True, resting=True, sections=(ITEMS,))
        self._registers.append(opened)
        return opened

    @property
    def near(self) -> "View":
        """What rules and questions about some records look through: it has only those files read that matter."""
        return Nearby(self.files).as_view

    def find(self, name: str, *kinds: str) -> Source:
        """Return the one record that a name means.

        Raises UsageError where none or several are meant, ImpossibleError where its file cannot be read.
        """
        return self.files.find(name, *kinds)

    def record(self, name: str, *kinds: str) -> "Record":
        """Return the one record that a name means, as `find` does."""
        found = self.find(name, *kinds).record
        assert found is not None  # find() has refused the others
        return found

    def record_id(self, name: str) -> str:
        """Return the id of the one record that a name means, readable or not; raises UsageError as `find` does."""
        return self.files.id_meant(name)

    def item_id(self, name: str) -> str:
        """Return the id of the one item that a name means, as `AskedFiles.find_item` does."""
        return str(self.files.find_item(name)[1].id)

    # ── writing ────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Read, change and write while no other command writes; what was read before is read again."""
        with exclusive(self.root):
            self._forget()
            yield

    def document(self, path: str) -> "Document":
        """Read a file exactly, with its layout; raises ImpossibleError where it is not YAML."""
        from commcoord.store.yaml_reading import read

        try:
            return read((self.root / path).read_bytes())
        except NotYaml as fault:
            raise unreadable(path, Unreadable(fault.line, fault.column, fault.message)) from fault

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
        return ids.new_record_id(kind, day, self.taken)

    @property
    def taken(self) -> Taken:
        """The ids of all records, items, decisions and facts, so that new ones differ."""
        return Taken(self._is_taken)

    def _is_taken(self, name: str) -> bool:
        return self.files.register.is_taken(name)  # of a register that knows what was written last

    def _note(self, change: Change) -> None:
        self.written.append(change)
        self._wrote = True
        self._forget()

    def _forget(self) -> None:
        for name in ("sources", "view", "files"):
            self.__dict__.pop(name, None)

    def close(self) -> None:
        """Let go of what was asked; an index that was asked is brought up to what was written since.

        Whoever looks next need not wait for it.
        """
        if self._wrote and self._registers:
            with suppress(OSError, CommcoordError):
                self._register()
        for register in self._registers:
            register.close()


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
