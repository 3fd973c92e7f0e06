"""A record's fields as lines for a screen, with the words that people call them."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from commcoord.console import one_line, yes_or_no
from commcoord.language.labels import field_label, label
from commcoord.language.messages import _, plural
from commcoord.records.inheritance import empty
from commcoord.records.light import Light, dumped
from commcoord.records.lives import blocked_by
from commcoord.records.outline import MODELS, fields_at
from commcoord.session import Session

if TYPE_CHECKING:
    from commcoord.records.parts import Absence, AgendaItem, Ask, Decision, Fact, Item, Material, Topic
    from commcoord.records.record import Record

UNSHOWN = ("kind", "id", "title", "scenario", "step", "date", "links", "history", "cancelled", "audience")
"""The fields that `show` tells in its own way, or not at all."""
MARKS = ("id", "digest")
"""What parts are known by to the program, and say nothing to people."""


def fields_shown(session: Session, record: "Record", inherited: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of an effective record; what it takes from its plan says so."""
    for field in fields_at(MODELS[record.kind], ()):
        value = getattr(record, field)
        if field not in UNSHOWN and not empty(value):
            note = _(" (from {id})", id=inherited[field]) if field in inherited else ""
            heading = _("{heading}: ", heading=field_label(field) + note)
            yield from _shown(session, heading, value, field)


def _shown(session: Session, heading: str, value: Any, field: str) -> Iterator[str]:
    if isinstance(value, list):
        yield session.console.styled(heading.rstrip(), "faint")
        for one in value:
            yield session.console.styled(f"  - {one_line(said(one))}", _style(one))
    else:
        yield session.console.styled(heading, "faint") + one_line(said(value, field))


def _style(value: Any) -> str:
    shape = value.shape if isinstance(value, Light) else ""
    if shape == "Item":
        return {"blocked": "warning", "done": "faint", "cancelled": "faint"}.get(value.status or "", "plain")
    return "warning" if shape == "Fact" and not value.confirmed_by else "plain"


def said(value: Any, field: str = "") -> str:
    """Return the value of a field in one line, the parts of a record in the notation in which they are typed."""
    writer = WRITERS.get(value.shape) if isinstance(value, Light) else None
    if writer is not None:
        return writer(value)
    if isinstance(value, Light):
        return said(dumped(value), field)
    if isinstance(value, dict):
        shown = [(name, one) for name, one in value.items() if not empty(one) and name not in MARKS]
        return _("; ").join(
            _("{name}: {value}", name=field_label(name, within=field), value=said(one, name))
            for name, one in shown
        )
    if isinstance(value, list):
        return _(", ").join(said(one) for one in value)
    return yes_or_no(value) if isinstance(value, bool) else label(str(value), within=field)


def _item(item: "Item") -> str:
    needs = item.needs if item.needs is not None and not empty(item.needs) else None
    words = [
        item.id or "-",
        f"[{label(item.status or 'open')}]",
        item.what or "",
        f"@{item.owner}" if item.owner else "",
        f"!{item.due}" if item.due else "",
    ]
    said = " ".join(word for word in words if word)
    return _("; ").join([said, str(blocked_by(needs))]) if needs else said


def _bracketed(note: str) -> str:
    return _(" ({note})", note=note) if note else ""


def _ask(ask: "Ask") -> str:
    marks = [field_label(name) for name in ("urgent", "important") if getattr(ask, name)]
    return _("{name}: {value}", name=ask.who or "?", value=ask.what or "") + _bracketed(_(", ").join(marks))


def _material(material: "Material") -> str:
    sent = _("sent {time}", time=material.sent) if material.sent else _("not sent yet")
    kind = _bracketed(label(material.type or ""))
    return f"{material.title or '?'}{kind} {material.link or ''}".rstrip() + f"  [{sent}]"


def _agenda_item(item: "AgendaItem") -> str:
    time = plural("{count} minute", "{count} minutes", item.minutes) if item.minutes is not None else ""
    return " ".join(filter(None, [item.topic, time, f"@{item.lead}" if item.lead else ""]))


def _fact(fact: "Fact") -> str:
    note = f"@{fact.confirmed_by}" if fact.confirmed_by else _("[to be confirmed]")
    return f"{fact.what or ''} {note}"


def _topic(topic: "Topic") -> str:
    said_of = topic.topic or ""
    if topic.notes:
        said_of = _("{name}: {value}", name=topic.topic or "-", value=topic.notes)
    return said_of + _bracketed(label(topic.outcome or ""))


def _decision(decision: "Decision") -> str:
    return " ".join(filter(None, [decision.id, decision.what, f"@{decision.by}" if decision.by else ""]))


def _absence(absence: "Absence") -> str:
    return (
        _("{name}: {value}", name=absence.who or "?", value=absence.why) if absence.why else absence.who or ""
    )


WRITERS: dict[str, Callable[[Any], str]] = {
    "Item": _item,
    "Ask": _ask,
    "Material": _material,
    "AgendaItem": _agenda_item,
    "Fact": _fact,
    "Topic": _topic,
    "Decision": _decision,
    "Absence": _absence,
}
"""How parts are told, by what their models are called."""
