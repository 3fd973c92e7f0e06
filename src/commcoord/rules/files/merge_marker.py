"""A conflict marker of git was committed.

What: a line of the file begins with the seven characters with which git marks the two sides of a conflict.

Why: somebody gave up in the middle of a merge. Both versions stand in the file, nobody can read it, and whatever it
promised is no longer chased.

Bad:
    title: 新品推广方案对接会
    <<<<<<< HEAD
    goal: 定下推广渠道和预算
    =======
    goal: 定下推广渠道、预算和档期
    >>>>>>> product

Good:
    title: 新品推广方案对接会
    goal: 定下推广渠道、预算和档期

Bad (en):
    title: Launch plan
    <<<<<<< HEAD
    goal: Settle the channels and the budget
    =======
    goal: Settle the channels, the budget and the dates
    >>>>>>> product

Good (en):
    title: Launch plan
    goal: Settle the channels, the budget and the dates
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import View

ID = "CC007"
SEVERITY = "error"


def inspect(source: "Source", view: "View") -> Iterator[Finding]:
    """Find a file with a conflict marker; its `unreadable` says in which line."""
    _ = view
    if source.unreadable is not None and source.unreadable.marker:
        yield Finding(
            source.unreadable.message,
            hint=Message("Keep what is right of both sides, and delete the lines with the markers."),
        )
