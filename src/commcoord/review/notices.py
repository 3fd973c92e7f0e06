"""Whether the loop closes: what became of the problems that the period before had handed to the departments."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from commcoord.language.folding import folded
from commcoord.records.kinds import category_of
from commcoord.review.actions import kept
from commcoord.review.problems import cases_by_category, problems_of

if TYPE_CHECKING:
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View
    from commcoord.review.problems import Problem
    from commcoord.review.scope import Scope

SEVERAL = 2


def previous_notices(scope: "Scope") -> list[dict[str, Any]]:
    """Return for each problem of the period before whether it was answered and mended, and whether it fell."""
    now = scope.once(cases_by_category)
    return [
        _followed(problem, department, len(now.get(problem.category, [])), scope)
        for problem in problems_of(scope.before())
        for department in problem.concerned[:1] or ("",)
    ]


def _followed(problem: "Problem", department: str, count: int, scope: "Scope") -> dict[str, Any]:
    tasks = improvement_tasks(problem.category, (one.id for one in problem.cases), scope.view)
    answer = answer_to(problem, department, tasks, scope)
    return {
        "category": problem.category,
        "department": department or None,
        "count_then": len(problem.cases),
        "count_now": count,
        "change": count - len(problem.cases),
        "fell": count < len(problem.cases),
        "records": [one.id for one in problem.cases],
        "answered": answer is not None and answer[1].status == "done",
        "answer": _answer_row(*answer) if answer else None,
        "tasks": [_task_row(one) for one in tasks],
    }


def answer_to(
    problem: "Problem", department: str, tasks: Sequence["Record"], scope: "Scope"
) -> tuple["Record", "Item"] | None:
    """Return the item by which a department answers a notice, the one that is done before others.

    That is an item that names the category, is owned by the department, and stands in an improvement task of the
    problem (as one that `--open-tasks` opens) or in minutes or another task of the period that reviews.
    """
    word = folded(problem.category)
    known = {one.id for one in tasks}
    places = [*tasks, *(one for one in scope.of_kind("minutes", "task") if one.id not in known)]
    found = [
        (record, item)
        for record in places
        for item in record.items
        if item.status != "cancelled"
        and word in folded(item.what or "")
        and scope.department(item.owner) == department
    ]
    return next((pair for pair in found if pair[1].status == "done"), found[0] if found else None)


def improvement_tasks(category: str, cases: Iterable[str], view: "View") -> list["Record"]:
    """Return the tasks that are about a problem and not about one case of it, by date.

    They are linked to a case and filed under the category (as `--open-tasks` does), or linked to several cases
    and to no feedback of another problem.
    """
    mine = set(cases)
    tasks = [one for one in view.records.values() if one.kind == "task" and one.cancelled is None]
    found = [one for one in tasks if _about(one, category, mine)]
    return sorted(found, key=lambda one: (one.date, one.id))


def _about(task: "Record", category: str, cases: set[str]) -> bool:
    linked = [name for name in task.links if name.startswith("feedback-")]
    hits = cases & set(linked)
    return bool(hits) and (category_of(task) == category or SEVERAL <= len(hits) == len(set(linked)))


def _answer_row(record: "Record", item: "Item") -> dict[str, Any]:
    return {
        "record": record.id,
        "item": item.id,
        "owner": item.owner,
        "due": item.due and item.due.isoformat(),
        "done_on": item.done_on and item.done_on.isoformat(),
        "on_time": kept(item) if item.status == "done" else None,
    }


def _task_row(task: "Record") -> dict[str, Any]:
    return {
        "record": task.id,
        "title": task.title,
        "owner": task.people.owner,
        "step": task.step,
        "done": task.step == "done" or (bool(task.items) and not task.open_items),
        "open_items": len(task.open_items),
        "items": len(task.items),
    }
