"""How many records a period has, of which kinds, by which means, of whom, with whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from commcoord.records.vocabulary import KINDS, MEANS, SCENARIOS
from commcoord.review.figure import Figure, count, counts_by

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.review.figure import Group
    from commcoord.review.scope import Scope


def record_figures(scope: "Scope") -> "Group":
    """Return the contract's figures `records`; `cancelled` ones are counted there and nowhere else.

    A record with two means counts under both. `by_department` goes by the owner's department; the empty name
    gathers records without an owner or whose owner's department nobody knows.
    """
    records = scope.records
    return {
        "total": count(records),
        "cancelled": count(one for one in scope.written if one.cancelled is not None),
        "by_kind": _complete(KINDS, counts_by(records, lambda one: [one.kind])),
        "by_scenario": _complete(SCENARIOS, counts_by(records, lambda one: [one.scenario])),
        "by_means": _complete(MEANS, counts_by(records, lambda one: one.channel.means)),
        "by_department": counts_by(records, lambda one: [scope.department(one.people.owner)]),
        "by_counterpart": counts_by(records, counterpart_of),
    }


def counterpart_of(record: "Record") -> list[str]:
    """Return the other side's organisation, else its contact, as a list of one; nothing inside the company."""
    other = record.people.counterpart
    name = (other.organisation or other.contact) if other else None
    return [name] if name else []


def _complete(names: Iterable[str], found: dict[str, Figure]) -> dict[str, Figure]:
    """Return every name of the vocabulary in its order, zero where nothing was counted."""
    return {name: found.get(name, Figure(0)) for name in names}
