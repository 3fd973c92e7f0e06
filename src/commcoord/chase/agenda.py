"""What a person takes part in on a day."""

from collections.abc import Iterator

from commcoord.language.names import same_person, several
from commcoord.records.record import Record
from commcoord.records.view import View


def meetings(view: View, whom: str) -> list[Record]:
    """Return the communications of today in which somebody takes part, earliest first; a plan before its minutes."""
    todays = [
        one for one in view.records.values() if one.date == view.today and one.kind in ("plan", "minutes")
    ]
    held = [one for one in todays if one.cancelled is None and _is_there(view.effective(one), whom)]
    planned = {one.id for one in held if one.kind == "plan"}
    return sorted(
        (one for one in held if not planned & set(one.links)),
        key=lambda one: (one.begins(view.settings.zone), one.id),
    )


def _is_there(record: Record, whom: str) -> bool:
    return any(same_person(name, whom) for field in _fields(record) for name in several(field))


def _fields(record: Record) -> Iterator[str]:
    people = record.people
    yield from (people.owner or "", *people.decides, *people.executes, *people.takes_part)
    yield from getattr(record, "attendees", ())
    yield from (getattr(record, "chair", None) or "", getattr(record, "recorder", None) or "")
