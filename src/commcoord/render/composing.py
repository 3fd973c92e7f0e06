"""From a record to its form, for one audience and in one language, and what had to be left out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commcoord.language.headings import BESIDES, TITLES
from commcoord.language.messages import spoken
from commcoord.render.audience import may_read, shown_to
from commcoord.render.form import Form, Line
from commcoord.render.forms import rows_of
from commcoord.render.pen import Pen

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View
    from commcoord.render.form import Row


@dataclass(frozen=True)
class Composed:
    """A form, what it was made of, and the texts of the parts that this audience may not read."""

    form: Form
    record: "Record"
    """Effective, and without these parts."""
    view: "View"
    audience: str
    left_out: list[str]


def composed(record: "Record", view: "View", audience: str = "participants", language: str = "") -> Composed:
    """Return a record's form; `record` is as it is written, what it takes from its plan is filled in here.

    The language is the one in use unless said. Raises RefusedError where the audience may not read the record.
    """
    language = language or spoken()
    shown = shown_to(audience, record, view)
    pen = Pen(record.kind, language)
    form = Form(
        record.kind,
        record.id,
        record.title,
        TITLES[record.kind].in_language(language),
        language,
        view.settings.organisation or "",
        rows_of(record.kind)(shown.record, pen),
        BESIDES["besides"].in_language(language),
        [row for row in _besides(shown.record, view, pen, audience) if not row.empty],
    )
    return Composed(form, shown.record, view, audience, shown.left_out)


def _besides(record: "Record", view: "View", pen: Pen, audience: str) -> list["Row"]:
    """Return what stands below the form; outside, only what concerns both sides."""
    called_off = record.cancelled
    both = [
        pen.beside("cancelled", called_off.because or str(called_off.on or "") if called_off else ""),
        _actions(record, pen),
        pen.beside("facts", *map(pen.fact, record.facts)),
        pen.beside("id", record.id),
    ]
    if audience == "external":
        return both
    return [
        *both[:2],
        pen.beside("goal", None if record.kind in ("plan", "task") else record.goal),
        pen.beside("outcomes", *record.outcomes),
        *both[2:3],
        pen.beside("leftover", *_leftover(record, view, pen, audience)),
        pen.beside("materials", *(pen.explained(one.title, one.link) for one in record.materials)),
        pen.beside("conclusion", record.archive.conclusion),
        pen.beside("owner", None if record.kind in ("plan", "feedback") else record.people.owner),
        pen.beside("scenario", pen.label(record.scenario)),
        pen.beside("series", record.series),
        pen.beside("links", *_lines_of(view.linked(record), audience)),
        pen.beside("led_to", *_lines_of(view.backlinks(record), audience)),
        *both[3:],
    ]


def _actions(record: "Record", pen: Pen) -> "Row":
    """Return what preparing needs: a plan's form has no place of its own for it."""
    items = record.items if record.kind == "plan" else []
    return pen.table("actions", "actions", pen.items(items, "actions"), below=True)


def _lines_of(records: Sequence["Record"], audience: str) -> list[Line]:
    """Return those records that the audience may know of."""
    return [Line(one.title, one.id) for one in records if may_read(one, audience)]


def _leftover(record: "Record", view: "View", pen: Pen, audience: str) -> list[Line]:
    named = getattr(record, "leftover", None)
    found = []
    for name in named if isinstance(named, list) else []:
        held = view.item(name)
        if held is None:
            found.append(Line(name))
        elif may_read(held[0], audience) and may_read(held[1], audience):
            found.append(Line(pen.explained(held[1].what, held[1].owner), name))
    return found
