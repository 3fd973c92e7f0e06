"""A record's fields as lines for a screen, with the words that people call them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from commcoord.console import one_line, yes_or_no
from commcoord.language.labels import field_label, label
from commcoord.language.messages import _
from commcoord.records.inheritance import empty
from commcoord.records.parts import Item
from commcoord.records.record import Record
from commcoord.session import Session

UNSHOWN = ("kind", "id", "title", "scenario", "step", "date", "links", "history", "cancelled", "audience")
"""The fields that `show` tells in its own way, or not at all."""


def fields_shown(session: Session, record: Record, inherited: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of an effective record; what it takes from its plan says so."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        if field not in UNSHOWN and not empty(value):
            note = " " + _("(from {id})", id=inherited[field]) if field in inherited else ""
            yield from _shown(session, f"{field_label(field)}{note}", value)


def _shown(session: Session, heading: str, value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield session.console.styled(f"{heading}:", "faint")
        for one in value:
            yield session.console.styled(
                f"  - {_item(one) if isinstance(one, Item) else _inline(one)}", _style(one)
            )
    else:
        yield f"{session.console.styled(heading + ':', 'faint')} {one_line(_inline(value))}"


def _style(value: Any) -> str:
    return "faint" if isinstance(value, Item) and value.status in ("done", "cancelled") else "plain"


def _item(item: Item) -> str:
    due = f" !{item.due}" if item.due else ""
    owner = f" @{item.owner}" if item.owner else ""
    needs = (
        f" ({_('needs {what} of {whom}', what=item.needs.what or '?', whom=item.needs.of or '?')})"
        if item.needs
        else ""
    )
    return one_line(
        f"{item.id or '-'}  [{label(item.status or 'open')}] {item.what or ''}{owner}{due}{needs}"
    )


def _inline(value: Any) -> str:
    if isinstance(value, BaseModel):
        return _inline(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, dict):
        shown = {name: one for name, one in value.items() if not empty(one) and name != "id"}
        return _("; ").join(
            _("{name}: {value}", name=field_label(name), value=_inline(one)) for name, one in shown.items()
        )
    if isinstance(value, list):
        return _(", ").join(_inline(one) for one in value)
    return yes_or_no(value) if isinstance(value, bool) else one_line(label(str(value)))
