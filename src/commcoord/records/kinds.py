"""Which kind a record is of, told by what it says: none of the models has to be imported to ask."""

from typing import TYPE_CHECKING, TypeGuard

from commcoord.language.names import tidy

if TYPE_CHECKING:
    from commcoord.records.feedback import Feedback
    from commcoord.records.minutes import Minutes
    from commcoord.records.plan import Plan
    from commcoord.records.record import Record
    from commcoord.records.task import Task


def is_plan(record: "Record") -> "TypeGuard[Plan]":
    """Whether a record is a communication plan."""
    return record.kind == "plan"


def is_minutes(record: "Record") -> "TypeGuard[Minutes]":
    """Whether a record is the minutes of a meeting."""
    return record.kind == "minutes"


def is_task(record: "Record") -> "TypeGuard[Task]":
    """Whether a record is a task across departments."""
    return record.kind == "task"


def is_feedback(record: "Record") -> "TypeGuard[Feedback]":
    """Whether a record is feedback from outside."""
    return record.kind == "feedback"


def category_of(record: "Record") -> str:
    """Return the problem category under which a record was filed, as categories are compared; empty where none is."""
    return tidy(record.archive.category or "")
