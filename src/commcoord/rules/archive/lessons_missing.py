"""It went badly, and nothing was learned from it.

What: something was late, blocked, escalated or complained about, and the filed record says neither what worked nor
    what to improve. Late is an item after its first deadline, minutes after theirs, or a promise to the other side.

Why: what nobody writes down happens again next quarter.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-26}
    archive: {worked: }

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-26}
    archive: {worked: , improve: [场地要在会前先问好]}

Bad (en):
    kind: feedback
    archive: {worked: , improve: }

Good (en):
    kind: feedback
    archive: {worked: , improve: [Compare the columns after each release]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.complaints import sounds_escalated
from commcoord.language.messages import Message
from commcoord.records.clocks import complaint_clocks, first_due, minutes_due, open_on, sent_at
from commcoord.records.kinds import is_feedback, is_minutes
from commcoord.records.promised import promised_on
from commcoord.records.said import said
from commcoord.records.served import is_complaint
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC703"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a filed record that had trouble and teaches nothing."""
    if not view.past(record, "archive") or said([*record.archive.worked, *record.archive.improve]):
        return
    trouble = next(_troubles(record, view), None)
    if trouble is not None:
        yield Finding(
            Message("The archive lacks a lesson, though there was trouble: {trouble}.", trouble=trouble),
            ("archive", "improve"),
            f'commcoord archive {record.id} --improve "…"',
        )


def _troubles(record: "Record", view: "View") -> Iterator[Message]:
    for one in promised_on(record, view.today):
        if _late(one.item, view):
            yield Message("“{what}” was late", what=one.title)
        if one.item.status == "blocked" or any(entry.status == "blocked" for entry in one.item.log):
            yield Message("“{what}” was blocked", what=one.title)
        if any(sounds_escalated(entry.note or "") for entry in one.item.log):
            yield Message("“{what}” was escalated", what=one.title)
    if is_minutes(record) and (sent_at(record, view) or view.now) > minutes_due(record, view):
        yield Message("the minutes went out late")
    yield from _complaints(record, view)


def _complaints(record: "Record", view: "View") -> Iterator[Message]:
    if is_feedback(record):
        if is_complaint(record):
            yield Message("it was a complaint")
        elif any(clock.late(view.now) for clock in complaint_clocks(record, view)):
            yield Message("the other side was answered late")
    for other in view.backlinks(record):
        if is_feedback(other) and is_complaint(other):
            yield Message("{record} complains about it", record=other.title)


def _late(item: "Item", view: "View") -> bool:
    due = first_due(item)
    if due is None:
        return False
    return view.today > due if open_on(item, view.today) else item.done_on is not None and item.done_on > due
