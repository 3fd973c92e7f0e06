"""Which fields there are at which place of a record, by the names that files use, in the order in which they stand."""

from collections.abc import Sequence
from typing import Any

from commcoord.records.light import ALIASES, KINDS
from commcoord.records.shapes import SHAPES
from commcoord.records.vocabulary import ITEM_FIELDS

MODELS = KINDS
"""The model of each kind of record, by name."""
AUDIENCE = "audience"
COUNTS = ("count", "version")
"""The forms that are a number."""
HOLDING = ("parts", "part", "maybe part")
"""The forms whose fields have fields themselves."""


def fields_at(model: str, path: Sequence[str | int]) -> list[str]:
    """Return the names of the fields that a model has at a path, in their order; none below plain values."""
    found = model_at(model, path)
    if found is None:
        return []
    names = [ALIASES.get(name, name) for name, _form, _known in SHAPES[found]]
    return _with_own_fields_before_facts(names) if found in MODELS.values() else names


def order_at(kind: str, path: Sequence[str | int]) -> list[str]:
    """Return the names of the fields that a record has at a path, in the order in which they stand in its file.

    That is the order of `fields_at`, but in a part `audience` is the last: it says who may read what stands before it.
    """
    names = fields_at(MODELS[kind], path) if kind in MODELS else []
    if path and AUDIENCE in names:
        names.remove(AUDIENCE)
        names.append(AUDIENCE)
    return names


def in_order(tree: Any, kind: str, path: Sequence[str | int] = ()) -> Any:
    """Return what stands at a path of a record with all fields in their order; others stand behind them."""
    if isinstance(tree, list):
        return [in_order(one, kind, (*path, place)) for place, one in enumerate(tree)]
    if not isinstance(tree, dict):
        return tree
    places = {name: place for place, name in enumerate(order_at(kind, path))}
    names = sorted(tree, key=lambda name: places.get(name, len(places)))
    return {name: in_order(tree[name], kind, (*path, name)) for name in names}


def form_at(model: str, path: Sequence[str | int]) -> str:
    """Return the form of the field at a path of a model; empty where there is none."""
    names = [key for key in path if isinstance(key, str)]
    found = model_at(model, names[:-1])
    return _forms(found).get(names[-1], ("", None))[0] if found else ""


def model_at(model: str, path: Sequence[str | int]) -> str | None:
    """Return the model of the part at a path of a model; none where it is a plain value."""
    found: str | None = model
    for key in path:
        if not isinstance(key, int):
            form, known = _forms(found).get(key, ("", None)) if found else ("", None)
            found = str(known) if form in HOLDING else None
    return found


def counted_fields() -> list[str]:
    """Return the names of all fields that are a number, as files have them."""
    found = {name for entries in SHAPES.values() for name, form, _known in entries if form in COUNTS}
    return sorted(found)


def _forms(model: str) -> dict[str, tuple[str, object]]:
    return {ALIASES.get(name, name): (form, known) for name, form, known in SHAPES[model]}


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
