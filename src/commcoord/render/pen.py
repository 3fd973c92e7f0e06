"""Writes the values of a record as people read them in one language: names, times, items, facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.language.headings import BESIDES, COLUMNS, FORMS, Heading
from commcoord.language.labels import label
from commcoord.language.messages import Message
from commcoord.records.values import Moment
from commcoord.render.form import Entry, Line, Row, Table

if TYPE_CHECKING:
    from commcoord.records.parts import AgendaItem, Counterpart, Decision, Fact, Item
    from commcoord.records.record import Record

UNCONFIRMED = Heading("【To be confirmed】", "【待确认】", "【待確認】")
DASH = " — "
"""Between what was decided or read back and who did so."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What a form is written with: the kind of the form and the language."""

    kind: str
    language: str

    # ── rows ───────────────────────────────────────────────────────────────────────────────────────

    def row(self, name: str, *lines: Line | str | None) -> Row:
        """Return the row of the form with that name and these lines; empty ones are no lines."""
        return Row(name, FORMS[self.kind][name].in_language(self.language), _lines(lines))

    def beside(self, name: str, *lines: Line | str | None) -> Row:
        """Return a row that stands below the form."""
        return Row(name, BESIDES[name].in_language(self.language), _lines(lines))

    def table(self, name: str, columns: str, entries: list[Entry], *, below: bool = False) -> Row:
        """Return a row with a table of the columns that `COLUMNS` has under that name."""
        headings = BESIDES if below else FORMS[self.kind]
        known = COLUMNS[columns]
        table = Table(list(known), [one.in_language(self.language) for one in known.values()], entries)
        return Row(name, headings[name].in_language(self.language), table=table)

    # ── words ──────────────────────────────────────────────────────────────────────────────────────

    @property
    def chinese(self) -> bool:
        """Whether what is written takes Chinese punctuation."""
        return self.language != "en"

    def names(self, names: Iterable[str]) -> str:
        """Return several names in one line."""
        return ("、" if self.chinese else ", ").join(names)

    def explained(self, what: str | None, why: str | None) -> str:
        """Return something with its reason or explanation after a colon."""
        return ("：" if self.chinese else ": ").join(filter(None, (what, why)))

    def bracketed(self, what: str, note: str) -> str:
        """Return something with a note in brackets; without a note as it is."""
        if not note:
            return what
        return f"{what}（{note}）" if self.chinese else f"{what} ({note})".strip()

    def counterpart(self, counterpart: "Counterpart | None") -> str:
        """Return the organisation outside with its contact person."""
        if counterpart is None:
            return ""
        if not counterpart.organisation:
            return counterpart.contact or ""
        return self.bracketed(counterpart.organisation, counterpart.contact or "")

    def time(self, record: "Record") -> str:
        """Return when a communication is: its day at least, `2023-10-20 14:00–15:30` at best."""
        start, end = record.start, record.end
        if not isinstance(start, Moment):
            return record.date.isoformat()
        if not isinstance(end, Moment):
            return _spelled(start)
        if start.day != end.day or _offset(start) != _offset(end):
            return f"{_spelled(start)} – {_spelled(end)}"
        return f"{start.day} {start.clock}–{end.clock}{_offset(start)}"

    def span(self, first: date | None, last: date | None) -> str:
        """Return from when to when a task runs."""
        return (" 至 " if self.chinese else " – ").join(str(day) for day in (first, last) if day)

    def decision(self, decision: "Decision") -> Line:
        """Return a decision with who took it and what it replaces."""
        text = DASH.join(filter(None, (decision.what, decision.by)))
        if decision.replaces:
            text = self.bracketed(text, self._say(Message("replaces {id}", id=decision.replaces)))
        return Line(text, decision.id or "")

    def fact(self, fact: "Fact") -> Line:
        """Return a figure or date that was read back; one that nobody confirmed says so before anything else."""
        number = fact.id or ""
        confirmed = " ".join(filter(None, (fact.confirmed_by, str(fact.on or ""))))
        if not fact.confirmed_by:
            return Line(UNCONFIRMED.in_language(self.language) + (fact.what or ""), number)
        return Line(DASH.join(filter(None, (fact.what, confirmed))), number)

    def agenda(self, agenda: Sequence["AgendaItem"]) -> list[Entry]:
        """Return the rows of an agenda."""
        return [
            Entry([one.topic or "", "" if one.minutes is None else str(one.minutes), one.lead or ""])
            for one in agenda
        ]

    def items(self, items: Sequence["Item"], columns: str) -> list[Entry]:
        """Return the rows of actions, milestones or measures."""
        return [Entry([self._cell(one, name) for name in COLUMNS[columns]], one.id or "") for one in items]

    def label(self, value: str | None) -> str:
        """Return what people call a value of the vocabulary."""
        return label(value, self.language) if value else ""

    def _cell(self, item: "Item", name: str) -> str:
        if name == "status":
            return self._status(item)
        value: Any = getattr(item, name)
        return "" if value is None else str(value)

    def _status(self, item: "Item") -> str:
        said = self.label(item.status or "open")
        if item.status == "done" and item.done_on:
            return f"{said} {item.done_on}"
        if item.status == "blocked" and item.needs:
            return self.bracketed(said, self.explained(item.needs.of, item.needs.what))
        return said

    def _say(self, message: Message) -> str:
        return message.in_language(self.language)


def _spelled(moment: Moment) -> str:
    return f"{moment.day} {moment.clock}{_offset(moment)}"


def _offset(moment: Moment) -> str:
    """Return a moment's own offset so that nobody takes `14:00-05:00` for three hours of the afternoon."""
    return f" UTC{moment.offset.removeprefix('Z')}" if moment.offset else ""


def _lines(lines: Iterable[Line | str | None]) -> list[Line]:
    found = [one if isinstance(one, Line) else Line(one or "") for one in lines]
    return [one for one in found if one.text]
