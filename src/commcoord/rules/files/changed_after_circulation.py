"""Decisions or actions differ from what was sent out, and no correction is recorded.

What: `circulate` notes a digest of the decisions and of every action's words, owner and first deadline. The record
no longer has that digest; or the deadline of an action is another one than its log says. Progress, evidence and
deadlines moved with `reschedule` are no such change.

Why: people work by the minutes that they got. What was changed behind their backs is disputed later, and the
minutes lose.

Bad:
    decisions:
      - {id: d-5c7w, what: 推广总预算17万元, by: 李娜（产品部）}
    people:
      decides: [李娜（产品部）]
    circulated: {at: 2023-10-20 17:00, to: [全体参会人, 公司管理层], by: email, digest: 2327590b732a}

Good:
    circulated: {at: 2023-10-20 17:00, to: [全体参会人, 公司管理层], by: email, digest: 2327590b732a}

Bad (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops for the events, owner: Wang Qiang (Sales), due: 2023-10-26,
         status: done, evidence: docs/sites.xlsx, done_on: 2023-10-24,
         log: [{on: 2023-10-23, by: Wang Qiang, note: one shop is away, due: {from: 2023-10-24, to: 2023-10-25}}]}

Good (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops for the events, owner: Wang Qiang (Sales), due: 2023-10-25,
         status: done, evidence: docs/sites.xlsx, done_on: 2023-10-24,
         log: [{on: 2023-10-23, by: Wang Qiang, note: one shop is away, due: {from: 2023-10-24, to: 2023-10-25}}]}
    circulated: {at: 2023-10-20 17:00, to: [All attendees, Management], by: email, digest: dacc148676ac}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import sent_at
from commcoord.records.digest import digest
from commcoord.rules.finding import Finding
from commcoord.rules.sending import sending

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC008"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find what was sent out and is no longer so, as far as the record itself can tell."""
    sent = record.circulated
    if sent is None or sent_at(record, view) is None:
        return
    if sent.digest and sent.digest != digest(record):
        yield Finding(
            Message("decisions or actions are no longer what was sent at {at}", at=sent.corrected or sent.at),
            ("circulated",),
            *sending(record),
        )
        return
    for place, item in enumerate(record.items):
        moves = [entry.due.to for entry in item.log if entry.due is not None and entry.due.to is not None]
        if moves and item.due not in moves:
            yield Finding(
                Message(
                    "the deadline is {due}, and its log says {moved}", due=item.due or "?", moved=moves[-1]
                ),
                (record.items_field, place, "due"),
                hint=Message(
                    "Put the logged deadline back, and move it with: commcoord reschedule ITEM DATE --because …"
                ),
                item=item.id or "",
            )
