"""The rows of a table on a form: actions, milestones, measures, the agenda."""

import re
from typing import TYPE_CHECKING, Any

from commcoord.exchange.incoming import words
from commcoord.exchange.incoming.promises import Known, promises_in
from commcoord.exchange.incoming.times import day_in, span_in
from commcoord.language.headings import COLUMNS
from commcoord.language.names import person
from commcoord.records.vocabulary import ITEM_FIELDS, ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.exchange.incoming.fields import Desk

PEOPLE = ("owner", "participants", "chair", "recorder", "attendees", "copies", "initiator", "collaborators")
"""The headings under which nothing but names stands."""


def write_items(desk: "Desk") -> None:
    """Write the actions, milestones or measures of a paper, from a table and from lines.

    A deadline in a table that is no day is kept in the item's log.
    """
    kept = ITEM_FIELDS[desk.found.kind]
    known = Known(_names(desk), desk.day)
    lines = [part.text for name in set(ITEM_FIELDS.values()) for part in desk.found.rows.get(name, [])]
    rows = [
        *desk.found.tables.get("items", []),
        *promises_in("\n".join(lines), known, dated_first=kept == "milestones"),
    ]
    desk.put(kept, [_item(desk, row, ITEM_LETTERS[kept]) for row in rows])


def _names(desk: "Desk") -> frozenset[str]:
    """Return the names of the company's people and departments, and of everybody who is named on the paper."""
    on_paper = [name for row in PEOPLE for name in desk.names(desk.found.text(row))]
    owners = [row["owner"] for row in desk.found.tables.get("items", []) if "owner" in row]
    named = {one.name for one in map(person, (*on_paper, *owners)) if one}
    return frozenset(named | {one.name for one in desk.settings.people} | set(desk.settings.departments))


def write_agenda(desk: "Desk") -> None:
    """Write the agenda of a paper, from a table or from lines."""
    rows = desk.found.tables.get("agenda", [])
    lines = [part.text for part in desk.found.rows.get("agenda", [])]
    desk.notes += [row["note"] for row in rows if "note" in row]
    desk.put("agenda", [_agenda_item(row) for row in rows] + [_agenda_line(line) for line in lines])


def _item(desk: "Desk", row: dict[str, str], letter: str) -> dict[str, Any]:
    what, number = words.parted_number(row.get("what", ""))
    item: dict[str, Any] = {"id": desk.number(letter, number), "what": what, "owner": row.get("owner")}
    log = []
    due = day_in(row.get("due", ""), desk.day)
    item["due"] = str(due.date) if due else None
    if row.get("due") and not due:
        log.append(_logged(desk, "due", row["due"]))
    status, rest = words.status_and_rest(row.get("status", ""))
    item["status"] = status or "open"
    item["risk"] = row.get("risk")
    if rest and not _use_rest(item, status, rest):
        log.append(_logged(desk, "status", rest))
    log += [{"on": desk.day.isoformat(), "note": note} for note in row.get("note", "").splitlines()]
    item["log"] = log
    return {key: value for key, value in item.items() if value}


def _use_rest(item: dict[str, Any], status: str | None, rest: str) -> bool:
    """Use what stands beside a status: the day that it was done, or what is needed of whom."""
    day = span_in(rest).day
    if status == "done" and day:
        item["done_on"] = str(day)
    elif status == "blocked":
        of, _mark, what = re.sub("：|: ", "\0", rest, count=1).partition("\0")
        item["needs"] = {"what": what, "of": of} if what else {"what": rest}
    else:
        return False
    return True


def _logged(desk: "Desk", column: str, text: str) -> dict[str, str]:
    heading = COLUMNS["actions"][column].in_language(desk.settings.language)
    return {"on": desk.day.isoformat(), "note": f"{heading}：{text}"}


def _agenda_item(row: dict[str, str]) -> dict[str, Any]:
    minutes = re.match(r"\d{1,3}", row.get("minutes", ""))
    found = {
        "topic": row.get("topic"),
        "minutes": int(minutes[0]) if minutes else None,
        "lead": row.get("lead"),
    }
    return {key: value for key, value in found.items() if value is not None}


def _agenda_line(line: str) -> dict[str, Any]:
    """Take `1. 预算分配（20分钟，冯雪）`: the minutes where they are, the rest as it is."""
    bare = re.sub(r"^\s*(?:\d{1,2}[.、)）]|[-•·])\s*", "", line)
    found = re.fullmatch(r"(.+?)\s*[（(]?\s*(\d{1,3})\s*(?:分钟|分鐘|minutes|min)\s*[）)]?", bare)
    return {"topic": found[1], "minutes": int(found[2])} if found else {"topic": bare}
