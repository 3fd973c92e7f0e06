"""What stands under a heading becomes the fields of a record, one small function a heading; the rest becomes notes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.exchange.incoming import words
from commcoord.exchange.incoming.absentees import Known, absentees
from commcoord.exchange.incoming.lines import listed, without_fronts
from commcoord.exchange.incoming.times import day_in, span_in
from commcoord.language.dates import IsWorkday
from commcoord.language.headings import FORMS
from commcoord.language.names import several
from commcoord.language.weekdays import monday_to_friday
from commcoord.records.calendars import UnknownYearError
from commcoord.records.ids import RECORD_ID, new_item_id
from commcoord.records.vocabulary import EXTERNAL, FEEDBACK_STATUSES
from commcoord.render.pen import DASH, UNCONFIRMED

if TYPE_CHECKING:
    from collections.abc import Container

    from commcoord.exchange.incoming.recognising import Recognised
    from commcoord.exchange.papers import Part
    from commcoord.records.ids import Taken
    from commcoord.records.settings import Settings

_BRACKETED = re.compile(r"(.+?)\s*[（(]([^（）()]+)[)）]")


@dataclass
class Desk:
    """What a record is written on: the tree, what could not be placed, and what it is understood from."""

    found: "Recognised"
    settings: "Settings"
    taken: "Taken"
    known: "Container[str]"
    """The ids of the records that are there already, which links may name."""
    tree: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    is_workday: IsWorkday = monday_to_friday
    read_back: list[tuple[str, date, bool]] = field(default_factory=list)
    """The phrases that were taken for days, as `Setting` has them."""

    def put(self, name: str, value: Any) -> None:
        """Set a field, also a dotted one, where there is something to set."""
        if value in (None, "", [], {}):
            return
        here = self.tree
        *path, last = name.split(".")
        for key in path:
            here = here.setdefault(key, {})
        here[last] = value

    def note(self, text: str) -> None:
        """Keep what has no field."""
        if text and text != self.settings.organisation:
            self.notes.append(text)

    def names(self, text: str) -> list[str]:
        """Return the people or departments that a text names."""
        known = [one.name for one in self.settings.people]
        return [name for line in text.splitlines() for name in several(line, known)]

    def number(self, letter: str, wanted: str) -> str:
        """Return the id that an item had on the paper, or a new one where that is taken or there is none."""
        if wanted and wanted.startswith(f"{letter}-") and wanted not in self.taken:
            self.taken.add(wanted)
            return wanted
        return new_item_id(letter, self.taken)

    def day_in(self, text: str) -> date | None:
        """Return the day that a text names, and remember a phrase that was taken for one.

        Working days of a year whose holidays are not known make no day.
        """
        try:
            found = day_in(text, self.day, self.is_workday)
        except UnknownYearError:
            return None
        if found and found.text != str(found.date) and not span_in(text).day:
            self.read_back.append((found.text, found.date, found.ambiguous))
        return found.date if found else None

    @property
    def day(self) -> date:
        """The day from which the paper's dates count."""
        return date.fromisoformat(str(self.tree["date"]))


def as_text(field_: str) -> Callable[[Desk, str], None]:
    """Return what writes a text into a field as it is."""
    return lambda desk, text: desk.put(field_, text)


def as_names(field_: str) -> Callable[[Desk, str], None]:
    """Return what writes several people or departments into a field."""
    return lambda desk, text: desk.put(field_, desk.names(text))


def as_list(field_: str) -> Callable[[Desk, str], None]:
    """Return what writes each line into a list."""
    return lambda desk, text: desk.put(field_, listed(text))


def audience(desk: Desk, text: str) -> None:
    """Take 沟通对象: departments and people of our own; of an external plan, the organisation with its contact."""
    names = desk.names(text)
    outside = [name for name in names if desk.tree["scenario"] in EXTERNAL and _is_outside(desk, name)]
    desk.put("audience_departments", [name for name in names if name not in outside])
    for name in outside:
        counterpart(desk, name)


def _is_outside(desk: Desk, name: str) -> bool:
    found = _BRACKETED.fullmatch(name)
    return bool(found and found[2] not in desk.settings.departments)


