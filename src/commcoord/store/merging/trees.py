"""The merge itself, on trees: maps by key, items by what they are, logs by time; pure, without file or text."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from commcoord.store.merging import knowledge
from commcoord.store.merging.lines import merged_lines
from commcoord.store.merging.lists import merged_order, paired
from commcoord.store.yaml_order import woven

Path = tuple[str | int, ...]


class _Absent:
    """Marks that nothing stands there."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


class Disagreement(NamedTuple):
    """A place where both sides want different things; `ABSENT` where a side has nothing there."""

    base: Any
    ours: Any
    theirs: Any


def merged(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the merged tree of a record, with a `Disagreement` where the sides truly disagree."""
    found = _mapping(dict(base), dict(ours), dict(theirs))
    return found if isinstance(found, dict) else {}


def compared(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return one tree of two, with a `Disagreement` wherever they differ; what was before them is not known."""
    found = _compared("", dict(ours), dict(theirs))
    return found if isinstance(found, dict) else {}


def chosen(tree: Any, side: str) -> Any:
    """Return a merged tree with that side (`ours` or `theirs`) wherever they disagree."""
    return decided(tree, lambda _path, one: getattr(one, side))


def decided(tree: Any, decide: Callable[[Path, Disagreement], Any], path: Path = ()) -> Any:
    """Return a merged tree with what `decide` answers wherever the sides disagree; `ABSENT` leaves it out."""
    if isinstance(tree, Disagreement):
        return decide(path, tree)
    if isinstance(tree, dict):
        rows = ((key, decided(value, decide, (*path, key))) for key, value in tree.items())
        return {key: value for key, value in rows if value is not ABSENT}
    if isinstance(tree, list):
        names = _names_of(tree, path[-1])
        items = (decided(one, decide, (*path, name)) for name, one in zip(names, tree, strict=True))
        return [value for value in items if value is not ABSENT]
    return tree


def disagreements(tree: Any) -> list[tuple[Path, Disagreement]]:
    """Return every disagreement of a merged tree with its path; items are named by their id where they have one."""
    found: list[tuple[Path, Disagreement]] = []

    def note(path: Path, one: Disagreement) -> Any:
        found.append((path, one))
        return one.ours

    decided(tree, note)
    return found


def _compared(name: str, ours: Any, theirs: Any) -> Any:
    if ours == theirs:
        return ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        names = woven(list(ours), list(theirs))
        return {key: _compared(key, ours.get(key, ABSENT), theirs.get(key, ABSENT)) for key in names}
    if isinstance(ours, list) and isinstance(theirs, list):
        left, right = paired(name, ours, ours, theirs)
        order = merged_order(name, len(ours), left, right)
        return [_compared("", left.get(token, ABSENT), right.get(token, ABSENT)) for token in order]
    return Disagreement(ABSENT, ours, theirs)


def _names_of(items: list[Any], field: str | int) -> list[str | int]:
    """Return a name for each item, the second of one name with its number behind."""
    found: list[str | int] = []
    for place, item in enumerate(items):
        name = first = _name_of(item, place, field)
        number = 1
        while name in found:
            number += 1
            name = f"{first}#{number}"
        found.append(name)
    return found


def _name_of(value: Any, place: int, field: str | int) -> str | int:
    if isinstance(value, Disagreement):
        value = value.theirs if value.ours is ABSENT else value.ours
    keys = knowledge.KEYS.get(str(field), ())
    name = value.get(keys[0]) if keys and isinstance(value, dict) else None
    return str(name) if isinstance(name, str) else place


def _value(name: str, base: Any, ours: Any, theirs: Any) -> Any:
    if theirs in (ours, base):
        return ours
    if base == ours:
        return theirs
    ours, theirs, base = (ABSENT if one is None else one for one in (ours, theirs, base))
    if base is ABSENT and ABSENT in (ours, theirs):
        return theirs if ours is ABSENT else ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _mapping(base if isinstance(base, dict) else {}, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _list(name, base if isinstance(base, list) else [], ours, theirs)
    settled = _scalar(name, base, ours, theirs)
    return Disagreement(base, ours, theirs) if settled is None else settled


def _scalar(name: str, base: Any, ours: Any, theirs: Any) -> Any:
    """Return what two different single values come to, none where they do not."""
    if name in knowledge.STATE_FIELDS:
        return knowledge.farther(base, ours, theirs)
    texts = (base, ours, theirs)
    if all(isinstance(one, str) for one in texts) and any("\n" in one for one in texts):
        found = merged_lines(*(text if text.endswith("\n") else text + "\n" for text in texts))
        if found.settled:
            return found.text if ours.endswith("\n") else found.text.removesuffix("\n")
    return None


def _mapping(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    names = woven(list(ours), list(theirs))
    found = {}
    for name in [*names, *(key for key in base if key not in names)]:
        sides = [side.get(name, ABSENT) for side in (base, ours, theirs)]
        value = _value(name, *sides)
        if name in knowledge.STATE_FIELDS and not isinstance(value, Disagreement):
            value = _not_backwards(value, sides, (base, ours, theirs))
        if value is not ABSENT:
            found[name] = value
    return found


def _not_backwards(value: Any, sides: list[Any], whole: tuple[Any, Any, Any]) -> Any:
    """Let a state go back only where the other side did not touch the thing: else they have to speak."""
    base, ours, theirs = sides
    others_touched = whole[2] != whole[0] if base == theirs else whole[1] != whole[0]
    if ours != theirs and others_touched and knowledge.goes_back(base, value):
        return Disagreement(base, ours, theirs)
    return value


def _list(name: str, base: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
    left, right = paired(name, base, ours, theirs)
    values = {}
    for token in {**left, **right}:
        before = base[token] if isinstance(token, int) else ABSENT
        value = _value("", before, left.get(token, ABSENT), right.get(token, ABSENT))
        if value is not ABSENT:
            values[token] = value
    order = merged_order(name, len(base), left, right)
    return [values[token] for token in order if token in values]
