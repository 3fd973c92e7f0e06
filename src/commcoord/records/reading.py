"""Quick reading of trees that leave no doubt: the record that the models would make of them, without the models.

What is written as nearly everything is becomes a value here. Whatever else there may be, a fault or merely an unusual
spelling, is left to the models, which know what to say of it (`records.parsing`).
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from commcoord.language.later import later
from commcoord.records.ids import is_item_id, is_record_id
from commcoord.records.light import ALIASES, KINDS, Parts, light
from commcoord.records.scalars import Plain
from commcoord.records.shapes import NEEDED, SHAPES
from commcoord.records.values import (
    parse_calendar,
    parse_day,
    parse_moment,
    parse_span,
    parse_zone,
)

if TYPE_CHECKING:
    from commcoord.records.light import Light
    from commcoord.records.values import (
        Span,
    )

Form = Callable[[Any], Any]
Kept = TypeVar("Kept", str, date)

DOUBT = (ValueError, KeyError, TypeError, AttributeError)
"""What a form raises where it cannot be sure."""
TYPED_TEXT = later(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|true|True|TRUE|false|False|FALSE"
)
"""What stands plain and is a number or yes-or-no, YAML 1.2 core schema §10.3.2."""
TYPED = ("switch", "count", "version")
"""The forms of what may stand in a tree as a number or yes-or-no, if whoever read it has not spelled it yet."""


def quick_record(tree: dict[str, Any]) -> "Light | None":
    """Return the record of a tree, which may have blanks and numbers that are typed; none where there is a doubt.

    Where there is none, all that was typed is spelled in the tree afterwards.
    """
    return _without_doubt(str(KINDS.get(str(tree.get("kind")))), tree)


def quick_settings(tree: dict[str, Any]) -> "Light | None":
    """As `quick_record`, for the tree of the settings."""
    return _without_doubt("Settings", tree)


def as_texts(value: Any) -> Any:
    """Return a copy of a spelled tree in which what stands plain, and is neither number nor yes-or-no, is a text."""
    kind = type(value)
    if kind is Plain:
        return value if TYPED_TEXT.fullmatch(value) else str(value)
    if kind is list:
        return [as_texts(one) for one in value]
    return {name: as_texts(one) for name, one in value.items()} if kind is dict else value


def _without_doubt(shape: str, tree: dict[str, Any]) -> "Light | None":
    try:
        found: Light = _reader(shape)(tree)
    except DOUBT:
        return None
    return found


@cache
def _reader(shape: str) -> Form:
    """Return what makes the light part of a tree, by the shape's name; it raises one of `DOUBT`."""
    entries = SHAPES[shape]
    fill = _filling(
        light(shape), {ALIASES.get(name, name): _form(form, known) for name, form, known in entries}
    )
    typed = tuple(name for name, form, _known in entries if form in TYPED)
    aliases = tuple((ALIASES[name], name) for name, _form_, _known in entries if name in ALIASES)
    needed = NEEDED.get(shape, ())
    if not (typed or aliases or needed):
        return fill

    def read(tree: Any) -> "Light":
        if typed:
            _spell(tree, typed)
        part = fill(tree)
        held = part.__dict__
        for alias, name in aliases:
            if alias in held:
                held[name] = held.pop(alias)
        for name in needed:
            held[name]
        return part

    return read


def _filling(made_of: type["Light"], forms: Mapping[str, Form | None]) -> Callable[[Any], "Light"]:
    """Return what makes a part of a mapping: most of its values are words, which are looked at without a call."""
    new = object.__new__

    def filled(tree: Any) -> "Light":
        part = new(made_of)
        part.__dict__ = found = {}
        for key, value in tree.items():
            form = forms[key]
            if form is None:
                if type(value) is str:
                    found[key] = value or None
                elif value is not None:
                    raise TypeError
            elif value is not None:
                found[key] = form(value)
        return part

    return filled


def _spell(tree: dict[str, Any], names: Collection[str]) -> None:
    for name in names:
        value = tree.get(name)
        if type(value) is bool:
            tree[name] = Plain("true" if value else "false")
        elif type(value) is int:
            tree[name] = Plain(value)