def counterpart(desk: Desk, text: str) -> None:
    """Take an organisation with its contact person: ABC科技（王芳）."""
    found = _BRACKETED.fullmatch(text)
    desk.put("people.counterpart.organisation", found[1] if found else text)
    desk.put("people.counterpart.type", desk.tree["scenario"] if desk.tree["scenario"] in EXTERNAL else None)
    desk.put("people.counterpart.contact", found[2] if found else None)


def time(desk: Desk, text: str) -> None:
    """Take when it was; what else the text says is a place on a plan, a note elsewhere."""
    span = span_in(text, desk.day)
    desk.put("start", span.start)
    desk.put("end", span.end)
    if desk.found.kind == "plan":
        desk.put("place", span.rest)
    if span.doubtful or (span.rest and desk.found.kind != "plan"):
        desk.note(text)


def task_span(desk: Desk, text: str) -> None:
    """Take from when to when a task runs."""
    span = span_in(text, desk.day)
    desk.put("start", str(span.day) if span.day else None)
    desk.put("end", str(span.end_day) if span.end_day else None)
    if span.rest or span.doubtful or not span.day:
        desk.note(text)


def absent(desk: Desk, text: str) -> None:
    """Take who was absent, with the reason."""
    people, departments = desk.settings.people, set(desk.settings.departments)
    departments |= {one.department for one in people if one.department}
    known = Known(frozenset(one.name for one in people), departments)
    desk.put("absent", absentees(text, known))


def topics(desk: Desk, _text: str) -> None:
    """Take the discussion: a strong line begins a topic, else a numbered, else a marked; the others are its notes."""
    found: list[dict[str, str]] = []
    parts = desk.found.rows["topics"]
    bulleted = not any(part.strong for part in parts)
    bares = without_fronts(part.text for part in parts) if bulleted else [part.text for part in parts]
    numbered = bulleted and any(map(_is_numbered, parts, bares))
    for part, bare in zip(parts, bares, strict=True):
        front = _is_numbered(part, bare) if numbered else bulleted and bare != part.text.strip()
        if part.strong or (front and bare):
            found.append(_topic(bare, strong=part.strong))
        elif found:
            found[-1]["notes"] = "\n".join(filter(None, (found[-1].get("notes"), part.text)))
        else:
            found.append({"notes": part.text})
    desk.put("topics", found)


def _is_numbered(part: "Part", bare: str) -> bool:
    return bare != part.text.strip() and re.match(r"\s*[-–*•·●]", part.text) is None


def _topic(text: str, *, strong: bool) -> dict[str, str]:
    name, _dash, outcome = text.rpartition(DASH)
    value = words.value_of(outcome, words.OUTCOMES)
    if name and value:
        return {"topic": name, "outcome": value} if name != "—" else {"outcome": value}
    head, _mark, rest = text.partition("：")
    return {"topic": text} if strong or not rest else {"topic": head, "notes": rest.strip()}


def decisions(desk: Desk, text: str) -> None:
    """Take decisions, with who took them and the id where the paper has it."""
    found = []
    for line in listed(text):
        said, number = words.parted_number(line)
        what, dash, by = said.rpartition(DASH)
        one = {"id": desk.number("d", number), "what": what if dash else said}
        found.append(one | ({"by": by} if dash else {}))
    desk.put("decisions", found)


def facts(desk: Desk, text: str) -> None:
    """Take what was read back, with who confirmed it when; what nobody confirmed says so."""
    found = []
    for line in listed(text):
        said, number = words.parted_number(line)
        one: dict[str, Any] = {"id": desk.number("f", number)}
        mark = next((mark for mark in UNCONFIRMED if said.startswith(mark)), "")
        what, dash, who = said.rpartition(DASH)
        if mark or not dash:
            found.append(one | {"what": said.removeprefix(mark)})
            continue
        day = span_in(who).day
        one |= {"what": what, "confirmed_by": who.replace(str(day), "").strip()}
        found.append(one | ({"on": str(day)} if day else {}))
    desk.put("facts", found)


def means(desk: Desk, text: str) -> None:
    """Take by which means; a word that is none of them is a note."""
    found = [(one, words.means_of(one)) for one in re.split(r"[、,，/／;；\n]+ *", text) if one]
    desk.put("channel.means", [value for _one, value in found if value])
    for one, value in found:
        if value is None:
            desk.note(f"{_heading(desk, 'means')}：{one}")


