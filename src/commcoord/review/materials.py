"""Whether materials were there before the meeting: the 24-hour clock of the contract, with those who missed it."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from commcoord.records.clocks import materials_due
from commcoord.records.inheritance import plan_among
from commcoord.review.figure import count, rate
from commcoord.review.minutes import HOUR

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.review.figure import Group
    from commcoord.review.scope import Scope

OUTCOMES = ("on_time", "late", "not_yet")


def materials_figures(scope: "Scope") -> "Group":
    """Return the contract's figures `materials`.

    `needed` are meetings that are important or complex and not urgent (rules CC401 and CC402). A meeting counts
    once: by its plan, or by its minutes where no plan stands behind them. Late is what was sent after the
    deadline, or was not sent although it has passed. The rate leaves out what is not due yet.
    """
    needed = list(_needing(scope))
    outcomes = {one.id: outcome_of(one, scope) for one in needed}
    found = {name: count(one for one in needed if outcomes[one.id] == name) for name in OUTCOMES}
    return {
        "needed": count(needed),
        **found,
        "rate": rate(found["on_time"], found["on_time"], found["late"]),
        "offenders": [_offender(one, scope) for one in needed if outcomes[one.id] == "late"],
    }


def _needing(scope: "Scope") -> Iterator["Record"]:
    for record in scope.of_kind("plan", "minutes"):
        planned = plan_among(record, scope.view.linked(record)) is not None
        if record.weighty and not record.urgent and not planned:
            yield record


def outcome_of(record: "Record", scope: "Scope") -> str:
    """Return how it stands with the materials as of now: on_time, late or not_yet."""
    sent, due = _last_sent(record, scope), materials_due(record, scope.view)
    if sent is not None:
        return "on_time" if sent <= due else "late"
    return "late" if scope.view.now > due else "not_yet"


def _last_sent(record: "Record", scope: "Scope") -> datetime | None:
    """Return when the last of the materials went out; none while one is unsent, or where there are none."""
    zone, now = scope.view.settings.zone, scope.view.now
    sent = [one.sent.at(zone) if one.sent else None for one in record.materials]
    moments = [moment for moment in sent if moment is not None and moment <= now]
    return max(moments) if moments and len(moments) == len(sent) else None


def _offender(record: "Record", scope: "Scope") -> dict[str, Any]:
    sent, due = _last_sent(record, scope), materials_due(record, scope.view)
    late = (sent or scope.view.now) - due
    return {
        "record": record.id,
        "title": record.title,
        "owner": record.people.owner,
        "department": scope.department(record.people.owner),
        "outcome": "late" if sent else "unsent" if record.materials else "missing",
        "due": due.isoformat(),
        "sent": sent and sent.isoformat(),
        "hours_late": round(late.total_seconds() / HOUR, 1),
    }
