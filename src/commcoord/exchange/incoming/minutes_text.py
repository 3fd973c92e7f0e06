"""Minutes as somebody typed them: no form, but a title, a date somewhere at the top, and quick notes."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.exchange.incoming.fields import Desk, write_rows
from commcoord.exchange.incoming.items import write_items
from commcoord.exchange.incoming.lines import without_front
from commcoord.exchange.incoming.recognising import Recognised, kind_of
from commcoord.exchange.incoming.records import Incoming
from commcoord.exchange.incoming.times import span_in
from commcoord.exchange.papers import Grid, Part, Words
from commcoord.language.headings import form_heading, names_no_field
from commcoord.language.quick_notes import quick_notes
from commcoord.records.outline import MODELS, fields_at
from commcoord.steps.notes import write_notes

if TYPE_CHECKING:
    from collections.abc import Container

    from commcoord.exchange.papers import Paper
    from commcoord.records.settings import Settings
    from commcoord.steps.setting import Setting

HEAD = 12  # lines within which a date or label of the meeting itself is looked for
_TITLE = re.compile(r"#{1,2}\s+(.+)")
_LABELLED = re.compile(r"\s*(?:[-*]\s+)?\**([^:：*]{1,20})\**\s*[:：]\**\s*(.+)")
_SECTION = re.compile(r"\s*(?:#{1,6}\s+\**|(?=[^#].*[:：]\**\s*$)\**)([^:：*]{1,20})\**\s*[:：]?\**\s*")
SECTIONS = ("topics", "decisions", "actions", "next_steps")
"""The headings below which a line is one of their things without a mark of its own."""
TAKEN = ("time", "place", "chair", "recorder", "attendees", "absent", "copies")


def incoming_minutes(
    text: str,
    name: str,
    settings: "Settings",
    setting: "Setting",
    known: "Container[str]",
    *,
    scenario: str = "",
    day: date | None = None,
) -> Incoming | None:
    """Return the minutes that a text makes, or none where it names no day at its top and none is given."""
    lines = text.splitlines()
    found = Recognised("minutes")
    rest = [line for place, line in enumerate(lines) if not _take_head(found, line, place)]
    rest = list(_without_sections(found, rest))
    day = day or _day_of(lines, name)
    if day is None:
        return None
    desk = Desk(found, settings, setting.taken, known, is_workday=setting.calendar.is_workday)
    desk.read_back = setting.read_back
    desk.tree |= {
        "kind": "minutes",
        "title": found.title or name,
        "scenario": scenario or "cross-department",
        "date": day.isoformat(),
    }
    write_rows(desk)
    write_items(desk)
    setting.day = day
    write_notes(desk.tree, "\n".join(rest), setting)
    order = fields_at(MODELS["minutes"], ())
    tree: dict[str, Any] = {key: desk.tree[key] for key in sorted(desk.tree, key=order.index)}
    return Incoming(tree, "", desk.notes, not scenario)


def is_typed(paper: "Paper") -> bool:
    """Whether a text is notes rather than a form: it has no table, and marks of quick notes or no form's headings."""
    if any(isinstance(block, Grid) for block in paper.blocks):
        return False
    topics = quick_notes("\n".join(block.text for block in paper.blocks if isinstance(block, Words)))
    marked = any(one.decisions or one.actions or one.facts for one in topics)
    return marked or kind_of(paper) is None


def _take_head(found: Recognised, line: str, place: int) -> bool:
    """Take the title and what is said of the meeting itself out of the first lines."""
    titled = _TITLE.fullmatch(line.strip())
    if titled and not found.title and form_heading(titled[1], "minutes") is None:
        found.title = titled[1].strip()
        return True
    labelled = _LABELLED.fullmatch(line)
    name = form_heading(labelled[1], "minutes") if labelled and place < HEAD else None
    if labelled and name in TAKEN and name not in found.rows:
        found.put(name, labelled[2])
        return True
    return False


def _without_sections(found: Recognised, lines: list[str]) -> Iterator[str]:
    """Take what stands below a heading of the form; a quick note's mark or another heading ends that."""
    section = None
    for line in lines:
        headed = _SECTION.fullmatch(line)
        if headed or _is_marked(line) or _is_labelled(line):
            name = form_heading(headed[1], "minutes") if headed else None
            section = name if name in SECTIONS else None
        if section is None:
            yield line
        elif not headed:
            parts = found.rows.setdefault(section, [])
            text = without_front(line, len(parts)) if section == "next_steps" else line.strip()
            parts.extend([Part(text)] if text else [])


def _is_marked(line: str) -> bool:
    return any(one.topic or one.decisions or one.actions or one.facts for one in quick_notes(line))


def _is_labelled(line: str) -> bool:
    labelled = _LABELLED.fullmatch(line)
    return labelled is not None and (
        form_heading(labelled[1], "minutes") is not None or names_no_field(labelled[1])
    )


def _day_of(lines: list[str], name: str) -> date | None:
    days = [span_in(line).day for line in (*lines[:HEAD], name)]
    return next((day for day in days if day is not None), None)
