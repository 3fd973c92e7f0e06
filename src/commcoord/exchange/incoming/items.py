"""The rows of a table on a form: actions, milestones, measures, the agenda."""

import re
from typing import TYPE_CHECKING, Any

from commcoord.exchange.incoming import words
from commcoord.exchange.incoming.lines import parts_of, split_outside_brackets
from commcoord.exchange.incoming.promises import Known, promises_in
from commcoord.exchange.incoming.times import span_in
from commcoord.language.headings import COLUMNS
from commcoord.language.names import person
from commcoord.records.vocabulary import ITEM_FIELDS, ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.exchange.incoming.fields import Desk

_MINUTES = r"(?:约|約|共|about )?(?<![\d.–~至到-])(?P<minutes>\d{1,3})\s*(?:分钟|分鐘|分|minutes|mins?|')"
_SPACE = r"[\s（(:：，,]*"
_TIMED = re.compile(rf"(?P<topic>.+?){_SPACE}{_MINUTES}\s*[）)]?[。.]?", re.IGNORECASE)
_LED = (
    re.compile(rf"(?P<topic>.+?)\s*[（(]{_MINUTES}[\s，,、；;]+(?P<lead>[^（）()]+)[）)]", re.IGNORECASE),
    re.compile(rf"(?P<topic>.+?)\s*[（(](?P<lead>[^（）()]+?)[\s，,、；;]+{_MINUTES}[）)]", re.IGNORECASE),
)
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
    text = desk.found.text("agenda")
    desk.notes += [row["note"] for row in rows if "note" in row]
    desk.put(
        "agenda", [_agenda_item(row) for row in rows] + _agenda_lines(text, Known(_names(desk), desk.day))
    )


def _item(desk: "Desk", row: dict[str, str], letter: str) -> dict[str, Any]:
    what, number = words.parted_number(row.get("what", ""))
    item: dict[str, Any] = {"id": desk.number(letter, number), "what": what, "owner": row.get("owner")}
    log = []
    due = desk.day_in(row.get("due", ""))
    item["due"] = str(due) if due else None
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


def _agenda_lines(text: str, known: Known) -> list[dict[str, Any]]:
    """Take each thing that a text lists; 、 and commas part it too where every part has its minutes."""
    found = []
    for part in parts_of(text):
        finer = split_outside_brackets(part, "，,、")
        timed = all(_TIMED.fullmatch(one) for one in finer)
        found += [_agenda_line(one, known) for one in (finer if timed else [part])]
    return found


def _agenda_line(line: str, known: Known) -> dict[str, Any]:
    """Take `预算分配（20分钟，冯雪）`: the minutes and who leads it where they are, the rest as it is."""
    for form in _LED:
        led = form.fullmatch(line)
        if led and known.everybody(led["lead"]):
            return {"topic": led["topic"], "minutes": int(led["minutes"]), "lead": led["lead"]}
    timed = _TIMED.fullmatch(line)
    whole = timed and len(re.findall("[（(]", timed["topic"])) == len(re.findall("[）)]", timed["topic"]))
    return {"topic": timed["topic"], "minutes": int(timed["minutes"])} if timed and whole else {"topic": line}
