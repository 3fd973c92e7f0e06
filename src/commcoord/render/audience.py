"""One record, three audiences: what is marked for a narrower circle is left out, in one place for all renderers.

A part says with `audience:` in how wide a circle it may be read at most; a part without it is as wide as its record.
Outside, the risks of our own work and what it waits for are left out as well, marked or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from commcoord.errors import RefusedError
from commcoord.language.labels import label
from commcoord.language.messages import Message
from commcoord.language.names import person
from commcoord.records.inheritance import effective, inherited_fields, plan_among
from commcoord.records.light import Light
from commcoord.records.vocabulary import AUDIENCES
from commcoord.render.leaks import Label

if TYPE_CHECKING:
    from commcoord.records.parts import Listed
    from commcoord.records.record import Record
    from commcoord.records.view import View

WITHHELD_OUTSIDE = ("risk", "needs")
"""What an item keeps to itself outside the company."""


@dataclass(frozen=True)
class Shown:
    """A record as one audience may see it, effective, and the texts that were left out of it."""

    record: "Record"
    left_out: list[str]


def may_read(part: "Listed | Record", audience: str) -> bool:
    """Whether a circle may read a part or a record, going by the mark on it alone."""
    return part.audience is None or AUDIENCES.index(part.audience) >= AUDIENCES.index(audience)


def shown_to(audience: str, record: "Record", view: "View") -> Shown:
    """Return the record with what it takes from its plan, less what that audience may not read.

    Raises RefusedError where the record as a whole is for a narrower circle.
    """
    if not may_read(record, audience):
        raise RefusedError(
            Message(
                "{id} is for {circle}; it is not shown to {audience}.",
                id=record.id,
                circle=_circle(record.audience),
                audience=_circle(audience),
            ),
            Message(
                "Where that has changed: commcoord {step} {id} --set audience={audience}",
                step="archive" if record.step == "done" else record.step,
                id=record.id,
                audience=audience,
            ),
        )
    plan = plan_among(record, view.linked(record))
    left_out: list[str] = []
    if plan is not None and not may_read(plan, audience):
        left_out += _inheritance(record, plan)
        plan = None
    shown = _cut(effective(record, plan), audience, left_out)
    return Shown(shown.record, _telling(shown.left_out, view))


def _circle(audience: str | None) -> Message:
    return Message(label(audience or "", "en"))


def _inheritance(record: "Record", plan: "Record") -> list[str]:
    fields = {name.partition(".")[0] for name in inherited_fields(record, plan)}
    return [text for name in fields for text in texts_in(getattr(plan, name))]


def _cut(record: "Record", audience: str, left_out: list[str]) -> Shown:
    update: dict[str, Any] = {}
    for name in record.model_fields:
        listed = getattr(record, name)
        if isinstance(listed, list) and any(
            "audience" in one.model_fields for one in listed if isinstance(one, Light)
        ):
            kept = [one for one in listed if may_read(one, audience)]
            left_out += [text for one in listed if not may_read(one, audience) for text in texts_in(one)]
            update[name] = [_as_outside(one) for one in kept] if audience == "external" else kept
    return Shown(record.model_copy(update=update), left_out)


def _as_outside(part: Any) -> Any:
    return part.model_copy(update=dict.fromkeys(WITHHELD_OUTSIDE)) if part.shape == "Item" else part


NAMES = frozenset({
    "id", "by", "who", "of", "owner", "lead", "confirmed_by", "status", "outcome", "type", "audience", "accept",
    "after", "replaces", "decides", "executes", "takes_part", "informed", "contact", "organisation", "means", "cc",
})  # fmt: skip
"""Fields that name a person, a thing or a state: they stand elsewhere too and give nothing away."""

LABELS = frozenset({"topic", "title"})
"""Fields that name a matter."""


def texts_in(value: Any, *, label: bool = False) -> Iterator[str]:
    """Yield the prose of a part, without names, dates and words of the vocabulary; names of matters as `Label`."""
    if isinstance(value, Light):
        for name in value.model_fields:
            if name not in NAMES:
                yield from texts_in(getattr(value, name), label=name in LABELS)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)
    elif type(value) is str and value:
        yield Label(value) if label else value


def _telling(left_out: list[str], view: "View") -> list[str]:
    """Return what is more than the name of somebody of ours: a text of one name stands everywhere."""
    settings = view.settings
    ours = {*settings.departments, settings.organisation, *(one.name for one in settings.people)}
    return [text for text in left_out if (named := person(text)) is None or named.name not in ours]
