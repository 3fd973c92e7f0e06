"""Whether minutes went out in time: the 24-hour clock of the contract, with those who missed it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from commcoord.records.clocks import has_ended, minutes_due, sent_at
from commcoord.records.evidence import circulation_claim
from commcoord.review.figure import count, rate

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.review.figure import Figure, Group
    from commcoord.review.scope import Scope

OUTCOMES = ("on_time", "late", "never", "not_yet")
HOUR = 3600  # seconds


def minutes_figures(scope: "Scope") -> "Group":
    """Return the contract's figures `minutes`.

    `held` are minutes whose communication is over by now; each of them is one of the four outcomes. The rate
    is on_time over on_time, late and never: what is not due yet speaks neither for nor against anybody.
    """
    outcomes = scope.once(outcomes_of_held)
    held = [one for one in scope.of_kind("minutes") if one.id in outcomes]
    return {
        **held_figures(scope),
        **_proof([one for one in held if outcomes[one.id] == "on_time"], scope),
        "offenders": [
            _offender(one, outcomes[one.id], scope) for one in held if outcomes[one.id] in ("late", "never")
        ],
    }


def held_figures(scope: "Scope") -> dict[str, "Figure"]:
    """Return the counts and the rate alone."""
    outcomes = scope.once(outcomes_of_held)
    held = [one for one in scope.bare if one.id in outcomes]
    found = {name: count(one for one in held if outcomes[one.id] == name) for name in OUTCOMES}
    return {
        "held": count(held),
        **found,
        "rate": rate(found["on_time"], found["on_time"], found["late"], found["never"]),
    }


def outcomes_of_held(scope: "Scope") -> dict[str, str]:
    """Return the outcome of each minutes whose communication is over by now, by id."""
    minutes = (one for one in scope.bare if one.kind == "minutes")
    return {one.id: outcome_of(one, scope) for one in minutes if has_ended(one, scope.view)}


def _proof(in_time: Sequence["Record"], scope: "Scope") -> "Group":
    """Return how many of the times that are within their deadline a commit proves; nothing where nobody asks for it."""
    if scope.view.evidence is None:
        return {}
    verdicts = {
        one.id: scope.view.proof(one, circulation_claim(str(one.circulated.at)), minutes_due(one, scope.view))
        for one in in_time
        if one.circulated
    }
    return {
        "proof": {
            verdict: count(one for one in in_time if verdicts.get(one.id) == verdict)
            for verdict in ("proved", "late", "unproved")
        }
    }


def outcome_of(record: "Record", scope: "Scope") -> str:
    """Return how it stands with minutes as of now: on_time, late, never or not_yet."""
    sent, due = sent_at(record, scope.view), minutes_due(record, scope.view)
    if sent is not None:
        return "on_time" if sent <= due else "late"
    return "never" if scope.view.now > due else "not_yet"


def hours_to_circulation(scope: "Scope") -> list[tuple["Record", float]]:
    """Return for the minutes that went out how many hours after the end that was, the slowest first."""
    found = []
    for record in (one for one in scope.bare if one.kind == "minutes"):
        sent = sent_at(record, scope.view)
        if sent is not None:
            seconds = (sent - record.ends(scope.view.settings.zone)).total_seconds()
            found.append((record, round(max(seconds, 0) / HOUR, 1)))
    return sorted(found, key=lambda pair: (-pair[1], pair[0].id))


def _offender(record: "Record", outcome: str, scope: "Scope") -> dict[str, Any]:
    sent, due = sent_at(record, scope.view), minutes_due(record, scope.view)
    late = (sent or scope.view.now) - due
    return {
        "record": record.id,
        "title": record.title,
        "owner": record.recorder or record.people.owner,  # type: ignore[attr-defined]  # only minutes come here
        "department": scope.department(record.recorder or record.people.owner),  # type: ignore[attr-defined]
        "outcome": outcome,
        "due": due.isoformat(),
        "sent": sent and sent.isoformat(),
        "hours_late": round(late.total_seconds() / HOUR, 1),
    }
