"""Which records a person wants to see: by kind, step, scenario, person, department, counterpart, quarter."""

from collections.abc import Iterator
from dataclasses import dataclass

from commcoord.language.folding import folded
from commcoord.language.names import person, same_person
from commcoord.records.ids import quarter_of
from commcoord.records.record import Record
from commcoord.records.settings import Settings


@dataclass(frozen=True)
class Filter:
    """What is asked for; what is empty lets everything through."""

    kind: str = ""
    step: str = ""
    scenario: str = ""
    who: str = ""
    department: str = ""
    counterpart: str = ""
    quarter: str = ""
    series: str = ""

    def passes(self, record: Record, settings: Settings) -> bool:
        """Whether an effective record is one of those asked for."""
        return (
            self.kind in ("", record.kind)
            and self.step in ("", record.step)
            and self.scenario in ("", record.scenario)
            and self.series in ("", record.series)
            and (not self.quarter or self.quarter.upper() == quarter_of(record.date))
            and (not self.who or any(same_person(self.who, name) for name in people_of(record)))
            and (not self.department or self.department in departments_of(record, settings))
            and (not self.counterpart or folded(self.counterpart) in folded(counterpart_of(record)))
        )


def people_of(record: Record) -> Iterator[str]:
    """Yield everybody of our own whom a record names in any duty."""
    people = record.people
    yield from filter(None, [people.owner])
    for role in (people.decides, people.executes, people.takes_part, people.informed):
        yield from role
    for name in (getattr(record, "chair", None), getattr(record, "recorder", None)):
        if name:
            yield name
    yield from getattr(record, "attendees", [])
    yield from (item.owner for item in record.items if item.owner)


def departments_of(record: Record, settings: Settings) -> set[str]:
    """Return the departments that a record names or whose people it names."""
    found = {settings.department(name) for name in people_of(record)}
    found |= {
        name for name in (getattr(record, "initiator", None), *getattr(record, "collaborators", ())) if name
    }
    found |= set(getattr(record, "audience_departments", ()))
    return {name for name in found if name}


def counterpart_of(record: Record) -> str:
    """Return the organisation and contact outside, in one text; empty where there are none."""
    counterpart = record.people.counterpart
    return " ".join(filter(None, [counterpart.organisation, counterpart.contact])) if counterpart else ""


def plain_name(text: str | None) -> str:
    """Return a person's name without the department, for lists."""
    found = person(text) if text else None
    return found.name if found else text or ""
