"""A record as it was found: where it lies, what could be read of it, and what could not."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from commcoord.language.messages import Message
from commcoord.records.days_named import UNKNOWN
from commcoord.records.parsing import record_of
from commcoord.records.vocabulary import ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.records.parsing import WrongField
    from commcoord.records.record import Record


class Unreadable(NamedTuple):
    """Why a file is not one YAML document, and where (counted from 1)."""

    line: int
    column: int
    message: Message
    marker: bool = False
    """Whether a conflict marker of git is the reason."""


class Source:
    """One file of the records folder; `path` is below the root, with `/` on every platform."""

    def __init__(
        self,
        path: str,
        tree: Mapping[str, Any] = MappingProxyType({}),
        record: "Record | None" = None,
        wrong: "Sequence[WrongField]" = (),
        unreadable: Unreadable | None = None,
        latest: str = UNKNOWN,
    ) -> None:
        self.path = path
        self.tree = tree
        self.record = record
        self.wrong = wrong
        self.unreadable = unreadable
        self.latest = latest
        """No day that the file names is later than this one, ISO 8601 (`records.days_named`)."""

    def with_record(self, record: "Record") -> "Source":
        """Return the same file with another record."""
        return Source(self.path, self.tree, record, self.wrong, self.unreadable, self.latest)

    @property
    def id(self) -> str:
        """The record's id; the file's name where it cannot be read."""
        found = self.tree.get("id")
        return str(found) if isinstance(found, str) else self.path.rpartition("/")[2].removesuffix(".yaml")

    def ids(self) -> Sequence[tuple[str, tuple[str | int, ...]]]:
        """Return the id of the record, the ids of its items, and the path of each; wrong fields hide none."""
        return self._ids

    @cached_property
    def _ids(self) -> list[tuple[str, tuple[str | int, ...]]]:
        found: list[tuple[str, tuple[str | int, ...]]] = [(self.id, ("id",))]
        for name_of_list in ITEM_LETTERS:
            listed = self.tree.get(name_of_list)
            for place, item in enumerate(listed if isinstance(listed, list) else ()):
                name = item.get("id") if isinstance(item, dict) else None
                if isinstance(name, str) and name:
                    found.append((name, (name_of_list, place, "id")))
        return found


def source_of(path: str, tree: dict[str, Any], *, latest: str = UNKNOWN) -> Source:
    """Return the source of a tree that could be read."""
    record, wrong = record_of(tree)
    return Source(path, tree, record, wrong, latest=latest)
