"""There are not exactly three core results.

What: the record has fewer or more than three `outcomes`; an error where it has none, else a warning.

Why: three results are what people keep in mind during an hour's talk. With one the meeting could have been a
message; with six nobody knows afterwards which of them mattered.

Bad:
    outcomes: [渠道选定, 预算分配]

Good:
    outcomes: [卖点一致, 渠道选定, 预算分配]

Bad (en):
    outcomes: []

Good (en):
    outcomes: [One message, Channels chosen, Budget divided]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC103"
SEVERITY = "warning"
WANTED = 3


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a record with another number of core results than three."""
    _ = view
    count = sum(bool(one.strip()) for one in record.outcomes)
    command = f'commcoord goal {record.id} --outcome "…"'
    if count == 0:
        message = Message("No core result: which three must be reached?")
        yield Finding(message, ("outcomes",), command, severity="error")
    elif count < WANTED:
        yield Finding(Message("{count} of three core results", count=count), ("outcomes",), command)
    elif count > WANTED:
        yield Finding(
            Message("{count} core results, where three are wanted", count=count),
            ("outcomes",),
            hint=Message("Keep the three that must be reached, and put the others on the agenda."),
        )
