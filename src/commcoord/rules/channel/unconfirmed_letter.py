"""A confirmation was asked for, and none has come.

What: `channel.confirmation` has a day on which it was asked for, none on which it was received, and more days have
passed than `confirm_within` allows (3).

Why: a letter that nobody confirmed may lie in a spam folder, while both sides believe that the other is silent.

Bad:
    kind: plan
    channel: {means: [meeting, email], subject: 推广预算, cc: [公司管理层], confirmation: {asked: 2023-10-20}}

Good:
    kind: plan
    channel: {means: [meeting, email], subject: 推广预算, cc: [公司管理层],
              confirmation: {asked: 2023-10-20, received: 2023-10-23}}

Bad (en):
    kind: plan
    channel: {means: [meeting, email], confirmation: {asked: 2023-10-20}}

Good (en):
    # as of 2023-10-23 18:00
    kind: plan
    step: archive
    channel: {means: [meeting, email], confirmation: {asked: 2023-10-20}}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import confirmation_due
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC304"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a confirmation that is overdue."""
    confirmation = record.channel.confirmation
    if confirmation is None or confirmation.asked is None or confirmation.received is not None:
        return
    if view.today > confirmation_due(confirmation.asked, view):
        yield Finding(
            Message("a confirmation was asked for on {day}, and none has come", day=confirmation.asked),
            ("channel", "confirmation", "asked"),
            f"commcoord channel {record.id} --confirmation-received …",
        )
