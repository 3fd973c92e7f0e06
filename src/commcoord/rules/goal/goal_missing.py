"""The record says nowhere what is to be achieved.

What: no goal is written, and none is taken from a linked plan.

Why: people who meet without a goal cannot tell afterwards whether the meeting was worth its time.

Bad:
    title: 新品推广方案对接会
    goal:

Good:
    title: 新品推广方案对接会
    goal: 定下推广渠道和预算

Bad (en):
    title: Launch plan
    goal:

Good (en):
    title: Launch plan
    goal: Settle the channels and the budget of the launch
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC101"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a record without a goal."""
    _ = view
    if not (record.goal or "").strip():
        yield Finding(
            Message("No goal: what is to be achieved, as a result?"),
            ("goal",),
            f'commcoord goal {record.id} --goal "…"',
        )
