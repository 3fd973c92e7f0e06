"""Writes `shapes.py`, what the models say of their fields, so that reading records does not wait for the models.

    python -m commcoord.records.shaping

A test holds the two to each other.
"""

from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from commcoord.records import fields
from commcoord.records.feedback import Feedback
from commcoord.records.minutes import Minutes
from commcoord.records.parts import Part
from commcoord.records.plan import Plan
from commcoord.records.settings import Length, Settings
from commcoord.records.task import Task

MODELS = (Plan, Minutes, Task, Feedback, Settings)
HEAD = '''"""The fields of every model in the order of the contract: name, form and what the form has to know.

Written by `python -m commcoord.records.shaping`; the models are where a field is changed.
"""
# ruff: noqa: E501
# fmt: off
'''
MARKED: dict[Any, str] = {
    fields.Words: "words",
    fields.Texts: "texts",
    fields.RecordId: "record id",
    fields.MaybeItemId: "item id",
    fields.OneName: "name",
    fields.Day: "day",
    fields.MaybeDay: "maybe day",
    fields.MaybeMoment: "moment",
    fields.MaybeSpan: "span",
    fields.Switch: "switch",
    fields.Count: "count",
    Length: "length",
}
"""The forms that have a validator of their own."""
ALONE = {
    ("Minutes", "leftover"): "leftover",
    ("Minutes", "next_steps"): "text or texts",
    ("Settings", "version"): "version",
    ("Settings", "timezone"): "zone",
    ("Settings", "calendar"): "calendar",
    ("Settings", "categories"): "words by name",
    ("RuleSettings", "severity"): "severities",
    ("OwnDays", "off"): "days",
    ("OwnDays", "work"): "days",
}
"""The forms that one field has."""

Entry = tuple[str, str, Any]


def module() -> str:
    """Return the text of `shapes.py`."""
    shapes: dict[str, tuple[Entry, ...]] = {}
    needed: dict[str, tuple[str, ...]] = {}
    defaults: dict[str, dict[str, Any]] = {}
    for model in _reached():
        name, found = model.__name__, model.model_fields
        shapes[name] = tuple(_entry(name, field, one) for field, one in found.items())
        needed[name] = tuple(field for field, one in found.items() if one.is_required())
        defaults[name] = {
            field: str(one.default) if isinstance(one.default, str) else one.default
            for field, one in found.items()
            if isinstance(one.default, str | int)
        }
    tables = (
        ("SHAPES", "dict[str, tuple[tuple[str, str, object], ...]]", shapes),
        ("NEEDED", "dict[str, tuple[str, ...]]", needed),
        ("DEFAULTS", "dict[str, dict[str, int | str]]", defaults),
    )
    return "\n".join([HEAD, *(line for table in tables for line in _lines(*table))])


def _lines(name: str, annotation: str, table: dict[str, Any]) -> list[str]:
    lines = [f"    {model!r}: {found!r}," for model, found in table.items() if found]
    return [f"{name}: {annotation} = {{", *(line.replace("'", '"') for line in lines), "}", ""]


def _reached() -> list[type[Part]]:
    """Return the models and all parts in them, those that others hold before these."""
    found: dict[type[Part], None] = {}

    def reach(model: type[Part]) -> None:
        for field in model.model_fields.values():
            for part in _parts_in(field.annotation):
                reach(part)
        found.setdefault(model)

    for model in MODELS:
        reach(model)
    return list(found)


def _parts_in(annotation: Any) -> list[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [part for one in get_args(annotation) for part in _parts_in(one)]


def _entry(model: str, name: str, field: FieldInfo) -> Entry:
    alone = ALONE.get((model, name))
    if alone is not None:
        return name, alone, None
    marks = {id(mark) for mark in field.metadata}
    for marked, form in MARKED.items():
        if marks & {id(mark) for mark in marked.__metadata__}:
            return name, form, None
    return name, *_structural(name, field)


def _structural(name: str, field: FieldInfo) -> tuple[str, Any]:
    """Return the form that the annotation alone tells."""
    annotation, origin = field.annotation, get_origin(field.annotation)
    parts = _parts_in(annotation)
    words = _words_in(annotation)
    if parts:
        return ("parts" if origin is list else "maybe part" if origin is not None else "part"), parts[
            0
        ].__name__
    if words:
        return ("choices" if origin is list else "choice" if origin is Literal else "maybe choice"), words
    if annotation is str:
        return "text", None
    raise TypeError(f"{name}: no form is known for {annotation}")


def _words_in(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for one in get_args(annotation) if (found := _words_in(one))), ())


if __name__ == "__main__":
    (Path(__file__).parent / "shapes.py").write_text(module(), encoding="utf-8")
