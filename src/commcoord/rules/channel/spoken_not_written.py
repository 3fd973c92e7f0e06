"""It was spoken by phone or message, and nothing was written down in time.

What: phone or im is among the means, the deadline after the end has passed (`written_within`, 24 hours), and there
is no `channel.written_record`, no minutes or feedback linked to it, and the record itself holds nothing that was
said.

Why: what was promised on the phone is denied in good faith a month later.

Bad:
    kind: plan
    channel: {important: false, complex: false, means: [phone]}

Good:
    kind: plan
    channel: {important: false, complex: false, means: [phone], written_record: docs/calls/20231020.md}

Bad (en):
    kind: plan
    channel: {important: false, complex: false, means: [im]}

Good (en):
    # as of 2023-10-20 18:00
    kind: plan
    step: hold
    channel: {important: false, complex: false, means: [im]}
    archive:
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.labels import named
from commcoord.language.messages import Message, Several
from commcoord.records.clocks import written_due
from commcoord.records.said import said
from commcoord.records.vocabulary import SPOKEN
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC302"
SEVERITY = "error"

WRITES = ("minutes", "feedback")
"""The kinds of record that put in writing what was said."""
WRITTEN = ("items", "said", "topics", "decisions", "facts", "next_steps")


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a spoken communication without a written record after its deadline."""
    if not set(record.channel.means) & set(SPOKEN) or _written(record, view):
        return
    if view.now > written_due(record, view):
        yield Finding(
            Message(
                "Spoken by {means}, and nowhere written down", means=Several(map(named, record.channel.means))
            ),
            ("channel", "means"),
            f'commcoord channel {record.id} --written-record "…"',
        )


def _says(value: object) -> bool:
    """Whether a field of a record, or something within it, says anything: `said: [""]` does not."""
    if isinstance(value, str):
        return said(value)
    if isinstance(value, list):
        return any(map(_says, value))
    within = getattr(value, "__dict__", None)
    return bool(value) if within is None else any(map(_says, within.values()))


def _written(record: "Record", view: "View") -> bool:
    if (record.channel.written_record or "").strip():
        return True
    if record.kind != "plan" and any(_says(getattr(record, field, None)) for field in WRITTEN):
        return True
    linked = (*view.linked(record), *view.backlinks(record))
    return any(one.kind in WRITES and one.cancelled is None for one in linked)
