"""Step 3, 选择渠道: by urgency, importance, complexity and formality; the advice is the table of the contract."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, mark
from commcoord.records.vocabulary import MEANS, TALKS, WRITTEN
from commcoord.steps import forms
from commcoord.steps.answer import Answer

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


def _flags(name: str, field: str, help_: str, question: str) -> tuple[Answer, Answer]:
    return (
        Answer(f"--{name}", field, help_, question, flag=True),
        Answer(f"--not-{name}", field, "", flag=False),
    )


ANSWERS = (
    *_flags("urgent", "channel.urgent", mark("it is urgent (or: --not-urgent)"), mark("Is it urgent?")),
    *_flags("important", "channel.important", mark("it is important"), mark("Is it important?")),
    *_flags("complex", "channel.complex", mark("it is complex"), mark("Is it complex?")),
    *_flags(
        "formal",
        "channel.formal",
        mark("it is formal, or must leave a trace"),
        mark("Is it formal, or must it leave a trace?"),
    ),
    Answer(
        "--means", "channel.means", mark("by which means"), mark("By which means?"), many=True, choices=MEANS
    ),
    Answer("--because", "channel.because", mark("why the means differ from the advice")),
    Answer("--subject", "channel.subject", mark("the subject of the mail or letter")),
    Answer("--cc", "channel.cc", mark("who gets a copy"), many=True, of="people"),
    Answer(
        "--confirmation-asked",
        "channel.confirmation.asked",
        mark("when a confirmation was asked for"),
        form=forms.day,
    ),
    Answer("--confirmation-received", "channel.confirmation.received", mark("when it came"), form=forms.day),
    Answer("--written-record", "channel.written_record", mark("where the written record of a talk lies")),
)
