"""The minutes did not go to everybody concerned in time.

What: minutes are to reach the attendees, the owners of actions, those to be informed and those who get a copy.
    “All attendees” means whoever was there, “all staff” everybody of ours, a department its people. Not sent, or not
    to all of them, when the deadline of 24 hours after the end has passed: an error. Sent, but late, or sent to all
    attendees in one word while somebody who was not there is left out: a warning.

Why: who has nothing in writing the next day remembers something else, and the work starts a week later.

Bad:
    circulated: {at: 2023-10-20 17:00, to: [全体参会人], by: email}

Good:
    circulated: {at: 2023-10-20 17:00, to: [全体参会人, 公司管理层], by: email}

Bad (en):
    circulated: {at: 2023-10-22 09:00, to: [All attendees, Management], by: email}

Good (en):
    circulated: {at: 2023-10-21 09:00, to: [All attendees, Management], by: email}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.records.clocks import minutes_due, sent_at
from commcoord.records.concerned import concerned, counts_as_all, not_reached
from commcoord.records.evidence import circulation_claim
from commcoord.records.kinds import is_minutes
from commcoord.rules.finding import Finding
from commcoord.rules.proof import unproved
from commcoord.rules.sending import sending

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.record import Record
    from commcoord.records.view import View
    from commcoord.rules.finding import Severity

ID = "CC601"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find minutes that went to nobody, not to all, or too late."""
    if not is_minutes(record):
        return
    sent, due = sent_at(record, view), minutes_due(record, view)
    pressing = view.now > due or view.leaving == "followup"
    if pressing and sent is None:
        yield _unsent(record, concerned(record, view.settings))
    elif pressing and (missing := not_reached(record, view.settings)):
        yield _finding(
            record,
            Message("The minutes did not reach {names}.", names=Several(missing)),
            "to",
            _gravity(record),
        )
    if sent is not None and sent > due:
        late = Message("The minutes went out late; they were due on {due}.", due=f"{due:%Y-%m-%d %H:%M}")
        hint = Message("It cannot be mended any more; the review counts it.")
        yield Finding(late, ("circulated", "at"), hint=hint, severity="warning")
    elif record.circulated and sent is not None and view.now > due:
        yield from unproved(record, circulation_claim(str(record.circulated.at)), due, view)


def _unsent(record: "Record", names: list[str]) -> Finding:
    """Return what is said of minutes that went to nobody; where they concern nobody yet, who is to be named first."""
    if names:
        return _finding(record, Message("The minutes have gone to nobody: {names}.", names=Several(names)))
    return Finding(
        Message("The minutes name nobody whom they are to reach: who was there?"),
        ("circulated",),
        f'commcoord hold {record.id} --attendee "…"',
        Message("Or who does an action, is informed or gets a copy."),
    )


def _finding(
    record: "Record", message: Message, below: str = "", severity: "Severity | None" = None
) -> Finding:
    path = ("circulated", below) if below else ("circulated",)
    return Finding(message, path, *sending(record), severity=severity)


def _gravity(record: "Minutes") -> "Severity | None":
    """Only warn where all attendees were named as one: whoever writes so often means everybody concerned."""
    return "warning" if counts_as_all(record) else None
