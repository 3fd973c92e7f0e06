"""What a record takes from the plan that it is linked to, where it leaves something out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from commcoord.records.light import Light
from commcoord.records.outline import fields_at

if TYPE_CHECKING:
    from commcoord.records.record import Record

INHERITED = ("goal", "outcomes", "asks", "people", "channel", "materials", "agenda")
"""The fields that minutes, tasks and feedback take from their plan (contract, fields of one kind)."""
ROLES = fields_at("People", ())


def plan_among(record: "Record", linked: Iterable["Record"]) -> "Record | None":
    """Return the plan that a record takes from: the first plan that it is linked to."""
    if record.kind == "plan":
        return None
    return next((one for one in linked if one.kind == "plan"), None)


def inherited_fields(record: "Record", plan: "Record | None") -> dict[str, str]:
    """Return the dotted fields that the record takes, each with the id of the plan that it takes it from."""
    return dict.fromkeys(_taken(record, plan), plan.id) if plan else {}


def effective(record: "Record", plan: "Record | None") -> "Record":
    """Return the record as rules and readers see it: with what it takes from its plan.

    People are completed role by role, so that minutes that name their owner still know who decides.
    """
    taken = _taken(record, plan)
    if plan is None or not taken:
        return record
    update: dict[str, Any] = {name: getattr(plan, name) for name in taken if "." not in name}
    roles = [name.partition(".")[2] for name in taken if "." in name]
    if roles:
        update["people"] = record.people.model_copy(
            update={role: getattr(plan.people, role) for role in roles}
        )
    return record.model_copy(update=update)


def _taken(record: "Record", plan: "Record | None") -> list[str]:
    if plan is None:
        return []
    whole = [name for name in INHERITED if empty(getattr(record, name)) and not empty(getattr(plan, name))]
    if "people" in whole:
        return whole
    return whole + [
        f"people.{role}"
        for role in ROLES
        if empty(getattr(record.people, role)) and not empty(getattr(plan.people, role))
    ]


def empty(value: Any) -> bool:
    """Whether a field says nothing."""
    if value is None or isinstance(value, str | list):
        return not value
    if isinstance(value, dict):  # a part of a light record for which nobody has asked yet
        return all(map(empty, value.values()))
    return isinstance(value, Light) and all(map(empty, value.__dict__.values()))
