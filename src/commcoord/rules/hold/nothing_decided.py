"""It was held, and nothing came of it: neither a decision nor an action, nor a reason for that.

What: the communication is over or left behind, and the record has no decision, no action (milestone, measure), no
    item carried over, and no stated reason. A reason is that every topic was information, or that what was put off
    has its next step. Feedback is settled by an answer, a plan by the minutes or feedback that come from it.

Why: people gave an hour, and nobody does anything differently tomorrow (议而不决).

Bad:
    topics:
      - {topic: 渠道两案比较, notes: 各说各的, outcome: deferred}
    decisions: []
    actions: []

Good:
    topics:
      - {topic: 渠道两案比较, notes: 门店优先的报价还没有到, outcome: deferred}
    decisions: []
    actions: []
    next_steps: 报价到齐后由张伟再次召集

Bad (en):
    topics:
      - {topic: Both options, notes: Everybody had a view, outcome: deferred}
    decisions: []
    actions: []

Good (en):
    topics:
      - {topic: Both options, notes: Market figures of the autumn, outcome: information}
    decisions: []
    actions: []
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import has_ended
from commcoord.records.kinds import is_feedback, is_minutes, is_plan
from commcoord.records.said import said
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC501"
SEVERITY = "error"
TALKED = ("meeting", "video", "phone")
SETTLED = ("answered", "solved", "closed")


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a communication that is over and left nothing behind."""
    if any(said(item.what) for item in record.items) or not _held(record, view) or _settled(record, view):
        return
    field = "decisions" if is_minutes(record) else record.items_field
    option = "--decision" if is_minutes(record) else "--action"
    yield Finding(
        Message("Held, and nothing came of it: no decision, no action, and no reason why."),
        (field,),
        f'commcoord hold {record.id} {option} "…"',
        Message("Or say why: every topic is information, or what was put off has its next step."),
    )


def _held(record: "Record", view: "View") -> bool:
    if is_plan(record):
        talked = any(means in TALKED for means in record.channel.means)
        return talked and view.past(record, "hold") and has_ended(record, view)
    waiting = is_minutes(record) and has_ended(record, view)
    return waiting or view.past(record, "hold")


def _settled(record: "Record", view: "View") -> bool:
    if is_minutes(record):
        return bool(
            any(said(one.what) for one in record.decisions)
            or (isinstance(record.leftover, list) and record.leftover)
        ) or _explained(record)
    if is_feedback(record):
        return bool(record.answered or record.solved or record.accepted) or record.status in SETTLED
    if is_plan(record):
        return said(record.archive.conclusion) or bool(view.backlinks(record))
    return False


def _explained(record: "Minutes") -> bool:
    """Whether every topic was information, or was put off to a next step that is named."""
    reasons = {"information", "deferred"} if said(record.next_steps) else {"information"}
    return bool(record.topics) and {topic.outcome for topic in record.topics} <= reasons
