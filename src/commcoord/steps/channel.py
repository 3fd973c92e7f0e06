"""Step 3, 选择渠道: by urgency, importance, complexity and formality; what they lead to, `advice` has."""

from commcoord.language.messages import mark
from commcoord.records.vocabulary import MEANS
from commcoord.steps import forms
from commcoord.steps.answer import Answer


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
