"""The last eight quarters side by side, as far as there are records."""

from typing import Any

from commcoord.review.actions import action_figures
from commcoord.review.feedback import feedback_figures
from commcoord.review.figure import plain
from commcoord.review.minutes import minutes_figures
from commcoord.review.period import quarters_up_to
from commcoord.review.problems import cases_by_category
from commcoord.review.scope import Scope

QUARTERS = 8


def trends(scope: Scope) -> list[dict[str, Any]]:
    """Return one row a quarter up to the period's last day; quarters without records are left out."""
    quarters = [scope.of(period) for period in quarters_up_to(scope.period.last, QUARTERS)]
    return [_row(one) for one in quarters if one.records]


def _row(scope: Scope) -> dict[str, Any]:
    actions, feedback = scope.once(action_figures), scope.once(feedback_figures)
    return {
        "quarter": scope.period.label,
        "records": len(scope.records),
        "minutes_rate": plain(scope.once(minutes_figures)["rate"]),
        "completion_rate": plain(actions["completion_rate"]),
        "on_time_rate": plain(actions["on_time_rate"]),
        "feedback": plain(feedback["total"]),
        "answered_rate": plain(feedback["answered_rate"]),
        "problems": {name: len(cases) for name, cases in sorted(scope.once(cases_by_category).items())},
    }
