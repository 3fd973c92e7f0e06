"""A record as lists need it: plain texts that an index can keep, so that nobody waits for the whole record."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from commcoord.language.names import person

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.plan import Plan
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.task import Task

BETWEEN = "\x1f"
"""Parts several names in one text; no text of a record has a control character."""


class Row(NamedTuple):
    """One record, with what it takes from its plan; dates and times are texts as they are written."""

    id: str
    path: str
    kind: str
    title: str
    scenario: str
    step: str
    date: str
    begins: str
    """When it starts, ISO 8601 with the offset; the beginning of its day where no time is said."""
    start: str
    """Empty where it is not said, as the other texts are."""
    end: str
    place: str
    series: str
    owner: str | None
    counterpart: str | None
    """The organisation and contact outside; none where the record has no counterpart."""
    organisation: str | None
    """The organisation outside, else the contact; none where the record has no counterpart."""
    open_items: int
    called_off: int
    people: str
    """Everybody of our own whom it names in any duty; in one text, as what follows is: `parted` has them apart."""
    present: str
    """Those who are there when people meet."""
    departments: str
    owners: str
    """Who is named in the record itself as the owner of it or of an item."""
    links: str
    dues: str
    """The days, as they are written, by which its open items are due."""

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return bool(self.called_off)


def parted(names: str) -> list[str]:
    """Return the names that a row has in one text."""
    return names.split(BETWEEN) if names else []


def cells_of(
    name: str, date: str, state: str, owner: str | None, open_items: int, title: str
) -> tuple[str, ...]:
    """Return what a list shows of a record, in the order of its columns; a person without the department."""
    found = person(owner) if owner else None
    return name, date, state, found.name if found else owner or "", str(open_items or ""), title


def row_of(record: "Record", effective: "Record", path: str, settings: "Settings") -> Row:
    """Return the row of a record, which is given as it is written and with what it takes from its plan."""
    people = tuple(people_of(effective))
    return Row(
        id=record.id,
        path=path,
        kind=record.kind,
        title=record.title,
        scenario=record.scenario,
        step=record.step,
        date=record.date.isoformat(),
        begins=record.begins(settings.zone).isoformat(),
        start=str(record.start or ""),
        end=str(record.end or ""),
        place=record.place or "",
        series=record.series or "",
        owner=effective.people.owner,
        counterpart=counterpart_of(effective) if effective.people.counterpart else None,
        organisation=_organisation(effective),
        open_items=len(record.open_items),
        called_off=int(record.cancelled is not None),
        people=_joined(people),
        present=_joined(_present(effective)),
        departments=_joined(sorted(_departments_of(effective, people, settings))),
        owners=_joined(filter(None, (record.people.owner, *(item.owner for item in record.items)))),
        links=BETWEEN.join(record.links),
        dues=BETWEEN.join([item.due.isoformat() for item in record.open_items if item.due]),
    )


def _joined(names: Iterable[str]) -> str:
    """Return names in one text, each once: who looks for one does not count."""
    return BETWEEN.join(filter(None, dict.fromkeys(names)))


def _organisation(record: "Record") -> str | None:
    other = record.people.counterpart
    return (other.organisation or other.contact) if other else None


def people_of(record: "Record") -> Iterator[str]:
    """Yield everybody of our own whom a record names in any duty."""
    people = record.people
    yield from filter(None, [people.owner])
    for role in (people.decides, people.executes, people.takes_part, people.informed):
        yield from role
    yield from _at_the_table(record)
    yield from (item.owner for item in record.items if item.owner)


def _present(record: "Record") -> Iterator[str]:
    people = record.people
    yield from filter(None, [people.owner])
    yield from (*people.decides, *people.executes, *people.takes_part)
    yield from _at_the_table(record)


def _at_the_table(record: "Record") -> Iterator[str]:
    if record.kind == "minutes":
        minutes = cast("Minutes", record)
        yield from filter(None, (minutes.chair, minutes.recorder))
        yield from minutes.attendees


def _departments_of(record: "Record", people: tuple[str, ...], settings: "Settings") -> set[str]:
    """Return the departments that a record names or whose people it names."""
    return settings.directory.of_all(people) | set(filter(None, _named_departments(record)))


def _named_departments(record: "Record") -> Iterator[str | None]:
    if record.kind == "task":
        task = cast("Task", record)
        yield task.initiator
        yield from task.collaborators
    elif record.kind == "plan":
        yield from cast("Plan", record).audience_departments


def counterpart_of(record: "Record") -> str:
    """Return the organisation and contact outside, in one text; empty where there are none."""
    counterpart = record.people.counterpart
    return " ".join(filter(None, [counterpart.organisation, counterpart.contact])) if counterpart else ""
