"""Whom minutes concern, and whom of them they reached."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from commcoord.language.names import person, same_person, several
from commcoord.language.recipients import means_attendees, means_company
from commcoord.records.counterparts import of_counterpart
from commcoord.records.promised import promised

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.settings import Settings


def concerned(record: "Minutes", settings: "Settings") -> list[str]:
    """Return the attendees, the owners of actions, those to be informed and those copied, each once."""
    found: dict[str, list[str]] = {}
    for field in _fields(record):
        for name in several(field, settings.known_names):
            namesakes = found.setdefault(_key(name), [])
            if not _among(name, namesakes):
                namesakes.append(name)
    return [name for namesakes in found.values() for name in namesakes]


def not_reached(record: "Minutes", settings: "Settings") -> list[str]:
    """Return those of them whom the list of recipients leaves out; the recorder has what he wrote."""
    told = record.circulated.to if record.circulated else []
    entries = [name for entry in told for name in several(entry, settings.known_names)]
    wanted = concerned(record, settings)
    everybody = any(map(means_company, entries))
    present = list(record.attendees) if any(map(means_attendees, entries)) else []
    reached = [*entries, *present, record.recorder or ""]
    return [
        name
        for name in wanted
        if not (everybody and not of_counterpart(name, record)) and not _reached(name, reached, settings)
    ]


def counts_as_all(record: "Minutes") -> bool:
    """Whether all attendees were named as one: whoever writes so often means everybody concerned."""
    return record.circulated is not None and any(map(means_attendees, record.circulated.to))


def _key(name: str) -> str:
    named = person(name)
    return named.name.casefold() if named else name


def _fields(record: "Minutes") -> Iterator[str]:
    yield from record.attendees
    yield from (one.item.owner for one in promised(record) if one.item.owner)
    yield from (*record.people.informed, *record.cc, *record.channel.cc)


def _among(name: str, others: Collection[str]) -> bool:
    return any(same_person(name, other) for other in others)


def _reached(name: str, reached: Collection[str], settings: "Settings") -> bool:
    """Whether a person or department is among those reached, or hears of it through the other.

    A department hears of it through any of its people, and a person through the department's own address.
    """
    if (name in reached and person(name)) or _among(name, reached) or _department(name, settings) in reached:
        return True
    if any(_department(one, settings) == name for one in reached):
        return True
    colleague = settings.colleague(name)
    address = colleague.email.casefold() if colleague and colleague.email else None
    return address is not None and any(address in one.casefold() for one in reached)


def _department(name: str, settings: "Settings") -> str | None:
    named = person(name)
    return settings.department(name) or (named.department if named else None)
