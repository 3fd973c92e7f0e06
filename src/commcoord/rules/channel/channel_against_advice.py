"""The means differ from the advice, and no reason is given.

What: what is formal needs an e-mail or a letter, what is important or complex a meeting or a video call; both
together need both. A means that is missing needs a reason in `because`, and so does naming no means at all.

Why: a budget settled in a chat is remembered in three ways. The right channel costs an hour, the wrong one a month.

Bad:
    kind: plan
    channel: {means: [email], subject: 推广预算, cc: [公司管理层],
              confirmation: {asked: 2023-10-20, received: 2023-10-20}}

Good:
    kind: plan
    channel: {means: [meeting, email], subject: 推广预算, cc: [公司管理层],
              confirmation: {asked: 2023-10-20, received: 2023-10-20}}

Bad (en):
    kind: plan
    channel: {important: true, complex: false, means: [im], written_record: docs/chat.md}

Good (en):
    kind: plan
    channel: {important: true, complex: false, means: [im], written_record: docs/chat.md,
              because: Both deciders travel until Friday}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.labels import named
from commcoord.language.messages import Message, Several
from commcoord.records.vocabulary import reached
from commcoord.rules.finding import Finding
from commcoord.steps.advice import SIMPLE, missing_means

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC301"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find the rows of the advice that the means do not satisfy."""
    if (record.channel.because or "").strip():
        return
    for row in missing_means(record):
        if row is SIMPLE and not _must_be_chosen(record, view):
            continue
        yield Finding(
            Message(
                "{why}: it needs one of {means}, or a reason",
                why=row.why,
                means=Several(map(named, row.among)),
            ),
            ("channel", "means"),
            f"commcoord channel {record.id} --means {'…' if row is SIMPLE else row.among[0]}",
        )


def _must_be_chosen(record: "Record", view: "View") -> bool:
    """Whether even a simple matter must name its means by now; a routine one never."""
    chosen = view.leaving == "channel" or reached("prepare", record.step)
    return chosen and record.scenario != "routine"
