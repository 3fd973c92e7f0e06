"""A period's review as a whole: the contract's answer in JSON, and the records behind each of its figures."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from commcoord.records.kinds import category_of
from commcoord.review.actions import action_figures, by_week
from commcoord.review.feedback import all_feedback, closed_at, feedback_figures
from commcoord.review.figure import changes, found_at, plain
from commcoord.review.lessons import lessons_of
from commcoord.review.materials import materials_figures
from commcoord.review.minutes import hours_to_circulation, minutes_figures
from commcoord.review.notices import previous_notices
from commcoord.review.overrides import override_figures
from commcoord.review.period import quarters_up_to
from commcoord.review.problems import problem_figures, problems_of
from commcoord.review.records import record_figures
from commcoord.review.scope import Scope
from commcoord.review.trends import QUARTERS, trends

if TYPE_CHECKING:
    from commcoord.records.view import View
    from commcoord.review.figure import Group
    from commcoord.review.period import Period
    from commcoord.review.problems import Problem

COUNTED = {
    "records": record_figures,
    "minutes": minutes_figures,
    "materials": materials_figures,
    "actions": action_figures,
    "feedback": feedback_figures,
    "overrides": override_figures,
}
"""The groups of figures that are compared with the period before."""


@dataclass(frozen=True)
class Review:
    """One period of one repository as of one moment; nothing is counted before it is asked for."""

    scope: Scope

    @property
    def period(self) -> "Period":
        """The days that it is about."""
        return self.scope.period

    @cached_property
    def figures(self) -> "Group":
        """Every figure with the records behind it."""
        return {name: self.scope.once(of) for name, of in COUNTED.items()}

    @cached_property
    def before(self) -> "Group":
        """The same figures of the period before."""
        scope = self.scope.before()
        return {name: scope.once(of) for name, of in COUNTED.items()}

    @cached_property
    def problems(self) -> list["Problem"]:
        """The problem list."""
        return problems_of(self.scope)

    @cached_property
    def previous_notices(self) -> list[dict[str, Any]]:
        """What became of the problem list of the period before."""
        return previous_notices(self.scope)

    def explained(self, key: str) -> Any:
        """Return what a dotted key names, `minutes.late` or `problems.物流延迟`; none where it names nothing."""
        return found_at({**self.figures, "problems": problem_figures(self.problems)}, key)

    @cached_property
    def complaints(self) -> list[dict[str, Any]]:
        """The life of each feedback in days from its start, the longest first; none is what has not happened."""
        rows = [_life(one, self.scope) for one in all_feedback(self.scope)]
        return sorted(rows, key=lambda row: (-row["days"], row["record"]))

    @property
    def not_counted(self) -> list[str]:
        """The files that are no record that can be counted: unreadable, or with an id that another has."""
        view = self.scope.view
        return [
            one.path
            for one in view.sources
            if one.record is None or view.record(one.record.id) is not one.record
        ]

    def as_json(self) -> dict[str, Any]:
        """Return the contract's answer, and behind it what pictures and comparisons need."""
        counted = plain(self.figures)
        return {
            "quarter": self.period.label,
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            **{name: counted[name] for name in COUNTED if name != "overrides"},
            "problems": [plain(one.as_json()) for one in self.problems],
            "lessons": lessons_of(self.scope),
            "overrides": counted["overrides"],
            "previous_notices": self.previous_notices,
            "as_of": self.scope.view.now.isoformat(),
            "before": self.period.before.label,
            "changes": changes(self.figures, self.before),
            "weeks": by_week(self.scope),
            "hours_to_circulation": [
                {"record": record.id, "title": record.title, "hours": hours}
                for record, hours in hours_to_circulation(self.scope)
            ],
            "complaints": self.complaints,
            "trends": trends(self.scope),
            "not_counted": self.not_counted,
        }


def looked_at_since(period: "Period") -> date:
    """Return the first day of whose records the review of a period shows more than where they are linked from."""
    return min(period.before.first, quarters_up_to(period.last, QUARTERS)[0].first)


def review_of(view: "View", period: "Period") -> Review:
    """Return the review of a period through a view that shows the records as they stood at its moment."""
    return Review(Scope(view, period).of(period))


def _life(record: Any, scope: Scope) -> dict[str, Any]:
    zone, now = scope.view.settings.zone, scope.view.now
    start = record.begins(zone)

    def days(moment: Any) -> float | None:
        return round(max((moment - start).total_seconds(), 0) / 86400, 1) if moment else None

    stamps = {name: getattr(record, name) for name in ("acknowledged", "answered", "solved")}
    moments = {name: days(one.at.at(zone) if one and one.at else None) for name, one in stamps.items()}
    closed = closed_at(record, scope)
    return {
        "record": record.id,
        "title": record.title,
        "category": category_of(record) or None,
        **moments,
        "closed": days(closed),
        "days": days(closed or max(now, start)),
    }
