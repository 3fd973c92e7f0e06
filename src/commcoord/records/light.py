"""Records as everybody but the models knows them: an object of which each attribute is a field, and nothing more.

A part that was read from a file has its values (`light`). One that an index keeps has compact JSON, which becomes
values only as far as somebody asks (`light_record`): whoever counts thousands of records does not wait for fields that
nobody looks at. What fields there are, `shapes` says.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from types import FunctionType
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, Self, cast

from commcoord.records.shapes import DEFAULTS, SHAPES
from commcoord.records.values import Moment, Span
from commcoord.records.ways import ColleagueWays, RecordWays, SettingsWays

if TYPE_CHECKING:
    from commcoord.records.record import Record

OFTEN = frozenset(
    {
        "links",
        "start",
        "end",
        "circulated",
        "cancelled",
        "archive",
        "actions",
        "milestones",
        "measures",
        "status",
        "acknowledged",
        "answered",
        "solved",
        "accepted",
        "waits",
    }
)
"""What is asked of every record of two years; the rest, which is longer, is asked of some of them."""
HEAD = frozenset({"kind", "id", "date"})
"""What is kept beside the JSON, and known without reading it."""
KINDS = {"plan": "Plan", "minutes": "Minutes", "task": "Task", "feedback": "Feedback"}
"""The shape of each kind of record."""
ALIASES = {"from_": "from", "for_": "for"}
"""The fields whose names Python has taken, as files have them."""
WAYS = {**dict.fromkeys(KINDS.values(), RecordWays), "Colleague": ColleagueWays, "Settings": SettingsWays}
LISTS = ("parts", "texts", "choices", "days")
MAPPINGS = ("words by name", "severities")

Reading = Callable[[Any], Any]


class Kept(Protocol):
    """Where the JSON of a record comes from."""

    def __call__(self, *, often: bool) -> dict[str, Any]:
        """Return what is asked often, or what is not."""


class Light:
    """A part of a record: the mapping that it is made of is its attributes; what that leaves out, its class has."""

    shape = ""
    """What the model of such a part is called."""
    model_fields: Mapping[str, str] = {}
    """The forms of its fields, in the contract's order."""

    def __init__(self, kept: dict[str, Any]) -> None:
        self.__dict__ = kept

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Yield names and values as the models do."""
        return ((name, getattr(self, name)) for name in self.model_fields)

    def __eq__(self, other: object) -> bool:
        """Whether another part says the same."""
        if not isinstance(other, Light) or self.shape != other.shape:
            return NotImplemented
        return self is other or all(
            one == another for one, another in zip(dict(self).values(), dict(other).values(), strict=True)
        )

    __hash__ = None  # type: ignore[assignment]  # as the models: parts are compared by what they say

    def __repr__(self) -> str:
        return f"{self.shape}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Return a copy in which some fields are others."""
        copy = object.__new__(type(self))
        copy.__dict__ = {**self.__dict__, **(update or {})}
        return copy


class Parts(list[Any]):
    """A list whose parts are made."""


class Nothing(Parts):
    """The list of all fields of which nothing was said: nobody may put anything into it."""

    def _refuse(self, *_values: Any) -> NoReturn:
        raise TypeError("this list is everybody's")

    append = extend = insert = __iadd__ = __setitem__ = _refuse


NOTHING = Nothing()


# ── parts that were read from a file ───────────────────────────────────────────────────────────────


@cache
def light(shape: str) -> Any:
    """Return the class of the parts of a shape; what nobody said is an attribute of the class."""
    entries = SHAPES[shape]
    absent = {name: _absent(form, known) for name, form, known in entries}
    said = DEFAULTS.get(shape, {})
    default = {
        name: Span(said[name]) if form == "length" else said[name]
        for name, form, _ in entries
        if name in said
    }
    fields = {name: form for name, form, _known in entries}
    own = {**_ways(shape), **absent, **default, "shape": shape, "model_fields": fields}
    return type(shape, (Light,), own)


def _absent(form: str, known: Any) -> Any:
    """Return the value of a field of which nothing was said."""
    if form in LISTS:
        return NOTHING
    if form == "part":
        return light(known)({})
    return {} if form in MAPPINGS else None


def _ways(shape: str) -> dict[str, Any]:
    """Return what parts of a shape know beyond their fields."""
    if shape not in WAYS:
        return {}
    ways = vars(WAYS[shape]).items()
    return {name: way for name, way in ways if isinstance(way, property | cached_property | FunctionType)}


