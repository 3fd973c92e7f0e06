"""What changed between two versions of a record, in words: `Deadline 10-22 → 10-25, Wang: no hall yet`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from commcoord.language.labels import field_label, label
from commcoord.language.messages import Message, mark, translated
from commcoord.records.values import DAY
from commcoord.records.vocabulary import ITEM_LETTERS

Tree = Mapping[str, Any]
UNSAID = ("history", "id", "kind", "digest")
"""Fields whose changes another field tells, as the step tells the history, and marks that say nothing to people."""

LONGEST = 60  # characters of a single value; the file has the rest


def changes(before: Tree | None, after: Tree | None, language: str) -> list[str]:
    """Return what was done to a record, a line a field or item; one line where it was made or removed."""
    if before is None or after is None:
        return [translated(MADE if before is None else REMOVED, language)] if before != after else []
    return list(_fields(before, after, language))


MADE, REMOVED = mark("new"), mark("removed")


def _fields(before: Tree, after: Tree, language: str) -> Iterator[str]:
    for name in [*before, *(name for name in after if name not in before)]:
        old, new = before.get(name), after.get(name)
        if old == new or name in UNSAID:
            continue
        if name in ITEM_LETTERS:
            yield from _items(name, _by_id(old), _by_id(new), language)
        elif isinstance(old, Mapping) and isinstance(new, Mapping):
            for line in _fields(old, new, language):
                yield _paired(field_label(name, language), line, language)
        else:
            yield _field(name, old, new, language)


def _field(name: str, old: Any, new: Any, language: str) -> str:
    called = field_label(name, language)
    if isinstance(old, list) or isinstance(new, list):
        before, after = ([_value(one, language) for one in _listed(side)] for side in (old, new))
        signs = [f"+ {one}" for one in after if one not in before]
        signs += [f"- {one}" for one in before if one not in after]
        return _paired(called, translated("; ", language).join(signs) or "↕", language)
    if old is None:
        return _paired(called, _value(new, language), language)
    if new is None:
        return _paired(called, f"- {_value(old, language)}", language)
    if all(isinstance(one, str) and DAY.fullmatch(one) for one in (old, new)) and old[:4] == new[:4]:
        old, new = old[5:], new[5:]
    return f"{called} {_value(old, language)} → {_value(new, language)}"


def _items(name: str, old: Tree, new: Tree, language: str) -> Iterator[str]:
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        called = _value((after or before or {}).get("what") or key, language)
        if before is None or after is None:
            sign = "+" if before is None else "-"
            yield _paired(field_label(name, language), f"{sign} {called}", language)
        else:
            yield _paired(called, _item(before, after, language), language)


def _item(before: Tree, after: Tree, language: str) -> str:
    fields = {name: value for name, value in before.items() if name != "log"}
    parts = list(_fields(fields, {key: one for key, one in after.items() if key != "log"}, language))
    known = _listed(before.get("log"))
    parts += [_entry(one, language) for one in _listed(after.get("log")) if one not in known]
    return translated(", ", language).join(filter(None, parts))


def _entry(entry: Any, language: str) -> str:
    if not isinstance(entry, Mapping):
        return _value(entry, language)
    by, note = entry.get("by"), entry.get("note")
    if by and note:
        return _paired(str(by), str(note), language)
    return str(note or by or "")


def _paired(name: str, value: str, language: str) -> str:
    return Message("{name}: {value}", name=name, value=value).in_language(language)


def _by_id(value: Any) -> dict[str, Tree]:
    return {str(one.get("id") or place): one for place, one in enumerate(_maps(value))}


def _maps(value: Any) -> Sequence[Tree]:
    return [one for one in _listed(value) if isinstance(one, Mapping)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _value(value: Any, language: str) -> str:
    if isinstance(value, Mapping):
        words = translated(", ", language).join(
            _value(one, language) for name, one in value.items() if one is not None and name != "digest"
        )
    elif isinstance(value, list):
        words = translated(", ", language).join(_value(one, language) for one in value)
    else:
        words = " ".join(label(str(value), language).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
