"""What is urgent and important is asked first; among the others nobody but people can rank."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import Message
from commcoord.rules.goal.asks_out_of_order import ID

if TYPE_CHECKING:
    from commcoord.rules.mending.mend import Case, Tree

RULE = ID


def mended(tree: "Tree", case: "Case") -> Iterator[Message]:
    """Put the urgent and important asks before the others, each group in its order."""
    asks, record = tree.get("asks"), case.source.record
    if record is None or not isinstance(asks, list) or len(asks) != len(record.asks):
        return  # some of them are wrong fields, and their places unknown
    pressing = [bool(ask.urgent and ask.important) for ask in record.asks]
    order = sorted(range(len(asks)), key=lambda place: not pressing[place])
    if order != sorted(order):
        ordered: list[Any] = [asks[place] for place in order]
        asks[:] = ordered
        yield Message("asks: what is urgent and important stands first")
