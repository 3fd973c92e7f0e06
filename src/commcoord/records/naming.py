"""Which record or item a person means: an id, its random part, a beginning of either, or words of the title."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from commcoord.language.folding import folded
from commcoord.records.ids import is_item_id
from commcoord.records.vocabulary import CLOSED

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import View


class Callable(Protocol):
    """Something that can be called by its id or by words."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def words(self) -> str:
        """Its words."""


class Called(NamedTuple):
    """A record of which only the name is known yet, and where it lies."""

    id: str
    words: str
    path: str


class Named(NamedTuple):
    """A record or an item, with the file in which it stands."""

    id: str
    words: str
    source: "Source"
    closed: bool = False


AnyCallable = TypeVar("AnyCallable", bound=Callable)


def records_called(name: str, sources: Iterable["Source"]) -> list[Named]:
    """Return the records that a name may mean; one where it is clear."""
    return called(name, _records(sources))


def _records(sources: Iterable["Source"]) -> list[Named]:
    return [Named(one.id, str(one.tree.get("title") or ""), one) for one in sources]


def items_called(name: str, view: "View") -> list[Named]:
    """Return the actions, milestones and measures that a name may mean."""
    return called(name, _items(view))


def _items(view: "View") -> list[Named]:
    return [
        Named(item.id, item.what or "", source, item.status in CLOSED)
        for source in view.sources
        if source.record is not None
        for item in source.record.items
        if item.id
    ]


def records_or_items_called(name: str, view: "View") -> tuple[list[Named], list[Named]]:
    """Return the records and the items that a name may mean, by the most exact way in which it means any of both."""
    found = called(name, [*_records(view.sources), *_items(view)])
    records = [one for one in found if one.id == one.source.id]
    return records, open_ones([one for one in found if one.id != one.source.id])


def has_item(content: bytes, name: str) -> bool:
    """Whether the text of a file has an item of that id or random part, whatever else is the matter with it."""
    wanted = name.strip().casefold()
    if not (is_item_id(wanted) or is_item_id(f"a-{wanted}")):
        return False
    letter = "" if is_item_id(wanted) else "[amr]-"
    return re.search(rf"(?<![\w-]){letter}{wanted}(?![\w-])".encode(), content) is not None


def open_ones(found: list[Named]) -> list[Named]:
    """Return the one item among several that is still open, where there is just one: people speak of what is to do."""
    still_open = [one for one in found if not one.closed]
    return still_open if len(found) > 1 and len(still_open) == 1 else found


def called(name: str, candidates: Sequence[AnyCallable]) -> list[AnyCallable]:
    """Return those that a name means by the most exact way in which it means any."""
    wanted = name.strip().casefold()
    said = _as_heard(name)
    words = said.split()
    ways = (
        lambda one: one.id == wanted,
        lambda one: one.id.rpartition("-")[2] == wanted,
        lambda one: one.id.startswith(wanted),
        lambda one: one.id.rpartition("-")[2].startswith(wanted),
        lambda one: _as_heard(one.words) == said,
        lambda one: all(word in _as_heard(one.words) for word in words),
    )
    if not wanted:
        return []
    for means in ways:
        found = [one for one in candidates if means(one)]
        if found:
            return found
    return []


def _as_heard(text: str) -> str:
    """Return a text as it is compared: an é is one, however a keyboard or a file name spells it."""
    return folded(text if text.isascii() else unicodedata.normalize("NFC", text))
