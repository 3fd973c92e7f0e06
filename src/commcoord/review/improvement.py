"""The improvement task of a problem that keeps coming back: opened once, linked to its cases."""

from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import _, plural
from commcoord.review.notices import improvement_tasks

if TYPE_CHECKING:
    from commcoord.records.settings import Settings
    from commcoord.records.view import View
    from commcoord.review.period import Period
    from commcoord.review.problems import Problem

Tree = dict[str, Any]


def lacking(problems: list["Problem"], view: "View") -> list["Problem"]:
    """Return the recurring problems that no task is about yet; `view` has all records, later ones too."""
    return [one for one in problems if one.recurring and not tasks_about(one, view)]


def tasks_about(problem: "Problem", view: "View") -> list[str]:
    """Return the ids of the tasks that are about a problem of this period."""
    cases = [one.id for one in problem.cases]
    return [task.id for task in improvement_tasks(problem.category, cases, view)]


def task_tree(
    problem: "Problem",
    period: "Period",
    settings: "Settings",
    today: date,
    answer_by: date,
    item_ids: list[str],
) -> Tree:
    """Return the tree of the task, without its id, in the language in use.

    Filed under the category, so that the next review and a second call know it. Its owner is the first of the
    department in the directory; it ends with the period after the one reviewed, or a month hence if that is over.
    """
    ends = max(period.after.last, answer_by)
    owner = _first_of(problem.concerned[0] if problem.concerned else "", settings)
    milestones = zip(item_ids, _milestones(problem.category, period), (answer_by, ends), strict=True)
    return {
        "kind": "task",
        "title": _("Improvement: {category}", category=problem.category),
        "scenario": "cross-department",
        "step": "goal",
        "date": today.isoformat(),
        "links": [one.id for one in problem.cases],
        "goal": _goal(problem, period),
        "outcomes": [
            _("the cause is agreed"),
            _("the improvement is in place"),
            _("there are fewer cases in {period}", period=period.after.label),
        ],
        **({"people": {"owner": owner}} if owner else {}),
        "start": today.isoformat(),
        "end": ends.isoformat(),
        **({"initiator": problem.concerned[0]} if problem.concerned else {}),
        "milestones": [
            {
                "id": name,
                "what": what,
                **({"owner": owner} if owner else {}),
                "due": f"{due}",
                "status": "open",
            }
            for name, what, due in milestones
        ],
        "archive": {"category": problem.category},
    }


def _goal(problem: "Problem", period: "Period") -> str:
    few = len(problem.cases) - 1
    names = {"category": problem.category, "period": period.after.label}
    if few < 1:
        return _("No case of {category} in {period}", **names)
    return plural(
        "At most {count} case of {category} in {period}",
        "At most {count} cases of {category} in {period}",
        few,
        **names,
    )


def _milestones(category: str, period: "Period") -> tuple[str, str]:
    return (
        _("Submit the written answer on {category}: cause and improvement", category=category),
        _(
            "Submit the count of cases of {category} in {period}",
            category=category,
            period=period.after.label,
        ),
    )


def _first_of(department: str, settings: "Settings") -> str:
    for one in settings.people:
        if one.department == department:
            wide = not department.isascii()
            return f"{one.name}（{department}）" if wide else f"{one.name} ({department})"
    return ""