def dumped(part: "Light | Record") -> dict[str, Any]:
    """Return what was said of a part as JSON has it, under the names that files use."""
    held = part.__dict__
    return {ALIASES.get(name, name): _plain(held[name]) for name in part.model_fields if name in held}


def _plain(value: Any) -> Any:
    if isinstance(value, Light):
        return dumped(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


# ── parts that an index keeps ──────────────────────────────────────────────────────────────────────


def often_asked(record: "Record") -> str:
    """Return as JSON what is asked often of a record that was read from its file."""
    return _json({name: value for name, value in record.__dict__.items() if name in OFTEN})


def seldom_asked(record: "Record") -> str:
    """Return as JSON what is not."""
    return _json({name: value for name, value in record.__dict__.items() if name not in OFTEN | HEAD})


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, default=_held, ensure_ascii=False, separators=(",", ":"))


def _held(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value.__dict__


class Made:
    """A field whose value is made of its JSON, once: the value is put in the place of the JSON."""

    def __init__(self, name: str, json: type, reading: Reading) -> None:
        self.name = name
        self.json = json
        self.reading = reading

    def __get__(self, part: Light, _owner: type | None = None) -> Any:
        held = part.__dict__
        found = held[self.name] if self.name in held else part.model_absent(self.name)  # type: ignore[attr-defined]
        if type(found) is self.json:
            found = part.__dict__[self.name] = self.reading(found)
        return found

    def __set__(self, part: Light, value: Any) -> None:
        """Have attributes of this name found here before they are found in the JSON."""
        part.__dict__[self.name] = value


class KeptPart(Light):
    """A part of a record that an index keeps."""

    model_default: Mapping[str, Any] = {}
    """The values of fields of which nothing was said."""

    def model_absent(self, name: str) -> Any:
        """Return the value of a field that is not among the attributes."""
        return self.model_default[name]


class KeptRecord(KeptPart):
    """A whole record; each of two halves is read when something of it is wanted: what is asked often, and the rest."""

    def __init__(self, kind: str, name: str, day: date, kept: Kept) -> None:
        self.__dict__ = {"kind": kind, "id": name, "date": day, "_read": kept}

    def __getattr__(self, name: str) -> Any:
        if name not in self.model_fields:
            raise AttributeError(name)
        return self.model_absent(name)

    def model_absent(self, name: str) -> Any:
        """Return the value of a field of which nothing was asked yet; what its half leaves out is noted as well."""
        half = "_often" if name in OFTEN else "_seldom"
        if half not in self.__dict__:
            held = self._read(often=name in OFTEN)
            held.update(self.__dict__)  # what a copy has otherwise stays
            held[half] = True
            self.__dict__ = held
        if name not in self.__dict__:
            self.__dict__[name] = self.model_default[name]
        return self.__dict__[name]


def light_record(name: str, kind: str, day: date, kept: Kept) -> "Record":
    """Return the record of that id, kind and day; `kept` reads what `often_asked` and `seldom_asked` have made."""
    return cast("Record", _kept_record(KINDS[kind])(kind, name, day, kept))


@cache
def _kept_record(shape: str) -> Any:
    whole = light(shape)
    default = {name: getattr(whole, name) for name in whole.model_fields}
    own = {"shape": shape, "model_fields": whole.model_fields, "model_default": default}
    return type(shape, (KeptRecord,), {**_ways(shape), **_made(shape), **own})


@cache
def _kept_part(shape: str) -> Any:
    whole, made = light(shape), _made(shape)
    default = {name: getattr(whole, name) for name in whole.model_fields}
    own = {"shape": shape, "model_fields": whole.model_fields, "model_default": default}
    return type(shape, (KeptPart,), {**_ways(shape), **default, **made, **own})


def _made(shape: str) -> dict[str, Made]:
    """Return what makes the values of the fields that are neither texts nor numbers nor yes-or-no."""
    found = {}
    for name, form, known in SHAPES[shape]:
        if form == "parts":
            found[name] = Made(name, list, _all_of(_kept_part(known)))
        elif form in ("part", "maybe part"):
            found[name] = Made(name, dict, _kept_part(known))
        elif form in READINGS:
            found[name] = Made(name, str, READINGS[form])
    return found


READINGS: dict[str, Reading] = {
    "day": date.fromisoformat,
    "maybe day": date.fromisoformat,
    "moment": Moment,
    "span": Span,
}


def _all_of(part: Reading) -> Reading:
    def parts(values: Any) -> Any:
        return Parts([part(one) if type(one) is dict else one for one in values])

    return parts
