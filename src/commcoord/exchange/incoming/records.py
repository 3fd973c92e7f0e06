"""A paper as the tree of a record, and what of it has no field."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.exchange.incoming import words
from commcoord.exchange.incoming.fields import Desk, write_rows
from commcoord.exchange.incoming.items import write_agenda, write_items
from commcoord.exchange.incoming.times import span_in
from commcoord.language.dates import IsWorkday
from commcoord.language.weekdays import monday_to_friday
from commcoord.records.ids import RECORD_ID
from commcoord.records.outline import in_order

if TYPE_CHECKING:
    from collections.abc import Container

    from commcoord.exchange.incoming.recognising import Recognised
    from commcoord.records.ids import Taken
    from commcoord.records.settings import Settings

TITLES = {"plan": "topic", "minutes": "name", "task": "name", "feedback": "matter"}
TIMES = ("time", "time_place", "span", "date")
GUESSED = {"feedback": "customer"}


@dataclass
class Incoming:
    """A record that is to be: its tree without an id of its own, the id on the paper, and what has no field."""

    tree: dict[str, Any]
    id: str = ""
    notes: list[str] = field(default_factory=list)
    guessed_scenario: bool = False
    read_back: list[tuple[str, date, bool]] = field(default_factory=list)
    """The phrases that were taken for days, as `Setting` has them."""


def incoming(
    found: "Recognised",
    name: str,
    settings: "Settings",
    taken: "Taken",
    known: "Container[str]",
    *,
    scenario: str = "",
    day: date | None = None,
    is_workday: IsWorkday = monday_to_friday,
) -> Incoming | None:
    """Return the record that a paper makes, or none where the paper names no day and none is given.

    The day that is given is for papers that tell none. `name` is the paper's, for a title where it has none; `taken`
    are the ids of items, `known` those of records.
    """
    on_paper = words.scenario_of(found.text("scenario"))
    number = next((one for one in found.text("id").split() if RECORD_ID.fullmatch(one)), "")
    day = _day_told(found, number) or day or span_in(name).day
    if day is None:
        return None
    desk = Desk(found, settings, taken, known, is_workday=is_workday)
    desk.tree |= {
        "kind": found.kind,
        "title": _title(found, settings) or name,
        "scenario": scenario or on_paper or GUESSED.get(found.kind, "cross-department"),
        "date": day.isoformat(),
    }
    _write(desk)
    desk.notes += found.unplaced
    notes = [text for text in desk.notes if text not in (settings.organisation, desk.tree["title"])]
    return Incoming(
        in_order(desk.tree, found.kind), number, notes, not (scenario or on_paper), desk.read_back
    )


def _title(found: "Recognised", settings: "Settings") -> str:
    titled = found.title if found.title != settings.organisation else ""
    return " ".join(found.text(TITLES[found.kind]).split()) or titled


def _write(desk: Desk) -> None:
    write_rows(desk)
    write_items(desk)
    write_agenda(desk)


def _day_told(found: "Recognised", number: str) -> date | None:
    """Return the day that a paper tells of its communication."""
    for text in map(found.text, TIMES):
        if day := span_in(text).day:
            return day
    return date.fromisoformat(number.split("-")[1]) if number else None
