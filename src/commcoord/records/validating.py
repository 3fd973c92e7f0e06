"""What the models say of a tree that leaves a doubt: each wrong field becomes a value in a list, the rest is served."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from commcoord.language.labels import words_named
from commcoord.language.messages import Message, Several
from commcoord.records.feedback import Feedback
from commcoord.records.light import Parts, light
from commcoord.records.minutes import Minutes
from commcoord.records.near import nearest
from commcoord.records.outline import fields_at
from commcoord.records.parsing import WrongField
from commcoord.records.parts import Part
from commcoord.records.plan import Plan
from commcoord.records.settings import Settings
from commcoord.records.task import Task

if TYPE_CHECKING:
    from commcoord.records.light import Light
    from commcoord.records.parsing import Path

MODELS: dict[str, type[Part]] = {one.__name__: one for one in (Plan, Minutes, Task, Feedback, Settings)}
REQUIRED = ("kind", "id", "title", "scenario", "step", "date")
QUOTED = re.compile("'([^']*)'")
"""How pydantic names the words that it expects."""
ATTEMPTS = 4
"""How often a tree is read again without its wrong fields: some hide behind others."""


def parsed_light(model: str, tree: Mapping[str, Any]) -> tuple["Light | None", list[WrongField]]:
    """As `parsed`, by the name of the model, with what it found made light."""
    found, wrong = parsed(MODELS[model], tree)
    return (None if found is None else lightened(found)), wrong


def lightened(part: Part) -> "Light":
    """Return a part as everybody but the models knows it."""
    said = part.model_fields_set
    made: Light = light(type(part).__name__)(
        {name: _light(getattr(part, name)) for name in type(part).model_fields if name in said}
    )
    return made


def _light(value: Any) -> Any:
    if isinstance(value, Part):
        return lightened(value)
    return Parts(map(_light, value)) if isinstance(value, list) else value


def parsed(model: type[Part], tree: Mapping[str, Any]) -> tuple[Any, list[WrongField]]:
    """Return the tree as that model, less its wrong fields, and these; none where it cannot do without them."""
    wrong: list[WrongField] = []
    rest = _without_blanks(tree)
    for _attempt in range(ATTEMPTS):
        try:
            return model.model_validate(rest), wrong
        except ValidationError as error:
            faults = [_fault(model, rest, one) for one in error.errors(include_url=False)]
        wrong += _new(faults, wrong, rest)
        pruned = [_pruned(rest, path) for path in _deepest_first(faults)]
        if not all(pruned):
            return None, wrong
    return None, wrong


def _new(faults: Sequence[WrongField], known: Sequence[WrongField], tree: Any) -> list[WrongField]:
    """Return the faults that are not known; what was taken out because it is wrong is not missing beside."""
    taken = {fault.path for fault in known}
    return [
        fault
        for fault in faults
        if fault not in known and not (fault.path in taken and _existing(tree, fault.path) != fault.path)
    ]


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
        return WrongField(path, _unknown(name, fields_at(model.__name__, path[:-1])))
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
        return Message("one of {words} is wanted", words=words_named(QUOTED.findall(context["expected"])))
    if kind == "string_type":
        return Message("text is wanted")
    if kind == "list_type":
        return Message("a list is wanted")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return Message("fields with names are wanted here, not a single value")
    return Message("this is of the wrong form")


def _unknown(name: str, known: Sequence[str]) -> Message:
    near = nearest(name, known)
    if near:
        return Message("{field} is not a field here; did you mean {near}?", field=name, near=near)
    return Message("{field} is not a field here; known are {known}", field=name, known=Several(known))


def _existing(tree: Any, loc: Sequence[str | int]) -> "Path":
    """Return the part of a location that is in the tree; pydantic adds names of its own for unions."""
    path: list[str | int] = []
    for key in loc:
        try:
            tree = tree[key]
        except (KeyError, IndexError, TypeError):
            break
        path.append(key)
    return tuple(path)


def _pruned(tree: Any, path: "Path") -> bool:
    """Take the value at a path out of the tree, or its surroundings where the value is only missing."""
    if len(path) > 1 and _existing(tree, path) != path:
        path = path[:-1]
    if _existing(tree, path) != path or path[0] in REQUIRED:
        return False
    for key in path[:-1]:
        tree = tree[key]
    del tree[path[-1]]
    return True


def _deepest_first(faults: Sequence[WrongField]) -> list["Path"]:
    """Return the paths so that taking one out moves none of those after it."""
    return sorted(
        {fault.path for fault in faults},
        key=lambda path: [f"{key:08}" if isinstance(key, int) else key for key in path],
        reverse=True,
    )
