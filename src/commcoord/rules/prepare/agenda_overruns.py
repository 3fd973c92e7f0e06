"""The agenda takes longer than the slot.

What: the minutes of all agenda items together are more than lie between `start` and `end`.

Why: an agenda that does not fit is not a plan but a wish; what is cut is always the end, with the decisions.

Bad:
    kind: plan
    start: 2023-10-20 14:00
    end: 2023-10-20 15:00

Good:
    kind: plan
    start: 2023-10-20 14:00
    end: 2023-10-20 15:15

Bad (en):
    kind: plan
    agenda:
      - {topic: Opening, minutes: 5}
      - {topic: Both options, minutes: 90}
      - {topic: Summary, minutes: 10}

Good (en):
    kind: plan
    agenda:
      - {topic: Opening, minutes: 5}
      - {topic: Both options, minutes: 75}
      - {topic: Summary, minutes: 10}
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.values import Moment
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC404"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find an agenda that does not fit between start and end, where both are times."""
    if not isinstance(record.start, Moment) or not isinstance(record.end, Moment):
        return
    slot = (record.end.at(view.settings.zone) - record.start.at(view.settings.zone)) // timedelta(minutes=1)
    wanted = sum(item.minutes or 0 for item in record.agenda)
    if wanted > slot:
        yield Finding(
            Message(
                "the agenda takes {wanted} minutes, the slot has {slot}", wanted=wanted, slot=max(slot, 0)
            ),
            ("agenda",),
            f"commcoord prepare {record.id} --end …",
        )
