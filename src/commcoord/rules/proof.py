"""What two rules say of a time that is declared, but that no commit said in time."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.evidence import Claim
    from commcoord.records.record import Record
    from commcoord.records.view import View


def unproved(
    record: "Record",
    claim: "Claim",
    due: datetime,
    view: "View",
    path: tuple[str | int, ...] = ("circulated", "at"),
) -> Iterator[Finding]:
    """Find a time within its deadline that was first said after it, or in no commit; only where proof is asked for.

    It passes every gate: what was done is done, only the proof is missing.
    """
    proof = view.proof(record, claim, due)
    if proof in (None, "proved"):
        return
    message = (
        Message("The time is within the deadline, but was first committed after it.")
        if proof == "late"
        else Message("The time is within the deadline, but no commit says so yet.")
    )
    yield Finding(message, path, "commcoord sync", severity="warning" if proof == "late" else "info")
