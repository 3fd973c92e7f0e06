"""A deadline in words becomes its date, counted from the day of the communication."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.language.dates import when
from commcoord.language.messages import Message
from commcoord.rules.files.wrong_field import ID

if TYPE_CHECKING:
    from commcoord.rules.mending.mend import Case, Tree

RULE = ID


def mended(tree: "Tree", case: "Case") -> Iterator[Message]:
    """Replace every `due` that is no date but means one day and no other."""
    day = _day(tree.get("date"))
    if day is None:
        return
    is_workday = case.view.calendar.guessing().is_workday
    for fault in case.source.wrong:
        item = _at(tree, fault.path[:-1])
        if fault.path[-1:] == ("due",) and isinstance(item, dict) and isinstance(item.get("due"), str):
            words = str(item["due"])
            meaning = when(words, day, is_workday)
            if meaning is not None and not meaning.ambiguous:
                item["due"] = meaning.date.isoformat()
                field = ".".join(map(str, fault.path))
                yield Message("{field}: {words} is {date}", field=field, words=words, date=item["due"])


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        try:
            tree = tree[key]
        except (KeyError, IndexError, TypeError):
            return None
    return tree
