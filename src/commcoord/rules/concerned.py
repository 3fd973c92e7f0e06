"""Whom minutes concern, and whom of them they reached."""

from collections.abc import Collection, Iterator

from commcoord.language.names import person, same_person, several
from commcoord.language.recipients import means_attendees, means_company
from commcoord.records.minutes import Minutes
from commcoord.records.settings import Settings
from commcoord.rules.counterparts import of_counterpart
from commcoord.rules.promised import promised


def concerned(record: Minutes, settings: Settings) -> list[str]:
    """Return the attendees, the owners of actions, those to be informed and those copied, each once."""
    names = (name for field in _fields(record) for name in several(field, known_names(settings)))
    found: list[str] = []
    for name in names:
        if not any(same_person(name, other) for other in found):
            found.append(name)
    return found


def not_reached(record: Minutes, settings: Settings) -> list[str]:
    """Return those of them whom the list of recipients leaves out; the recorder has what he wrote."""
    told = record.circulated.to if record.circulated else []
    names = [name for entry in told for name in several(entry, known_names(settings))]
    wanted = concerned(record, settings)
    present = [name for name in wanted if _among(name, record.attendees)]
    reached = [
        name
        for name in wanted
        if _among(name, [record.recorder or ""])
        or any(_reaches(entry, name, record, present, settings) for entry in names)
    ]
    return [name for name in wanted if name not in reached and not _within(name, reached, settings)]


def known_names(settings: Settings) -> set[str]:
    """Return the names of people and departments, which are never divided."""
    return {one.name for one in settings.people} | set(settings.departments)


def _fields(record: Minutes) -> Iterator[str]:
    yield from record.attendees
    yield from (one.item.owner for one in promised(record) if one.item.owner)
    yield from (*record.people.informed, *record.cc, *record.channel.cc)


def _among(name: str, others: Collection[str]) -> bool:
    return any(same_person(name, other) for other in others)


def _reaches(entry: str, name: str, record: Minutes, present: Collection[str], settings: Settings) -> bool:
    """Whether one entry of the recipients means that person or department."""
    if means_attendees(entry):
        return name in present or _within(name, present, settings)
    if means_company(entry):
        return not of_counterpart(name, record)
    if same_person(entry, name) or (settings.department(name) or _department(name)) == entry.strip():
        return True
    if (settings.department(entry) or _department(entry)) == name.strip():
        return True  # a department hears of it through one of its people
    colleague = settings.colleague(name)
    return bool(colleague and colleague.email and colleague.email.casefold() in entry.casefold())


def _within(name: str, people: Collection[str], settings: Settings) -> bool:
    """Whether a name is a department, and one of those people belongs to it."""
    return any(
        (settings.department(one) or _department(one)) == name.strip() for one in people if one != name
    )


def _department(name: str) -> str | None:
    named = person(name)
    return named.department if named else None
