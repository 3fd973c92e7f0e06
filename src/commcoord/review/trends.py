"""The last eight quarters side by side, as far as there are records."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from commcoord.records.kinds import category_of, is_feedback
from commcoord.review.actions import figures_of, judged_items
from commcoord.review.feedback import answered_rate
from commcoord.review.figure import plain
from commcoord.review.minutes import held_figures
from commcoord.review.period import quarters_up_to

if TYPE_CHECKING:
    from commcoord.review.scope import Scope

QUARTERS = 8


def trends(scope: "Scope") -> list[dict[str, Any]]:
    """Return one row a quarter up to the period's last day; quarters without records are left out."""
    quarters = [scope.of(period) for period in quarters_up_to(scope.period.last, QUARTERS)]
    return [_row(one) for one in quarters if one.bare]


def _row(scope: "Scope") -> dict[str, Any]:
    actions = figures_of(scope.once(judged_items))
    feedback = [one for one in scope.bare if is_feedback(one)]
    categories = Counter(category for one in feedback if (category := category_of(one)))
    return {
        "quarter": scope.period.label,
        "records": len(scope.bare),
        "minutes_rate": plain(scope.once(held_figures)["rate"]),
        "completion_rate": plain(actions["completion_rate"]),
        "on_time_rate": plain(actions["on_time_rate"]),
        "feedback": len(feedback),
        "answered_rate": plain(scope.once(answered_rate)),
        "problems": dict(sorted(categories.items())),
    }
