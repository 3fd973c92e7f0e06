"""Gates that were passed against their rules, and rules that a record switched off: how often, and why."""

from typing import TYPE_CHECKING, Any

from commcoord.records.vocabulary import STEPS
from commcoord.review.figure import Figure, count, counts_by

if TYPE_CHECKING:
    from commcoord.records.parts import Allowance, Override
    from commcoord.records.record import Record
    from commcoord.review.figure import Group
    from commcoord.review.scope import Scope


def override_figures(scope: "Scope") -> "Group":
    """Return the contract's figures `overrides`, and beside them the findings that records allow."""
    passed = [(record, one) for record in scope.records for one in record.overrides]
    allowed = [(record, one) for record in scope.records for one in record.allow]
    by_step = counts_by(passed, lambda pair: [pair[1].step], lambda pair: pair[0])
    return {
        "total": count(record for record, _ in passed),
        "by_step": {step: by_step.get(step, Figure(0)) for step in STEPS},
        "reasons": [_passage(record, one) for record, one in passed],
        "allowed": {
            "total": count(record for record, _ in allowed),
            "by_rule": counts_by(allowed, lambda pair: [pair[1].rule.upper()], lambda pair: pair[0]),
            "reasons": [_allowance(record, one) for record, one in allowed],
        },
    }


def _passage(record: "Record", one: "Override") -> dict[str, Any]:
    return {
        "record": record.id,
        "title": record.title,
        "step": one.step,
        "because": one.because,
        "by": one.by,
        "on": one.on and one.on.isoformat(),
    }


def _allowance(record: "Record", one: "Allowance") -> dict[str, Any]:
    return {"record": record.id, "title": record.title, "rule": one.rule.upper(), "because": one.because}
