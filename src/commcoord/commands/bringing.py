"""One file from elsewhere into records: found to be a form, a list of records, or minutes as somebody typed them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from commcoord.commands import answering
from commcoord.console import one_line
from commcoord.errors import ImpossibleError, RefusedError
from commcoord.exchange.incoming.listing import is_list_of_items, listed_items, listed_records, place_items
from commcoord.exchange.incoming.minutes_text import incoming_minutes, is_typed
from commcoord.exchange.incoming.recognising import Recognised, is_meeting, kind_of, recognised, texts_of
from commcoord.exchange.incoming.records import TIMES, Incoming, incoming
from commcoord.exchange.incoming.row_records import header_of, rows_below
from commcoord.exchange.incoming.times import span_in
from commcoord.exchange.papers import Paper, text_of
from commcoord.exchange.reading import papers_in
from commcoord.exchange.reading.md import text_in
from commcoord.language.messages import Message, Several, _
from commcoord.records.ids import new_record_id
from commcoord.records.outline import MODELS, fields_at
from commcoord.session import Session
from commcoord.workspace import Change

PROSE = (".md", ".markdown", ".txt")


@dataclass(frozen=True)
class Brought:
    """A record that was written, and what of its paper had no field."""

    id: str
    kind: str
    scenario: str
    change: Change
    notes: list[str]
    guessed_scenario: bool


@dataclass
class Bringing:
    """What was said about all files of one call."""

    session: Session
    kind: str
    scenario: str
    day: date | None
    step: str
    dry_run: bool

    def bring(self, path: Path) -> Iterator[Brought]:
        """Write the records of a file once all of them are sound; raises ImpossibleError where it has none.

        Before anything is written it raises RefusedError for one that is here already or stands there twice, UsageError
        for a wrong field.
        """
        workspace = self.session.workspace
        self.taken = workspace.taken
        papers = papers_in(path)
        found = [one for paper in papers for one in self._incoming(paper, path)]
        if not self.kind:
            rows = [row for paper in papers for row in listed_items(paper)]
            place_items(rows, found, path, self.taken)
        if not found:
            raise ImpossibleError(
                Message("{path}: no form is recognised in it.", path=str(path)),
                Message("Say which it is with --kind plan, minutes, task or feedback."),
            )
        self._demand_new(found, path)
        for ready in [self._ready(one) for one in found]:
            yield self._written(ready)

    def _demand_new(self, found: Sequence[Incoming], path: Path) -> None:
        """Raise RefusedError for a record that is here already, or is in the file twice."""
        names = Counter(one.id for one in found if one.id)
        there = [name for name in names if name in self.taken]
        twice = [name for name, count in names.items() if count > 1]
        if there:
            raise RefusedError(
                Message(
                    "{path}: {ids} is here already; nothing was imported.", path=str(path), ids=Several(there)
                )
            )
        if twice:
            raise RefusedError(
                Message(
                    "{path}: {ids} stands in it twice; nothing was imported.",
                    path=str(path),
                    ids=Several(twice),
                )
            )

    def _incoming(self, paper: Paper, path: Path) -> list[Incoming]:
        if not paper.blocks:
            return []
        listed = [] if self.kind else listed_records(paper, path, self.day)
        if listed or (not self.kind and is_list_of_items(paper)):
            return listed
        if header := header_of(paper, path, self.kind):
            return [self._row(path, paper, one) for one in rows_below(header)]
        if not self.kind and path.suffix.lower() in PROSE and is_typed(paper):
            return [self._dated(path, paper, self._minutes(path))]
        kind = self.kind or kind_of(paper)
        found = self._form(paper, recognised(paper, kind), self.day) if kind else self._items(paper)
        return [self._dated(path, paper, found)] if kind or found else []

    def _items(self, paper: Paper) -> Incoming | None:
        """Take a table of things to be done, with few other headings: of a meeting, or a task of today."""
        if is_meeting(minutes := recognised(paper, "minutes")):
            return self._form(paper, minutes, self.day)
        task = recognised(paper, "task")
        today = self.session.workspace.now.date()
        return self._form(paper, task, self.day or today) if task.tables.get("items") else None

    def _row(self, path: Path, paper: Paper, row: Recognised) -> Incoming:
        named = any(span_in(row.text(name)).day for name in TIMES)
        found = self._form(paper, row, None if named else self.day) if named or self.day else None
        if found is None:
            raise ImpossibleError(
                Message(
                    "{path}: no day with its year is named in the row “{text}”.",
                    path=str(path),
                    text=one_line(" ".join(map(text_of, row.rows.values()))),
                ),
                Message("Say it with --date 2023-10-20."),
            )
        return found

    def _form(self, paper: Paper, found: Recognised, day: date | None) -> Incoming | None:
        setting = answering.setting_for(self.session, found.kind, self.session.workspace.now.date())
        made = incoming(
            found,
            paper.name,
            self.session.workspace.settings,
            self.taken,
            self.taken,
            scenario=self.scenario,
            day=day,
            is_workday=setting.calendar.is_workday,
        )
        setting.read_back = made.read_back if made else []
        answering.say_read_back(self.session, setting)
        return made

    def _minutes(self, path: Path) -> Incoming | None:
        setting = answering.setting_for(self.session, "minutes", self.session.workspace.now.date())
        setting.taken = self.taken
        found = incoming_minutes(
            text_in(path),
            path.stem,
            self.session.workspace.settings,
            setting,
            self.taken,
            scenario=self.scenario,
            day=self.day,
        )
        answering.say_read_back(self.session, setting)
        return found

    def _dated(self, path: Path, paper: Paper, found: Incoming | None) -> Incoming:
        if found is None:
            named = any(span_in(text).day for text in texts_of(paper))
            raise ImpossibleError(
                Message("{path}: which of its days is the communication's is not clear.", path=str(path))
                if named
                else Message("{path}: no day is named in it.", path=str(path)),
                Message("Say it with --date 2023-10-20."),
            )
        return found

    def _ready(self, found: Incoming) -> Incoming:
        """Return a record as it will be written; raises UsageError for a wrong field, before anything is written."""
        kind = str(found.tree["kind"])
        number = found.id or new_record_id(kind, date.fromisoformat(str(found.tree["date"])), self.taken)
        self.taken.add(number)
        tree = {**found.tree, "id": number, "step": found.tree.get("step", self.step)}
        if kind == "minutes" and found.notes:
            rest = {"topic": _("From the old form"), "notes": "\n".join(found.notes)}
            tree["topics"] = [*tree.get("topics", []), rest]
        order = fields_at(MODELS[kind], ())
        ordered: dict[str, Any] = {key: tree[key] for key in sorted(tree, key=order.index)}
        answering.checked_source(number, ordered)
        return replace(found, tree=ordered, id=number)

    def _written(self, ready: Incoming) -> Brought:
        tree, kind = ready.tree, str(ready.tree["kind"])
        remarks = [] if kind == "minutes" else ready.notes  # those of minutes are one of their topics
        change = self.session.workspace.create(tree, dry_run=self.dry_run, remarks=remarks)
        return Brought(ready.id, kind, str(tree["scenario"]), change, ready.notes, ready.guessed_scenario)
