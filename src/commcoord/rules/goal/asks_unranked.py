"""Several parties ask for something, and it is not said how urgent and important that is.

What: two or more parties have asks, and one of the asks lacks `urgent` or `important`.

Why: without a rank, whoever speaks first or loudest is served first.

Bad:
    asks:
      - {who: 市场部, what: 拿到定稿的产品卖点, urgent: true, important: true}
      - {who: 销售部, what: 增加门店体验活动, important: true}

Good:
    asks:
      - {who: 市场部, what: 拿到定稿的产品卖点, urgent: true, important: true}
      - {who: 销售部, what: 增加门店体验活动, urgent: false, important: true}

Bad (en):
    asks:
      - {who: Marketing, what: the final selling points, urgent: true, important: true}
      - {who: Sales, what: events in the shops}

Good (en):
    asks:
      - {who: Marketing, what: the final selling points, urgent: true, important: true}
      - {who: Sales, what: events in the shops, urgent: false, important: true}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.labels import field_named
from commcoord.language.messages import Message, Several
from commcoord.language.names import tidy
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC104"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find the asks without a rank, where more than one party asks."""
    _ = view
    if len({tidy(ask.who or "") for ask in record.asks}) < 2:  # noqa: PLR2004  a single party has nobody to wait for
        return
    for place, ask in enumerate(record.asks):
        lacking = [name for name in ("urgent", "important") if getattr(ask, name) is None]
        if lacking:
            settings = " ".join(f"--set asks.{place}.{name}=…" for name in lacking)
            yield Finding(
                _sentence(ask.who, place + 1, Several(map(field_named, lacking))),
                ("asks", place),
                f"commcoord goal {record.id} {settings}",
            )


def _sentence(who: str | None, number: int, fields: Several) -> Message:
    if not who:
        return Message(
            "ask {number} does not say who asks, nor whether that is {fields}", number=number, fields=fields
        )
    return Message("{who} asks, and it is not said whether that is {fields}", who=who, fields=fields)
