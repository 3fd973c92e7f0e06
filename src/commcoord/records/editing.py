"""Changes to the tree of a record: a field is named by a dotted path, new keys stand where the contract has them."""

from typing import TYPE_CHECKING, Any

from commcoord.errors import UsageError
from commcoord.language.messages import Message, Several
from commcoord.records.near import nearest
from commcoord.records.outline import fields_at, form_at
from commcoord.records.scalars import Plain

if TYPE_CHECKING:
    from commcoord.records.parsing import Path

Tree = dict[str, Any]
LEFTOVER = ("leftover",)
"""The list that says `none` where it has nothing."""
COUNTING = ("switch", "count", "version")
"""The forms of fields that are a number or a yes or no."""


def put(tree: Tree, model: str, field: str, value: Any) -> None:
    """Set the field at a dotted path (`channel.means`, `actions.a-3f9k.due`, `agenda.0.minutes`); none removes it.

    Raises UsageError where the model has no such field or the list no such item.
    """
    path = _resolved(tree, model, field)
    value = _in_words(model, path, value)
    parent = _parent(tree, model, path)
    if isinstance(parent, list):
        parent[int(path[-1])] = value
    elif value is None:
        parent.pop(str(path[-1]), None)
    else:
        insert(parent, str(path[-1]), value, fields_at(model, path[:-1]))


def add(tree: Tree, model: str, field: str, value: Any) -> None:
    """Add a value, or each of a list of values, to the list at a dotted path; the list is made where it is missing."""
    path = _resolved(tree, model, field)
    value = _in_words(model, path, value)
    parent = _parent(tree, model, path)
    present = parent[int(path[-1])] if isinstance(parent, list) else parent.get(path[-1])
    if path == LEFTOVER and present == "none":
        present = None
    listed = present if isinstance(present, list) else [present] if present is not None else []
    extended = [*listed, *(value if isinstance(value, list) else [value])]
    if isinstance(parent, list):
        parent[int(path[-1])] = extended
    else:
        insert(parent, str(path[-1]), extended, fields_at(model, path[:-1]))


def insert(mapping: Tree, key: str, value: Any, order: list[str]) -> None:
    """Set a key of a mapping; a new one comes after its nearest predecessor in that order."""
    if key in mapping or key not in order:
        mapping[key] = value
        return
    before = set(order[: order.index(key)])
    rows = list(mapping.items())
    place = max((index + 1 for index, (name, _) in enumerate(rows) if name in before), default=0)
    rows.insert(place, (key, value))
    mapping.clear()
    mapping.update(rows)


def _in_words(model: str, path: "Path", value: Any) -> Any:
    """Return a value whose plain words are texts except where a field counts or is a yes or no.

    A room 301 that stands in the file without quotes is a number to every other reader.
    """
    if isinstance(value, dict):
        return {name: _in_words(model, (*path, name), inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_in_words(model, path, inner) for inner in value]
    return str(value) if isinstance(value, Plain) and not _counts(model, path) else value


def _counts(model: str, path: "Path") -> bool:
    return form_at(model, path) in COUNTING


def _resolved(tree: Tree, model: str, field: str) -> "Path":
    """Return the path with item ids turned into places; raises UsageError where a name is unknown."""
    path: list[str | int] = []
    here: Any = tree
    for name in field.split("."):
        key: str | int = (
            _place(here, name, field) if isinstance(here, list) else _known(model, path, name, field)
        )
        path.append(key)
        here = _below(here, key)
    return tuple(path)


def _below(here: Any, key: str | int) -> Any:
    if isinstance(here, list) and isinstance(key, int):
        return here[key]
    return here.get(key) if isinstance(here, dict) else None


def _known(model: str, path: list[str | int], name: str, field: str) -> str:
    known = fields_at(model, path)
    if not known or name in known:
        return name
    near = nearest(name, known)
    hint = (
        Message("Did you mean {near}?", near=near)
        if near
        else Message("Known are {known}.", known=Several(known))
    )
    raise UsageError(Message("{field} is not a field of this record.", field=field), hint)


def _place(listed: list[Any], name: str, field: str) -> int:
    for index, one in enumerate(listed):
        if isinstance(one, dict) and one.get("id") == name:
            return index
    if name.isdecimal() and len(name) <= len(str(len(listed))) and int(name) < len(listed):
        return int(name)
    raise UsageError(Message("{field}: the list has no item {name}.", field=field, name=name))


def _parent(tree: Tree, model: str, path: "Path") -> Any:
    """Return the mapping or list that holds the last key of a path; missing mappings on the way are made."""
    here: Any = tree
    for depth, key in enumerate(path[:-1]):
        if isinstance(here, dict) and here.get(str(key)) is None:
            insert(here, str(key), {}, fields_at(model, path[:depth]))
        here = here[key]
        if not isinstance(here, dict | list):
            raise UsageError(
                Message("{field} is a single value; nothing can be set below it.", field=str(key))
            )
    return here
