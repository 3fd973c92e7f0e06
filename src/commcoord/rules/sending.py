"""What two rules say of minutes that are to be sent: the command that does it, or notes that somebody did."""

from typing import TYPE_CHECKING

from commcoord.language.messages import Message

if TYPE_CHECKING:
    from commcoord.records.record import Record


def sending(record: "Record") -> tuple[str, Message]:
    """Return the command that sends minutes to everybody concerned, and the way for whoever sends them by hand."""
    return (
        f"commcoord circulate {record.id} --send",
        Message("Or send it yourself, and note that with: commcoord circulate {id} --sent", id=record.id),
    )
