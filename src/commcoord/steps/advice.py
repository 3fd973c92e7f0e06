"""Which means a matter asks for, by urgency, importance, complexity and formality: the table of the contract."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.vocabulary import MEANS, TALKS, WRITTEN

if TYPE_CHECKING:
    from commcoord.records.record import Record


@dataclass(frozen=True)
class Row:
    """One row of the advice: what it is, which means must be among those chosen, and what belongs to them."""

    why: Message
    among: tuple[str, ...]
    also: Message


FORMAL = Row(
    Message("formal, or it must leave a trace"),
    WRITTEN,
    Message("a clear subject, copies, and an asked-for confirmation"),
)
WEIGHTY = Row(
    Message("important or complex"), TALKS, Message("agenda and materials ahead, time for discussion")
)
SIMPLE = Row(
    Message("urgent or simple"),
    MEANS,
    Message("phone or message is enough; what is spoken needs a written record"),
)
URGENT = Row(Message("urgent"), (), Message("phone or message may come first, and the rest follows"))


def advice(record: "Record") -> list[Row]:
    """Return the rows of the contract's table that fire; they add up."""
    rows = [row for fires, row in ((record.channel.formal, FORMAL), (record.weighty, WEIGHTY)) if fires]
    return (rows or [SIMPLE]) + ([URGENT] if record.urgent and rows else [])


def missing_means(record: "Record") -> list[Row]:
    """Return the rows whose means are not among those chosen."""
    chosen = set(record.channel.means)
    return [row for row in advice(record) if row.among and not chosen & set(row.among)]
