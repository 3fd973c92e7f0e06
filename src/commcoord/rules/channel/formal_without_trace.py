"""An e-mail or letter goes out without a subject, copies or an asked-for confirmation.

What: it is formal, and one of the means is e-mail or a letter, and one of `subject`, `cc` and `confirmation.asked`
is empty. Where it is not said whether it is formal, that counts as formal, except in a routine matter.

Why: a formal message is sent to be proven later: about what, who else knows it, and that it arrived.

Bad:
    kind: plan
    channel: {formal: true, means: [meeting, email], subject: 推广预算, cc: [公司管理层]}

Good:
    kind: plan
    channel: {formal: true, means: [meeting, email], subject: 推广预算, cc: [公司管理层],
              confirmation: {asked: 2023-10-20, received: 2023-10-21}}

Bad (en):
    kind: plan
    channel: {formal: true, means: [meeting, letter], cc: [Management],
              confirmation: {asked: 2023-10-20, received: 2023-10-21}}

Good (en):
    kind: plan
    channel: {formal: true, means: [meeting, letter], subject: Budget of the launch, cc: [Management],
              confirmation: {asked: 2023-10-20, received: 2023-10-21}}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.vocabulary import WRITTEN
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC303"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find what a formal e-mail or letter lacks."""
    _ = view
    channel = record.channel
    if not set(channel.means) & set(WRITTEN) or not _formal(record):
        return
    command = f"commcoord channel {record.id}"
    if not (channel.subject or "").strip():
        yield Finding(
            Message("A formal letter without a subject"), ("channel", "subject"), f'{command} --subject "…"'
        )
    if not any(one.strip() for one in channel.cc):
        yield Finding(
            Message("A formal letter, and nobody gets a copy"), ("channel", "cc"), f'{command} --cc "…"'
        )
    if channel.confirmation is None or channel.confirmation.asked is None:
        yield Finding(
            Message("A formal letter, and no confirmation was asked for"),
            ("channel", "confirmation"),
            f"{command} --confirmation-asked {view.today}",
        )


def _formal(record: "Record") -> bool:
    if record.channel.formal is None:
        return record.scenario != "routine"
    return record.channel.formal
