"""A complaint got measures before anybody acknowledged the person's trouble.

What: feedback that is a complaint (it has a severity, or its words complain) has measures, and the trouble was never
    acknowledged, or later than the first measure was promised, reported or done.

Why: who is handed a solution before he was heard feels handled, not helped.

Bad:
    kind: feedback
    acknowledged:

Good:
    kind: feedback
    acknowledged: {at: 2023-10-18 09:30, by: 杨帆（客服部）}

Bad (en):
    kind: feedback
    acknowledged: {at: 2023-10-25 09:30, by: Yang Fan (Support)}

Good (en):
    kind: feedback
    acknowledged: {at: 2023-10-18 09:30, by: Yang Fan (Support)}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.kinds import is_feedback
from commcoord.records.promised import promised
from commcoord.records.served import is_complaint
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.feedback import Feedback
    from commcoord.records.promised import Promised
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC506"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a complaint that was answered with measures before it was heard."""
    _ = view
    if not is_feedback(record) or not is_complaint(record):
        return
    measures = [one for one in promised(record) if _too_early(one, record)]
    if measures:
        yield Finding(
            Message("Measures before the person's trouble was acknowledged: {what}.", what=measures[0].title),
            measures[0].at(),
            f'commcoord hold {record.id} --acknowledged "…"',
            Message("Say first that you see the trouble, and note when that was said."),
            measures[0].id,
        )


def _too_early(one: "Promised", record: "Feedback") -> bool:
    heard = record.acknowledged
    if heard is None:
        return record.status != "acknowledged"
    days = [one.item.due, one.item.done_on, *(entry.on for entry in one.item.log)]
    return heard.at is not None and any(day < heard.at.day for day in days if day)
