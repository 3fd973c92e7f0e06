"""What was sent out, in twelve characters: the decisions and actions of a record, but not their progress."""

import hashlib
import json
from typing import TYPE_CHECKING

from commcoord.language.names import tidy
from commcoord.records.clocks import first_due

if TYPE_CHECKING:
    from commcoord.records.record import Record

LENGTH = 12
"""48 bits: enough that no change is missed, short enough for a line that people read."""


def digest(record: "Record") -> str:
    """Return the digest of what people were told: who decided what, who does what by which *first* deadline.

    Status, log, evidence and a deadline that was moved with `reschedule` are progress and change nothing.
    """
    decisions = [(one.id, one.what, one.by, one.replaces) for one in getattr(record, "decisions", ())]
    items = [(one.id, one.what, one.owner, str(first_due(one) or "")) for one in record.items]
    told = [[tidy(text or "") for text in row] for row in (*decisions, *items)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:LENGTH]
