"""From the tree of a file to a record: every wrong field becomes a value in a list, the rest is still served."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from commcoord.language.messages import Message, Several
from commcoord.records.feedback import Feedback
from commcoord.records.minutes import Minutes
from commcoord.records.parts import Part
from commcoord.records.plan import Plan
from commcoord.records.record import Record
from commcoord.records.task import Task
from commcoord.records.vocabulary import ITEM_FIELDS, KINDS

MODELS: dict[str, type[Record]] = {"plan": Plan, "minutes": Minutes, "task": Task, "feedback": Feedback}
REQUIRED = ("kind", "id", "title", "scenario", "step", "date")
ATTEMPTS = 4
"""How often a tree is read again without its wrong fields: some hide behind others."""
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class WrongField:
    """One field that is unknown, missing or of the wrong form."""

    path: Path
    message: Message


def record_of(tree: Mapping[str, Any], *, full: bool = False) -> tuple[Record | None, list[WrongField]]:
    """Return the record of a tree and its wrong fields; none where what must be there is missing or wrong.

    A wrong field that the record can do without is left out of it, so that its actions are still chased. `full`
    says that no key of the tree is without a value.
    """
    kind = tree.get("kind")
    if not isinstance(kind, str) or kind not in MODELS:
        return None, [_wrong_kind(kind)]
    if full:
        with suppress(ValidationError):
            return MODELS[kind].model_validate(tree), []
    return parsed(MODELS[kind], tree)


def parsed(model: type[Part], tree: Mapping[str, Any]) -> tuple[Any, list[WrongField]]:
    """Return the tree as that model, less its wrong fields, and these; none where it cannot do without them."""
    wrong: list[WrongField] = []
    rest = _without_blanks(tree)
    for _attempt in range(ATTEMPTS):
        try:
            return model.model_validate(rest), wrong
        except ValidationError as error:
            faults = [_fault(model, rest, one) for one in error.errors(include_url=False)]
        wrong.extend(fault for fault in faults if fault not in wrong)
        pruned = [_pruned(rest, path) for path in _deepest_first(faults)]
        if not all(pruned):
            return None, wrong
    return None, wrong


def _without_blanks(value: Any) -> Any:
    """Copy a tree without the keys that have no value yet: an empty field is an absent one."""
    if isinstance(value, dict):
        return {
            key: one if isinstance(one, str) else _without_blanks(one)
            for key, one in value.items()
            if one is not None
        }
    if isinstance(value, list):
        return [one if isinstance(one, str) else _without_blanks(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value


def _fault(model: type[BaseModel], tree: Any, error: Any) -> WrongField:
    path = _existing(tree, error["loc"])
    kind, name = error["type"], str(error["loc"][-1])
    if kind == "extra_forbidden":
        return WrongField(path, _unknown(name, fields_at(model, path[:-1])))
    if kind == "missing":
        return WrongField((*path, name), Message("{field} is missing", field=name))
    field = ".".join(str(key) for key in path)
    return WrongField(
        path, Message("{field}: {reason}", field=field, reason=_reason(kind, error.get("ctx", {})))
    )


def _reason(kind: str, context: Mapping[str, Any]) -> Message:
    if kind == "value_error":
        return Message(str(context["error"]))
    if kind == "literal_error":
        return Message("one of {words} is wanted", words=str(context["expected"]).replace(" or ", ", "))
    if kind == "string_type":
        return Message("text is wanted")
    if kind == "list_type":
        return Message("a list is wanted")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return Message("fields with names are wanted here, not a single value")
    return Message("this is of the wrong form")


def _unknown(name: str, known: Sequence[str]) -> Message:
    near = get_close_matches(name, known, 1, 0.6)
    if near:
        return Message("{field} is not a field here; did you mean {near}?", field=name, near=near[0])
    return Message("{field} is not a field here; known are {known}", field=name, known=Several(known))


def _wrong_kind(kind: Any) -> WrongField:
    if kind is None:
        return WrongField(("kind",), Message("{field} is missing", field="kind"))
    reason = Message("one of {words} is wanted", words=Several(KINDS))
    return WrongField(("kind",), Message("{field}: {reason}", field="kind", reason=reason))


def _existing(tree: Any, loc: Sequence[str | int]) -> Path:
    """Return the part of a location that is in the tree; pydantic adds names of its own for unions."""
    path: list[str | int] = []
    for key in loc:
        try:
            tree = tree[key]
        except (KeyError, IndexError, TypeError):
            break
        path.append(key)
    return tuple(path)


def _pruned(tree: Any, path: Path) -> bool:
    """Take the value at a path out of the tree, or its surroundings where the value is only missing."""
    if len(path) > 1 and _existing(tree, path) != path:
        path = path[:-1]
    if _existing(tree, path) != path or path[0] in REQUIRED:
        return False
    for key in path[:-1]:
        tree = tree[key]
    del tree[path[-1]]
    return True


def _deepest_first(faults: Sequence[WrongField]) -> list[Path]:
    """Return the paths so that taking one out moves none of those after it."""
    return sorted(
        {fault.path for fault in faults},
        key=lambda path: [f"{key:08}" if isinstance(key, int) else key for key in path],
        reverse=True,
    )


def fields_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the names of the fields that a model has at a path, in their order; none below plain values."""
    found = model_at(model, path)
    if found is None:
        return []
    names = [one.alias or name for name, one in found.model_fields.items()]
    return _with_own_fields_before_facts(names) if issubclass(found, Record) else names


def _with_own_fields_before_facts(names: list[str]) -> list[str]:
    """Put a kind's own fields between place and facts, and its items behind the facts, where the contract has actions.

    People read a record from top to bottom: who was there and what was said, then what follows from it.
    """
    shared = names[: names.index("history") + 1]
    own = names[len(shared) :]
    items = [name for name in own if name in ITEM_FIELDS.values()]
    facts = shared.index("facts")
    return [
        *shared[:facts],
        *(name for name in own if name not in items),
        "facts",
        *items,
        *shared[facts + 1 :],
    ]


def model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """Return the model of the part at a path of a model; none where it is a plain value."""
    found: type[BaseModel] | None = model
    for key in path:
        if isinstance(key, int):
            continue
        fields = {one.alias or name: one for name, one in found.model_fields.items()} if found else {}
        found = _model_in(fields[key].annotation) if key in fields else None
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
