"""An item of the agenda has no minutes.

What: an agenda item lacks `minutes`, or has none to spend.

Why: an item without a time takes the time of all that come after it, and what comes last is decided in two minutes.

Bad:
    kind: plan
    agenda:
      - {topic: 开场, minutes: 5}
      - {topic: 渠道两案比较}
      - {topic: 总结, minutes: 10}

Good:
    kind: plan
    agenda:
      - {topic: 开场, minutes: 5}
      - {topic: 渠道两案比较, minutes: 60}
      - {topic: 总结, minutes: 10}

Bad (en):
    kind: plan
    agenda:
      - {topic: Opening, minutes: 5}
      - {topic: Both options, minutes: 0}
      - {topic: Summary, minutes: 10}

Good (en):
    kind: plan
    agenda:
      - {topic: Opening, minutes: 5}
      - {topic: Both options, minutes: 60}
      - {topic: Summary, minutes: 10}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC403"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find agenda items without minutes."""
    _ = view
    for place, item in enumerate(record.agenda):
        if not item.minutes:
            yield Finding(
                Message("“{topic}” has no minutes: how long may it take?", topic=item.topic or "?"),
                ("agenda", place),
                f"commcoord prepare {record.id} --set agenda.{place}.minutes=…",
            )
