"""A record's fields as lines for a screen, with the words that people call them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from commcoord.console import one_line, yes_or_no
from commcoord.language.messages import _, mark
from commcoord.records.inheritance import empty
from commcoord.records.parts import Item
from commcoord.records.record import Record
from commcoord.session import Session

SCENARIO_NAMES = {
    "cross-department": mark("across departments"),
    "cross-level": mark("across levels"),
    "emergency": mark("emergency"),
    "routine": mark("routine"),
    "customer": mark("customer"),
    "supplier": mark("supplier"),
    "partner": mark("partner"),
    "institution": mark("institution"),
}
FIELD_NAMES = {
    "series": mark("Series"),
    "goal": mark("Goal"),
    "outcomes": mark("Core results"),
    "asks": mark("Asks"),
    "people": mark("People"),
    "channel": mark("Channel"),
    "materials": mark("Materials"),
    "agenda": mark("Agenda"),
    "start": mark("Start"),
    "end": mark("End"),
    "place": mark("Place"),
    "facts": mark("Facts read back"),
    "actions": mark("Actions"),
    "milestones": mark("Milestones"),
    "measures": mark("Measures"),
    "circulated": mark("Circulated"),
    "overrides": mark("Gates passed against the rules"),
    "allow": mark("Rules switched off"),
    "moved": mark("Moved"),
    "archive": mark("Archive"),
    "audience_departments": mark("Meant for"),
    "deliverables": mark("Deliverables"),
    "chair": mark("Chair"),
    "recorder": mark("Recorder"),
    "attendees": mark("Attendees"),
    "absent": mark("Absent"),
    "cc": mark("Copies"),
    "topics": mark("Topics"),
    "decisions": mark("Decisions"),
    "leftover": mark("Left over"),
    "next_steps": mark("Next steps"),
    "initiator": mark("Initiated by"),
    "collaborators": mark("Collaborators"),
    "said": mark("What they said"),
    "status": mark("Status"),
    "acknowledged": mark("Acknowledged"),
    "answered": mark("Answered"),
    "solved": mark("Solved"),
    "accepted": mark("Accepted"),
    "waits": mark("Waits"),
    "severity": mark("Severity"),
}


def fields_shown(session: Session, record: Record, inherited: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of an effective record; what it takes from its plan says so."""
    for field, name in FIELD_NAMES.items():
        value = getattr(record, field, None)
        if not empty(value):
            note = _("(from {id})", id=inherited[field]) if field in inherited else ""
            yield from _shown(session, f"{_(name)}{' ' + note if note else ''}", value)


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
    return one_line(f"{item.id or '-'}  [{item.status or 'open'}] {item.what or ''}{owner}{due}{needs}")


def _inline(value: Any) -> str:
    if isinstance(value, BaseModel):
        parts = [
            f"{name}: {_inline(one)}"
            for name, one in value.model_dump(by_alias=True, exclude_unset=True).items()
            if not empty(one)
        ]
        return ", ".join(parts)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_inline(one)}" for name, one in value.items() if not empty(one))
    if isinstance(value, list):
        return "、".join(_inline(one) for one in value)
    return yes_or_no(value) if isinstance(value, bool) else one_line(value)
