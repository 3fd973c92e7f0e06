"""Actions, milestones and measures: promised, kept, moved, blocked or late, as one finds them on the last day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from company.matters import LONG_AGO, Matter
from company.people import LAST_DAY, weekday

LETTERS = {"actions": "a", "milestones": "m", "measures": "r"}
FRESH = 5
"""A careful owner of an open item said something within so many days."""


@dataclass(frozen=True)
class Item:
    """One item: its lines in the record, and the day on which it was done, if it was."""

    name: str
    lines: list[str]
    done_on: date | None


def written(field: str, items: Sequence[Item]) -> str:
    """Return the items as a field of a record."""
    return "\n".join([f"{field}:", *(line for one in items for line in one.lines)]) + "\n"


def promised(matter: Matter, field: str, owners: Sequence[str], begins: date) -> list[Item]:
    """Return three or four items that were promised on a day, as they are on the last day."""
    count = matter.company.one((3, 3, 4))
    return [_item(matter, LETTERS[field], matter.company.one(owners), begins) for _ in range(count)]


def kept(matter: Matter, owners: Sequence[str], begins: date, due: date) -> list[Item]:
    """Return an item of each owner that was done in time: what had to be prepared."""
    found = []
    for owner in owners:
        name = matter.company.name("a")
        found.append(Item(name, _done(matter, _head(matter, name, owner, due), owner, begins, due, due), due))
    return found


def _item(matter: Matter, letter: str, owner: str, begins: date) -> Item:
    chance = matter.company
    name, span = chance.name(letter), chance.chance.randint(2, 15)
    due = weekday(begins, span)
    done = weekday(due, chance.chance.randint(1, 4)) if chance.rarely(0.06) else weekday(begins, span - 1)
    left = matter.stuck and chance.rarely(0.6) and due <= LAST_DAY
    lines = _head(matter, name, owner, due)
    if left or done > LAST_DAY:
        return Item(name, _open(matter, lines, owner, begins, due), None)
    return Item(name, _done(matter, lines, owner, begins, due, done), done)


def _head(matter: Matter, name: str, owner: str, due: date) -> list[str]:
    chance, wording = matter.company, matter.wording
    recent = (LAST_DAY - due).days < LONG_AGO
    lines = [
        f"  - id: {name}",
        f"    what: {matter.say(wording.vague if chance.rarely(0.002) else wording.promises)}",
        f"    owner: {owner}",
    ]
    return lines if recent and chance.rarely(0.005) else [*lines, f"    due: {due}"]


def _done(matter: Matter, lines: list[str], owner: str, begins: date, due: date, done: date) -> list[str]:
    chance, wording, by = matter.company, matter.wording, _name(owner)
    log = []
    if due > weekday(begins, 4) and chance.rarely(0.08):
        earlier, told = weekday(begins, 3), weekday(begins, 2)
        note = matter.say(wording.going)
        log.append(
            f"{{on: {told}, by: {by}, note: {note}, status: doing, due: {{from: {earlier}, to: {due}}}}}"
        )
    if done > due:
        log.append(f"{{on: {done}, by: {by}, note: {matter.say(wording.late)}, status: done}}")
    elif chance.rarely(0.2):
        log.append(f"{{on: {done}, by: {by}, note: {matter.say(wording.delivered)}, status: done}}")
    evidence = [f"    evidence: docs/{done:%Y%m}/{chance.chance.randint(100, 999)}.pdf"]
    return [
        *lines,
        "    status: done",
        *(evidence if log or not chance.rarely(0.004) else []),
        f"    done_on: {done}",
        *_log(log),
    ]


def _open(matter: Matter, lines: list[str], owner: str, begins: date, due: date) -> list[str]:
    """Return an item that is not done on the last day; of most of them somebody said why or how far."""
    chance, wording, by = matter.company, matter.wording, _name(owner)
    blocked = chance.rarely(0.15)
    status = "blocked" if blocked else chance.one(("open", "doing", "doing"))
    overdue = due < LAST_DAY
    needs = f"    needs: {{what: {matter.say(wording.needs)}, of: {matter.people[0]}}}"
    said = max(begins, due + timedelta(days=1), LAST_DAY - timedelta(days=chance.chance.randrange(FRESH)))
    if not overdue:
        said = max(begins, LAST_DAY - timedelta(days=chance.chance.randrange(FRESH)))
    texts = wording.stuck if blocked else wording.explained if overdue else wording.going
    log = [f"{{on: {said}, by: {by}, note: {matter.say(texts)}, status: {status}}}"]
    silent = chance.rarely(0.06)
    return [*lines, f"    status: {status}", *([needs] if blocked else []), *_log([] if silent else log)]


def _log(entries: list[str]) -> list[str]:
    return ["    log:", *(f"      - {entry}" for entry in entries)] if entries else []


def _name(person: str) -> str:
    return person.split("（", maxsplit=1)[0].split(" (", maxsplit=1)[0]
