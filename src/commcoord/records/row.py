"""A record as lists need it: plain texts that an index can keep, so that nobody waits for the whole record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings


@dataclass(frozen=True, slots=True)
class Row:
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
    open_items: int
    cancelled: bool
    people: tuple[str, ...]
    """Everybody of our own whom it names in any duty."""
    present: tuple[str, ...]
    """Those who are there when people meet."""
    departments: tuple[str, ...]
    owners: tuple[str, ...]
    """Who is named in the record itself as the owner of it or of an item."""
    links: tuple[str, ...]
    organisation: str | None
    """The organisation outside, else the contact; none where the record has no counterpart."""

    @classmethod
    def of(cls, values: Iterable[Any]) -> "Row":
        """Return the row of its values, lists for tuples, as JSON has them."""
        fields: list[Any] = [tuple(one) if type(one) is list else one for one in values]
        return cls(*fields)

    def values(self) -> list[Any]:
        """Return its values in their order."""
        return [getattr(self, name) for name in self.__slots__]


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
        open_items=len(record.open_items),
        cancelled=record.cancelled is not None,
        people=people,
        present=tuple(_present(effective)),
        departments=tuple(sorted(_departments_of(effective, people, settings))),
        owners=tuple(filter(None, (record.people.owner, *(item.owner for item in record.items)))),
        links=tuple(record.links),
        organisation=_organisation(effective),
    )


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
    for name in (getattr(record, "chair", None), getattr(record, "recorder", None)):
        if name:
            yield name
    yield from getattr(record, "attendees", ())


def _departments_of(record: "Record", people: tuple[str, ...], settings: "Settings") -> set[str]:
    """Return the departments that a record names or whose people it names."""
    named: list[Any] = [getattr(record, "initiator", None), *getattr(record, "collaborators", ())]
    named += getattr(record, "audience_departments", ())
    return settings.directory.of_all(people) | {name for name in named if name}


def counterpart_of(record: "Record") -> str:
    """Return the organisation and contact outside, in one text; empty where there are none."""
    counterpart = record.people.counterpart
    return " ".join(filter(None, [counterpart.organisation, counterpart.contact])) if counterpart else ""