def feedback_status(desk: Desk, text: str) -> None:
    """Take how far it is."""
    value = words.value_of(text, FEEDBACK_STATUSES)
    desk.put("status", value)
    if value is None:
        desk.note(f"{_heading(desk, 'status')}：{text}")


def completed(desk: Desk, text: str) -> None:
    """Take when it was solved."""
    span = span_in(text)
    if span.start or span.day:
        desk.put("solved", {"at": span.start or f"{span.day} 00:00"})
    else:
        desk.note(f"{_heading(desk, 'completed')}：{text}")


def materials(desk: Desk, text: str) -> None:
    """Take what was to be read, with its link after a colon."""
    found = []
    for line in listed(text):
        title, _mark, link = re.sub("：|: ", "\0", line, count=1).partition("\0")
        found.append(
            {"title": title.strip(), "type": "other"} | ({"link": link.strip()} if link.strip() else {})
        )
    desk.put("materials", found)


def links(desk: Desk, text: str) -> None:
    """Take the records that it comes from, those that are there."""
    for line in listed(text):
        number = line.split()[-1].strip("`")
        if RECORD_ID.fullmatch(number) and number in desk.known:
            desk.tree.setdefault("links", []).append(number)
        else:
            desk.note(f"{_heading(desk, 'links')}：{line}")


def leftover(desk: Desk, text: str) -> None:
    """Take the items that were open before this meeting, by their ids; one without an id is a note."""
    found = [(line, words.parted_number(line)[1]) for line in listed(text)]
    desk.put("leftover", [number for _line, number in found if number])
    for line, number in found:
        if not number:
            desk.note(f"{_heading(desk, 'leftover')}：{line}")


def unless_used(name: str, is_used: Callable[[str], Any]) -> Callable[[Desk, str], None]:
    """Return what keeps a text as a note unless the record was told something by it already."""
    return lambda desk, text: None if is_used(text) else desk.note(f"{_heading(desk, name)}：{text}")


def nothing(desk: Desk, text: str) -> None:
    """What is known already, or told from the other side."""
    _ = desk, text


def _heading(desk: Desk, name: str) -> str:
    from commcoord.language.headings import BESIDES

    return (FORMS[desk.found.kind].get(name) or BESIDES[name]).in_language(desk.settings.language)


COMMON: dict[str, Callable[[Desk, str], None]] = {
    "goal": as_text("goal"),
    "outcomes": as_list("outcomes"),
    "owner": as_text("people.owner"),
    "place": as_text("place"),
    "series": as_text("series"),
    "time": time,
    "facts": facts,
    "materials": materials,
    "links": links,
    "leftover": leftover,
    "conclusion": as_text("archive.conclusion"),
    "cancelled": as_text("cancelled.because"),
    "id": unless_used("id", lambda text: any(map(RECORD_ID.fullmatch, text.split()))),
    "scenario": unless_used("scenario", words.scenario_of),
    "date": unless_used("date", lambda text: span_in(text).day),
    "besides": lambda desk, text: desk.note(text),
    **dict.fromkeys(("led_to", "actions", "milestones", "measures", "agenda"), nothing),
}
WRITERS: dict[str, dict[str, Callable[[Desk, str], None]]] = {
    "plan": {
        "topic": nothing,
        "audience": audience,
        "time_place": time,
        "participants": as_names("people.takes_part"),
        "deliverables": as_list("deliverables"),
    },
    "minutes": {
        "name": nothing,
        "chair": as_text("chair"),
        "recorder": as_text("recorder"),
        "attendees": as_names("attendees"),
        "absent": absent,
        "copies": as_names("cc"),
        "topics": topics,
        "decisions": decisions,
        "next_steps": as_text("next_steps"),
    },
    "task": {
        "name": nothing,
        "initiator": as_text("initiator"),
        "collaborators": as_names("collaborators"),
        "span": task_span,
    },
    "feedback": {
        "counterpart": counterpart,
        "matter": nothing,
        "means": means,
        "said": as_list("said"),
        "status": feedback_status,
        "completed": completed,
    },
}
"""Which function takes what stands under a heading; the titles are taken beforehand."""


def write_rows(desk: Desk) -> None:
    """Write what stands under every heading of the paper."""
    writers = COMMON | WRITERS[desk.found.kind]
    for row in desk.found.rows:
        if text := desk.found.text(row):
            writers[row](desk, text)
