"""The problem list 客户沟通问题清单: what went wrong how often, whom it concerns, whether it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from commcoord.records.kinds import category_of, is_feedback
from commcoord.review.figure import Figure, count, plain

if TYPE_CHECKING:
    from commcoord.records.feedback import Feedback
    from commcoord.review.figure import Group
    from commcoord.review.scope import Scope

MOST_EXAMPLES = 3


@dataclass(frozen=True)
class Problem:
    """One category of the period; `share` is of all feedback that has a category."""

    category: str
    cases: tuple["Feedback", ...]
    earlier: tuple["Feedback", ...]
    """The cases of the same category in the period before."""
    department: str | None
    """The department that the settings name for the category."""
    concerned: tuple[str, ...]
    """That department, else the departments of those who own the cases, the most frequent first."""
    among: int

    @property
    def recurring(self) -> bool:
        """Whether it stands in this period and in the one before (contract, clocks)."""
        return bool(self.cases and self.earlier)

    @property
    def change(self) -> int:
        """By how many cases it grew against the period before."""
        return len(self.cases) - len(self.earlier)

    @cached_property
    def causes(self) -> list[str]:
        """The causes that were written down, each once."""
        return list(dict.fromkeys(one.archive.cause for one in self.cases if one.archive.cause))

    @cached_property
    def improvements(self) -> list[str]:
        """What was to be improved, each once."""
        return list(dict.fromkeys(text for one in self.cases for text in one.archive.improve))

    @cached_property
    def examples(self) -> list[dict[str, str]]:
        """Some words of the other side, one a case."""
        return [{"record": one.id, "text": one.said[0]} for one in self.cases if one.said][:MOST_EXAMPLES]

    @property
    def figures(self) -> "Group":
        """Its figures, each with the records behind it."""
        cases = count(self.cases)
        return {
            "count": cases,
            "share": Figure(round(len(self.cases) / self.among, 4), self.cases),
            "previous": count(self.earlier),
            "change": Figure(self.change, (*self.cases, *self.earlier)),
        }

    def as_json(self) -> "Group":
        """Return the contract's form of it."""
        return {
            "category": self.category,
            "department": self.department,
            **plain(self.figures),
            "recurring": self.recurring,
            "records": [one.id for one in self.cases],
            "concerned": list(self.concerned),
            "examples": self.examples,
            "causes": self.causes,
            "improvements": self.improvements,
        }


def problems_of(scope: "Scope") -> list[Problem]:
    """Return the period's problems: recurring ones first, then by how frequent they are, then by name.

    Feedback without a category is no problem yet; it stands under the empty name in `feedback.by_category`.
    """
    now, earlier = scope.once(cases_by_category), scope.before().once(cases_by_category)
    among = sum(map(len, now.values()))
    found = [
        _problem(category, cases, earlier.get(category, []), among, scope) for category, cases in now.items()
    ]
    return sorted(found, key=lambda one: (not one.recurring, -len(one.cases), one.category))


def cases_by_category(scope: "Scope") -> dict[str, list["Feedback"]]:
    """Return the feedback of a period by the category under which it was filed."""
    found: dict[str, list[Feedback]] = {}
    for record in scope.records:
        if is_feedback(record) and (category := category_of(record)):
            found.setdefault(category, []).append(record)
    return found


def _problem(
    category: str, cases: Sequence["Feedback"], earlier: Sequence["Feedback"], among: int, scope: "Scope"
) -> Problem:
    department = scope.view.settings.categories.get(category)
    concerned = (department,) if department else _owning(cases, scope)
    return Problem(category, tuple(cases), tuple(earlier), department, concerned, among)


def _owning(cases: Sequence["Feedback"], scope: "Scope") -> tuple[str, ...]:
    names = [scope.department(one.people.owner) for one in cases]
    known = sorted({name for name in names if name})
    return tuple(sorted(known, key=lambda name: -names.count(name)))


def problem_figures(problems: Sequence[Problem]) -> "Group":
    """Return the figures of all problems by category."""
    return {one.category: one.figures for one in problems}
