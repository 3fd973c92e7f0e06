"""Which record or item a person means: an id, its random part, a beginning of either, or words of the title."""

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from commcoord.language.folding import folded
from commcoord.records.ids import is_item_id
from commcoord.records.vocabulary import CLOSED, ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.records.source import Source


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


class CalledItem(NamedTuple):
    """An item of which only the name is known yet, in which file it stands, and whether there is nothing left to do."""

    id: str
    words: str
    path: str
    closed: bool


AnyCallable = TypeVar("AnyCallable", bound=Callable)


def items_in(source: "Source") -> list[CalledItem]:
    """Return the actions, milestones and measures of a file."""
    items = source.record.items if source.record is not None else []
    return [CalledItem(one.id, one.what or "", source.path, one.status in CLOSED) for one in items if one.id]


def has_item(content: bytes, name: str) -> bool:
    """Whether the text of a file has an item of that id or random part, whatever else is the matter with it."""
    wanted = name.strip().casefold()
    if not (is_item_id(wanted) or is_item_id(f"a-{wanted}")):
        return False
    letter = "" if is_item_id(wanted) else "[amr]-"
    return re.search(rf"(?<![\w-]){letter}{wanted}(?![\w-])".encode(), content) is not None


def beginnings_of_items(name: str) -> list[str]:
    """Return what the id of an item begins with that a name means by its id or its random part."""
    wanted = name.strip().casefold()
    return [wanted, *(f"{letter}-{wanted}" for letter in dict.fromkeys(ITEM_LETTERS.values()))]


def open_ones(found: list[CalledItem]) -> list[CalledItem]:
    """Return the one item among several that is still open, where there is just one: people speak of what is to do."""
    still_open = [one for one in found if not one.closed]
    return still_open if len(found) > 1 and len(still_open) == 1 else found


def called(name: str, candidates: Sequence[AnyCallable]) -> list[AnyCallable]:
    """Return those that a name means by the most exact way in which it means any."""
    wanted = name.strip().casefold()
    said = as_heard(name)
    words = said.split()
    ways = (
        lambda one: one.id == wanted,
        lambda one: one.id.rpartition("-")[2] == wanted,
        lambda one: one.id.startswith(wanted),
        lambda one: one.id.rpartition("-")[2].startswith(wanted),
        lambda one: as_heard(one.words) == said,
        lambda one: all(word in as_heard(one.words) for word in words),
    )
    if not wanted:
        return []
    for means in ways:
        found = [one for one in candidates if means(one)]
        if found:
            return found
    return []


def as_heard(text: str) -> str:
    """Return a text as it is compared: an é is one, however a keyboard or a file name spells it."""
    return folded(text if text.isascii() else unicodedata.normalize("NFC", text))
