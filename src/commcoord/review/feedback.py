"""What came from outside and how fast it was acknowledged, answered and solved."""

from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING, Any

from commcoord.records.clocks import complaint_clock, complaint_clocks
from commcoord.records.kinds import category_of, is_feedback
from commcoord.records.served import status_of
from commcoord.records.vocabulary import FEEDBACK_STATUSES
from commcoord.review.figure import Figure, count, counts_by, rate
from commcoord.review.minutes import HOUR

if TYPE_CHECKING:
    from commcoord.records.clocks import Clock
    from commcoord.records.feedback import Feedback
    from commcoord.review.figure import Group
    from commcoord.review.scope import Scope

PROMISES = ("acknowledged", "answered", "solved")
"""What the three clocks of a complaint wait for, in their order."""
DAY = 24 * HOUR


def feedback_figures(scope: "Scope") -> "Group":
    """Return the contract's figures `feedback`, with what was late and the rate beside each that was on time.

    A promise is on time when it was kept by its deadline and late when it was not, kept or not; one that still
    runs is neither. The clocks are those of the contract: working days, standing still during waits.
    """
    records = all_feedback(scope)
    clocks = {one.id: complaint_clocks(one, scope.view) for one in records}
    found: dict[str, Any] = {
        "total": count(records),
        "by_category": counts_by(records, lambda one: [category_of(one)]),
        "by_status": _by_status(records),
    }
    for place, word in enumerate(PROMISES):
        mine = {name: clocks[name][place] for name in clocks}
        found |= _promise_figures(word, mine, records, scope)
    return found | {
        "median_days_to_close": _median_days(records, scope),
        "offenders": [
            _offender(one, clock, scope)
            for one in records
            for clock in clocks[one.id]
            if clock.late(scope.view.now)
        ],
    }


def all_feedback(scope: "Scope") -> list["Feedback"]:
    """Return the feedback of the period that was not called off."""
    return [one for one in scope.records if is_feedback(one)]


def answered_rate(scope: "Scope") -> Figure:
    """Return the rate of feedback that was answered in time, alone."""
    records = [one for one in scope.bare if is_feedback(one)]
    clocks = {one.id: complaint_clock(one, "answer", scope.view) for one in records}
    return _promise_figures("answered", clocks, records, scope)["answered_rate"]


def closed_at(record: "Feedback", scope: "Scope") -> datetime | None:
    """Return when the matter was closed: accepted, else solved; none while it is not closed."""
    if status_of(record) != "closed":
        return None
    stamps = [stamp.at for stamp in (record.accepted, record.solved) if stamp and stamp.at]
    return stamps[0].at(scope.view.settings.zone) if stamps else None


def _by_status(records: list["Feedback"]) -> dict[str, Figure]:
    found = counts_by(records, lambda one: [status_of(one)])
    return {name: found.get(name, Figure(0)) for name in FEEDBACK_STATUSES}


def _promise_figures(
    word: str, clocks: dict[str, "Clock"], records: list["Feedback"], scope: "Scope"
) -> dict[str, Figure]:
    late = count(one for one in records if clocks[one.id].late(scope.view.now))
    kept = count(one for one in records if clocks[one.id].met and not clocks[one.id].late(scope.view.now))
    return {f"{word}_on_time": kept, f"{word}_late": late, f"{word}_rate": rate(kept, kept, late)}


def _median_days(records: list["Feedback"], scope: "Scope") -> Figure:
    """Return the median of the days from the communication's start to its close, to one place."""
    ends = [(one, closed_at(one, scope)) for one in records]
    lengths = [
        (end - one.begins(scope.view.settings.zone)).total_seconds() / DAY
        for one, end in ends
        if end is not None
    ]
    behind = tuple(one for one, end in ends if end is not None)
    return Figure(round(median(lengths), 1) if lengths else None, behind)


def _offender(record: "Feedback", clock: "Clock", scope: "Scope") -> dict[str, Any]:
    late = (clock.met or scope.view.now) - clock.due
    return {
        "record": record.id,
        "title": record.title,
        "owner": record.people.owner,
        "department": scope.department(record.people.owner),
        "clock": clock.promise,
        "outcome": "late" if clock.met else "never",
        "due": clock.due.isoformat(),
        "met": clock.met and clock.met.isoformat(),
        "hours_late": round(late.total_seconds() / HOUR, 1),
    }