# ── forms ──────────────────────────────────────────────────────────────────────────────────────────


def _form(form: str, known: Any) -> Form | None:
    """Return what makes a value of a form; none for words, most of all, which need no call."""
    if form == "words":
        return None
    if form in ("choice", "maybe choice"):
        return ({word: word for word in known} | ({"": None} if form == "maybe choice" else {})).__getitem__
    if form == "choices":
        return _choices(frozenset(known))
    if form == "parts":
        return _parts(_reader(known))
    if form in ("part", "maybe part"):
        return _reader(known)
    return FORMS[form]


def _choices(words: frozenset[str]) -> Form:
    def choices(value: Any) -> Any:
        if type(value) is not list or not words.issuperset(_texts(value)):
            raise TypeError
        return value

    return choices


def _parts(read: Callable[[Any], "Light"]) -> Form:
    def parts(value: Any) -> Parts:
        if type(value) is not list:
            raise TypeError
        return Parts(map(read, value))

    return parts


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _texts(value: Any) -> list[str]:
    if type(value) is list:
        for one in value:
            if type(one) is not str:
                raise TypeError
        return value
    if type(value) is not str:
        raise TypeError
    return [value] if value else []


def _text_or_texts(value: Any) -> str | list[str]:
    return value if type(value) is str else _texts(value)


def _leftover(value: Any) -> str | list[str]:
    if value == "none" and type(value) is str:
        return value
    if type(value) is not list:
        raise TypeError
    return _texts(value)


def _name(value: Any) -> str | None:
    return _text(value) or None


def _record_id(value: Any) -> str:
    name = _text(value)
    if not is_record_id(name):
        raise ValueError
    return name


def _item_id(value: Any) -> str | None:
    name = _name(value)
    if name and not is_item_id(name):
        raise ValueError
    return name


class _Memory(dict[str, Any]):
    """The values of texts, each found out once: the same days stand in thousands of records."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        self._parse = parse

    def __missing__(self, text: str) -> Any:
        if type(text) is not str:
            raise TypeError
        if len(self) >= LONGEST:
            self.clear()
        found = self[text] = self._parse(text)
        return found


LONGEST = 20_000
"""Values of one form that are remembered."""


def _optional(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: parse(text) if text else None


def _switch(value: Any) -> bool:
    return SWITCHES[value] if type(value) is Plain else _doubt()


SWITCHES = {"true": True, "false": False}


def _count(value: Any) -> int:
    if type(value) is not Plain or not (value.isdecimal() and value.isascii() and len(value) <= 5):  # noqa: PLR2004  as the models
        raise TypeError
    if value[0] == "0" and value != "0":
        raise ValueError
    return int(value)


def _doubt() -> Any:
    raise TypeError


def _version(value: Any) -> int:
    return int(str(value))


def _length(value: Any) -> "Span":
    return parse_span(_text(value))


def _zone(value: Any) -> str:
    return parse_zone(_text(value))


def _calendar(value: Any) -> str:
    return parse_calendar(_text(value))


def _days(value: Any) -> list[date]:
    return [parse_day(one) for one in _texts(value)] if type(value) is list else _doubt()


def _words_by_name(value: Any) -> dict[str, str | None]:
    return {_text(name): _name(words) for name, words in value.items() if words is not None}


def _severities(value: Any) -> dict[str, str]:
    return {_text(name): SEVERITIES[word] for name, word in value.items() if word is not None}


SEVERITIES = {word: word for word in ("error", "warning", "info")}
FORMS: dict[str, Form] = {
    "text": _text,
    "texts": _texts,
    "text or texts": _text_or_texts,
    "leftover": _leftover,
    "name": _name,
    "record id": _record_id,
    "item id": _item_id,
    "day": _Memory(parse_day).__getitem__,
    "maybe day": _Memory(_optional(parse_day)).__getitem__,
    "moment": _Memory(_optional(parse_moment)).__getitem__,
    "span": _Memory(_optional(parse_span)).__getitem__,
    "switch": _switch,
    "count": _count,
    "version": _version,
    "length": _length,
    "zone": _zone,
    "calendar": _calendar,
    "days": _days,
    "words by name": _words_by_name,
    "severities": _severities,
}
