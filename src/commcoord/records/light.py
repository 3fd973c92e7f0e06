"""Records as an index keeps them: compact JSON that becomes values only as far as somebody asks.

A light record has the attributes, properties and methods of the record that it was made from, with equal values;
whoever counts thousands of records does not wait for fields that nobody looks at. What a field is, the models say.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import cache
from types import FunctionType
from typing import Any, Protocol, Self, cast, get_args

from pydantic.fields import FieldInfo

from commcoord.records.feedback import Feedback
from commcoord.records.fields import Moment, Span
from commcoord.records.minutes import Minutes
from commcoord.records.parts import Part
from commcoord.records.plan import Plan
from commcoord.records.record import Record
from commcoord.records.task import Task

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

Reading = Callable[[Any], Any]


class Kept(Protocol):
    """Where the JSON of a record comes from."""

    def __call__(self, *, often: bool) -> dict[str, Any]:
        """Return what is asked often, or what is not."""


class Light:
    """A part of a record: its JSON object is what holds its attributes.

    What is no plain text, number or yes-or-no is made of its JSON by a `Made` when it is asked for; what the JSON
    leaves out is an attribute of the class, or made anew for each (`model_fresh`) where it is a list or a part.
    """

    model_fields: Collection[str] = ()
    model_fresh: Mapping[str, Callable[[], Any]] = {}

    def __init__(self, kept: dict[str, Any]) -> None:
        self.__dict__ = kept

    def __getattr__(self, name: str) -> Any:
        if name not in self.model_fields:
            raise AttributeError(name)
        return self.model_absent(name)

    def model_absent(self, name: str) -> Any:
        """Return the value of a field that is not among the attributes."""
        make = self.model_fresh.get(name)
        if make is None:
            return None
        found = self.__dict__[name] = make()
        return found

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Yield names and values as the models do."""
        return ((name, getattr(self, name)) for name in self.model_fields)

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Return a copy in which some fields are others."""
        copy = object.__new__(type(self))
        copy.__dict__ = {**self.__dict__, **(update or {})}
        return copy


class LightRecord(Light):
    """A whole record; each of two halves is read when something of it is wanted: what is asked often, and the rest."""

    def __init__(self, kind: str, name: str, day: date, kept: Kept) -> None:
        self.__dict__ = {"kind": kind, "id": name, "date": day, "_read": kept}

    def model_absent(self, name: str) -> Any:
        """Return the value of a field of which nothing was asked yet; what its half leaves out is noted as well."""
        half = "_often" if name in OFTEN else "_seldom"
        if half not in self.__dict__:
            held = self._read(often=name in OFTEN)
            held.update(self.__dict__)  # what a copy has otherwise stays
            held[half] = True
            self.__dict__ = held
        if name not in self.__dict__:
            self.__dict__[name] = self.model_fresh[name]() if name in self.model_fresh else None
        return self.__dict__[name]


class Made:
    """A field whose value is made of its JSON, once: the value is put in the place of the JSON."""

    def __init__(self, name: str, json: type, reading: Reading) -> None:
        self.name = name
        self.json = json
        self.reading = reading

    def __get__(self, light: Light, _owner: type | None = None) -> Any:
        held = light.__dict__
        found = held[self.name] if self.name in held else light.model_absent(self.name)
        if type(found) is self.json:
            found = light.__dict__[self.name] = self.reading(found)
        return found

    def __set__(self, light: Light, value: Any) -> None:
        """Have attributes of this name found here before they are found in the JSON."""
        light.__dict__[self.name] = value


def often_asked(record: Record) -> str:
    """Return as JSON what is asked often of a record."""
    return record.model_dump_json(exclude_unset=True, include=set(OFTEN))


def seldom_asked(record: Record) -> str:
    """Return as JSON what is not."""
    return record.model_dump_json(exclude_unset=True, exclude=set(OFTEN | HEAD))


def light_record(name: str, kind: str, day: date, kept: Kept) -> Record:
    """Return the record of that id, kind and day; `kept` reads what `often_asked` and `seldom_asked` have made."""
    return cast("Record", KINDS[kind](kind, name, day, kept))


# ── what the models say ────────────────────────────────────────────────────────────────────────────


def _field(name: str, annotation: Any) -> Made | None:
    """Return what makes the value of a field, by the types that its annotation names; none where JSON has it."""
    types = set(_types_in(annotation))
    part = next((one for one in types if isinstance(one, type) and issubclass(one, Part)), None)
    if part is not None and list in types:
        return Made(name, list, _all_of(light(part)))
    if part is not None:
        return Made(name, dict, light(part))
    reading = next((READINGS[one] for one in READINGS if one in types), None)
    return Made(name, str, reading) if reading else None


READINGS: dict[type, Reading] = {Moment: Moment, Span: Span, date: date.fromisoformat}


def _all_of(part: Reading) -> Reading:
    def parts(values: Any) -> Any:
        return Parts([part(one) if type(one) is dict else one for one in values])

    return parts


class Parts(list[Any]):
    """A list whose parts are made."""


def _types_in(annotation: Any) -> Iterator[Any]:
    yield getattr(annotation, "__origin__", annotation)
    for one in get_args(annotation):
        yield from _types_in(one)


def _fresh(field: FieldInfo) -> Callable[[], Any] | None:
    """Return what makes the value of a field of which nothing was said; none where that is none."""
    factory = field.default_factory
    if isinstance(factory, type) and issubclass(factory, Part):
        return lambda: light(factory)({})
    return list if factory is list else None


def _class(model: type[Part], base: type[Light]) -> Any:
    """Return a class with the fields of a model, and with its properties and methods as they stand there."""
    own = {
        name: value
        for one in reversed(model.__mro__)
        if issubclass(one, Part)
        for name, value in vars(one).items()
        if isinstance(value, property | FunctionType) and not name.startswith("_")
    }
    fields = model.model_fields
    fresh = {name: make for name, one in fields.items() if (make := _fresh(one))}
    absent = dict.fromkeys(fields.keys() - fresh.keys()) if base is Light else {}
    made = {name: one for name, field in fields.items() if (one := _field(name, field.annotation))}
    return type(
        f"Light{model.__name__}",
        (base,),
        {**own, **absent, **made, "model_fields": dict.fromkeys(fields), "model_fresh": fresh},
    )


@cache
def light(model: type[Part]) -> Any:
    """Return the light class of a part."""
    return _class(model, Light)


KINDS = {
    "plan": _class(Plan, LightRecord),
    "minutes": _class(Minutes, LightRecord),
    "task": _class(Task, LightRecord),
    "feedback": _class(Feedback, LightRecord),
}
