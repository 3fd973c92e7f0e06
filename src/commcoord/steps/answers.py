"""The answers of all steps in one place: which a step asks of a kind of record, and what typed ones do to its tree."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from operator import eq
from typing import TYPE_CHECKING, Any

from commcoord.language.labels import value_called
from commcoord.records import editing
from commcoord.records.outline import MODELS
from commcoord.records.vocabulary import ITEM_FIELDS, STEPS

if TYPE_CHECKING:
    from commcoord.steps.answer import Answer
    from commcoord.steps.setting import Setting

OPENING = "opening"


def answers_of(step: str, kind: str | None = None) -> tuple["Answer", ...]:
    """Return what can be answered to a step, or to the `opening` of a record; of one kind, where it is named."""
    found: tuple[Answer, ...] = import_module(f"commcoord.steps.{step}").ANSWERS
    return tuple(one for one in found if kind is None or kind in one.kinds)


def all_answers() -> list["Answer"]:
    """Return every answer in the order of the steps."""
    return [one for step in (OPENING, *STEPS) for one in answers_of(step)]


def field_of(answer: "Answer", kind: str) -> str:
    """Return the dotted field that an answer fills in a record of that kind."""
    return ITEM_FIELDS[kind] if answer.field == "items" else answer.field


def apply(tree: dict[str, Any], given: Iterable[tuple["Answer", Sequence[str]]], setting: "Setting") -> None:
    """Write typed answers into a tree; lists grow, single values are replaced.

    Raises UsageError with the text for what cannot be understood, before anything is written to a file.
    """
    for answer, typed in given:
        field = field_of(answer, setting.kind)
        if field == "materials.sent":
            _send_materials(tree, answer.form(typed[-1], setting))
        elif answer.flag is not None:
            editing.put(tree, MODELS[setting.kind], field, answer.flag)
        elif not answer.many:
            editing.put(tree, MODELS[setting.kind], field, _meant(answer, typed[-1], setting))
        elif field == "leftover" and list(typed) == ["none"]:
            editing.put(tree, MODELS[setting.kind], field, "none")
        else:
            values = [_meant(answer, one, setting) for one in typed]
            editing.add(tree, MODELS[setting.kind], field, _new(answer, values, _at(tree, field), setting))


def _new(answer: "Answer", values: Sequence[Any], present: list[Any], setting: "Setting") -> list[Any]:
    """Return what a list does not have yet; a person may stand there with the department, or without it."""
    known: list[Any] = list(present)
    same = setting.settings.directory.same if answer.of == "people" else eq
    for one in values:
        if not any(same(one, other) for other in known):
            known.append(one)
    return known[len(present) :]


def _meant(answer: "Answer", typed: str, setting: "Setting") -> Any:
    """Return the value of what was typed; a choice may be typed as people call it."""
    chosen = value_called(typed, answer.choices) if answer.choices else None
    return answer.form(chosen or typed, setting)


def _send_materials(tree: dict[str, Any], sent: Any) -> None:
    for material in tree.get("materials") or []:
        if isinstance(material, dict) and not material.get("sent"):
            material["sent"] = sent


def _at(tree: Mapping[str, Any], field: str) -> list[Any]:
    found: Any = tree
    for key in field.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, list) else []
