"""A record as lists need it: plain texts that an index can keep, so that nobody waits for the whole record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from commcoord.language.names import person
from commcoord.records.kinds import category_of

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
    category: str
    """The problem category under which it was filed."""

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
    items, still_open, counterpart = record.items, record.open_items, effective.people.counterpart
    present, people = _present(effective), people_of(effective)
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
        counterpart=counterpart_of(effective) if counterpart else None,
        organisation=(counterpart.organisation or counterpart.contact) if counterpart else None,
        open_items=len(still_open),
        called_off=int(record.cancelled is not None),
        people=_joined(people),
        present=_joined(present),
        departments=_joined(sorted(_departments_of(effective, people, settings))),
        owners=_joined([record.people.owner, *[item.owner for item in items]]),
        links=BETWEEN.join(record.links),
        dues=BETWEEN.join([item.due.isoformat() for item in still_open if item.due]),
        category=category_of(record),
    )


def _joined(names: Sequence[str | None]) -> str:
    """Return names in one text, each once: who looks for one does not count."""
    if len(names) < 2:  # noqa: PLR2004  nothing to be left out or apart
        return names[0] or "" if names else ""
    return BETWEEN.join([name for name in dict.fromkeys(names) if name])


def people_of(record: "Record") -> list[str]:
    """Return everybody of our own whom a record names in any duty."""
    people = record.people
    duties = [*people.decides, *people.executes, *people.takes_part, *people.informed]
    found = [people.owner, *duties, *_at_the_table(record), *[item.owner for item in record.items]]
    return [name for name in found if name]


def _present(record: "Record") -> list[str]:
    people = record.people
    found = [people.owner, *people.decides, *people.executes, *people.takes_part, *_at_the_table(record)]
    return [name for name in found if name]


def _at_the_table(record: "Record") -> Sequence[str | None]:
    if record.kind != "minutes":
        return ()
    minutes = cast("Minutes", record)
    return minutes.chair, minutes.recorder, *minutes.attendees


def _departments_of(record: "Record", people: Sequence[str], settings: "Settings") -> set[str]:
    """Return the departments that a record names or whose people it names."""
    return settings.directory.of_all(people).union(filter(None, _named_departments(record)))


def _named_departments(record: "Record") -> Sequence[str | None]:
    if record.kind == "task":
        task = cast("Task", record)
        return task.initiator, *task.collaborators
    return cast("Plan", record).audience_departments if record.kind == "plan" else ()


def counterpart_of(record: "Record") -> str:
    """Return the organisation and contact outside, in one text; empty where there are none."""
    counterpart = record.people.counterpart
    return " ".join(filter(None, [counterpart.organisation, counterpart.contact])) if counterpart else ""
