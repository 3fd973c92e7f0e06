"""A less pressing ask stands before an urgent and important one.

What: an ask that is both urgent and important comes after one that is said not to be both.

Why: people work through a list from the top. What is urgent and important must not wait until time runs out.

Bad:
    asks:
      - {who: 销售部, what: 增加门店体验活动, urgent: false, important: true}
      - {who: 市场部, what: 拿到定稿的产品卖点, urgent: true, important: true}

Good:
    asks:
      - {who: 市场部, what: 拿到定稿的产品卖点, urgent: true, important: true}
      - {who: 销售部, what: 增加门店体验活动, urgent: false, important: true}

Bad (en):
    asks:
      - {who: Sales, what: events in the shops, urgent: true, important: false}
      - {who: Marketing, what: the final selling points, urgent: true, important: true}

Good (en):
    asks:
      - {who: Marketing, what: the final selling points, urgent: true, important: true}
      - {who: Sales, what: events in the shops, urgent: true, important: false}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC105"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find the urgent and important asks that stand behind another."""
    _ = view
    behind = False
    for place, ask in enumerate(record.asks):
        if behind and ask.urgent and ask.important:
            yield Finding(
                _sentence(ask.who, place + 1),
                ("asks", place),
                f"commcoord check --fix {record.path}",
            )
        behind = behind or ask.urgent is False or ask.important is False


def _sentence(who: str | None, number: int) -> Message:
    if not who:
        return Message("ask {number} is urgent and important, and stands behind what is not", number=number)
    return Message("what {who} asks is urgent and important, and stands behind what is not", who=who)
