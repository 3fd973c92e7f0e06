"""Which of the four forms a paper is, and what stands under each of its headings.

The forms that offices have made of theirs differ: labels beside, above or within the cell of what they label, four
columns or two, tables within tables or below a merged label. All are read by one walk along the rows.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commcoord.exchange.incoming.times import span_in
from commcoord.exchange.papers import Grid, Part, Words, text_of
from commcoord.language.folding import folded
from commcoord.language.headings import (
    COLUMNS,
    FORMS,
    column_called,
    counts_rows,
    form_heading,
    heading_called,
    is_ordinal,
    kind_titled,
    names_no_field,
)
from commcoord.records.vocabulary import ITEM_FIELDS, KINDS

if TYPE_CHECKING:
    from commcoord.exchange.papers import Cell, Paper

FEWEST_HEADINGS = 3
"""Headings of a form that must be there: a letter may well have a Time and a Place."""

OTHER = "?"
"""Before the heading of a column that no record has: a serial number, a remark."""

ITEMS = frozenset(ITEM_FIELDS.values())

ONE_LINE = frozenset(
    {"time", "place", "chair", "recorder", "owner", "date", "series", "name", "time_place", "span"}
)
"""The headings whose text, once it stands beside them, is whole."""

SHORT = ONE_LINE | {
    "attendees",
    "copies",
    "participants",
    "audience",
    "initiator",
    "collaborators",
    "counterpart",
}
"""The headings below which no other label stands: neither a sentence nor a thing to be done."""

_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.、）)]?\s*")


@dataclass
class Recognised:
    """What a paper says under the headings of one form; `unplaced` is what stands under none of them."""

    kind: str
    title: str = ""
    rows: dict[str, list[Part]] = field(default_factory=dict)
    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)

    def put(self, name: str, text: str) -> None:
        """Set a text under a heading."""
        self.rows[name] = [Part(text)]

    def text(self, name: str) -> str:
        """Return what stands under a heading, a line a paragraph."""
        return text_of(self.rows.get(name, []))


def kind_of(paper: "Paper") -> str | None:
    """Return the kind of the form that a paper is: by its title, else by most headings; none where it is no form."""
    texts = list(texts_of(paper))
    for text in texts:
        if (titled := kind_titled(text)) and (not titled[1] or len(texts) > FEWEST_HEADINGS):
            return titled[0]
    counts = Counter(
        {kind: sum(heading_called(text, FORMS[kind]) is not None for text in set(texts)) for kind in KINDS}
    )
    kind, count = counts.most_common(1)[0]
    return kind if count >= FEWEST_HEADINGS else None


def is_meeting(found: Recognised) -> bool:
    """Say whether a table of actions is of a meeting: the paper tells under the headings of minutes when it was."""
    return bool(found.tables.get("items")) and span_in(found.text("time")).day is not None


def recognised(paper: "Paper", kind: str) -> Recognised:
    """Return what stands under the headings of that kind's form."""
    walk = _Walk(Recognised(kind))
    for block in paper.blocks:
        if isinstance(block, Grid):
            walk.leave_table()
            for row in block.rows:
                walk.take_row(row)
        else:
            walk.leave_table()
            walk.take_words(block)
    return walk.found


def texts_of(paper: "Paper") -> Iterator[str]:
    """Yield what a paper says, each text also without what follows its colon."""
    for block in paper.blocks:
        if isinstance(block, Words):
            yield block.text
            yield _labelled(block.text)[0]
        else:
            for row in block.rows:
                for text in filter(None, map(text_of, row)):
                    yield text
                    yield _labelled(text)[0]


def _labelled(text: str) -> tuple[str, str]:
    """Part `地点：301会议室` into the label and what follows it; without a colon there is no label."""
    places = [place for mark in ":：" if (place := text.find(mark)) > 0]
    return (text[: min(places)], text[min(places) + 1 :].strip()) if places else ("", text)


def is_topic(label: str) -> bool:
    """Say whether a label begins one topic, not all of them."""
    return folded(label).strip() in ("议题", "topic")


def is_time(heading: str) -> bool:
    """Say whether a column's heading is a bare 时间 or 日期, which means one thing here and another there."""
    return folded(heading).strip() in ("时间", "日期", "time", "date")


def _likest_table(texts: list[str], label: str | None) -> tuple[str, list[str | None]]:
    """Return the table that knows most of some headings, and the columns that they are there.

    Below a heading of things to be done it is theirs, and 时间 is their deadline.
    """
    if label in ITEMS:
        return label, [column_called(text, label) or ("due" if is_time(text) else None) for text in texts]
    known = {name: [column_called(text, name) for text in texts] for name in COLUMNS}
    return max(known.items(), key=lambda one: sum(column is not None for column in one[1]))


def _are_headings(known: list[str | None], label: str | None) -> bool:
    """Whether the cells of a row are headings of columns: all of them, or enough beside a number or a remark."""
    named = [one for one in known if one]
    enough = len(named) > 1 if len(named) == len(known) or label in ITEMS else len(named) >= FEWEST_HEADINGS
    return enough and len(set(named)) == len(named) and ("what" in named or "topic" in named)


class _Walk:
    """Goes along the rows, remembering the last label and the table that it is in."""

    def __init__(self, found: Recognised) -> None:
        self.found = found
        self.label: str | None = None
        self.table: str | None = None
        self.columns: dict[int, str] = {}
        self.begun = False
        self.in_grid = False
        self.ordinals = False

    def leave_table(self) -> None:
        """Forget the columns: what comes next is no entry of the table before."""
        self.table = None

    def take_words(self, words: Words) -> None:
        """Take a paragraph: the form's title, a heading, a heading with its text, or text of the last heading.

        What no form has ends the heading before it: an unknown heading, 备注：, a paragraph below the table.
        """
        if self.in_grid:
            self.label, self.in_grid = None, False
        if self._take_title(words.text) or self._take_heading(words):
            return
        label, rest = _labelled(words.text)
        name = self._heading(label)
        if name == "topics" == self.label and is_topic(label):
            self._add(name, [Part(rest, strong=True)])
        elif name and rest and self.label != "topics":
            self._begin(name, label)
            self._add(name, [Part(rest, strong=name == "topics" and is_topic(label))])
            if name in ONE_LINE:
                self.label = None
        else:
            if names_no_field(label) or (label and self.label in SHORT):
                self.label = None
            bullet = "- " if words.bullet and self.label == "topics" and not words.strong else ""
            self._add(self.label, [Part(f"{bullet}{words.text}", words.strong)])

    def _take_heading(self, words: Words) -> bool:
        """Whether a paragraph is nothing but a heading, of the form or of something else, or the paper's title."""
        text = _NUMBERED.sub("", words.text) if words.level else words.text
        if name := self._heading(text):
            self._begin(name, text)
        elif words.level and not (self.begun or self.found.title):
            self.found.title = words.text
        elif words.level or names_no_field(text) or (self.ordinals and is_ordinal(text)):
            self.label = None
            self._add(None, [Part(words.text)])
        else:
            return False
        return True

    def _begin(self, name: str | None, heading: str = "") -> None:
        self.label, self.begun = name, True
        self.ordinals = self.ordinals or is_ordinal(heading)

    def take_row(self, row: list["Cell"]) -> None:
        """Take a row of a table: the headings of columns, an entry below them, or headings with their texts."""
        self.in_grid = True
        filled = [(place, cell) for place, cell in enumerate(row) if text_of(cell)]
        if not filled or self._begin_table(filled):
            return
        if len(filled) == 1 and self._take_title(text_of(filled[0][1])):
            return
        first = text_of(filled[0][1])
        ends = self._heading(first) or (names_no_field(first) and len(filled) <= 2)  # noqa: PLR2004  with its text
        if self.table and not (ends and filled[0][0] == 0):
            self._take_entry(dict(filled))
            return
        self.leave_table()
        self._take_pairs(filled)

    def _begin_table(self, filled: list[tuple[int, "Cell"]]) -> bool:
        """Whether a row has the headings of columns, perhaps after the label of the whole table."""
        for skipped in (0, 1):
            rest = filled[skipped:]
            label = self._heading(text_of(filled[0][1])) if skipped else self.label
            name, known = _likest_table([text_of(cell) for _place, cell in rest], label)
            if _are_headings(known, label):
                if skipped:
                    self._begin(label or self.label)
                self.table = "agenda" if name == "agenda" else "items"
                self.columns = {
                    place: column or f"{OTHER}{text_of(cell)}"
                    for (place, cell), column in zip(rest, known, strict=True)
                }
                return True
        return False

    def _take_title(self, text: str) -> bool:
        """Whether a text is the title of the form, perhaps with the record's behind it."""
        titled = kind_titled(text)
        if self.begun or not titled or titled[0] != self.found.kind:
            return False
        self.found.title = titled[1] or self.found.title
        return True

    def _take_entry(self, cells: dict[int, "Cell"]) -> None:
        entry = {name: text_of(cells[place]) for place, name in self.columns.items() if place in cells}
        others = [name for name in entry if name.startswith(OTHER)]
        notes = [
            f"{name.removeprefix(OTHER)}：{entry.pop(name)}"
            for name in others
            if not counts_rows(name.removeprefix(OTHER), entry[name])
        ]
        entry = {name: text for name, text in entry.items() if not name.startswith(OTHER)}
        if notes and entry:
            entry["note"] = "\n".join(notes)
        if entry:
            self.found.tables.setdefault(self.table or "items", []).append(entry)
        beside = [text_of(cell) for place, cell in cells.items() if place not in self.columns]
        self.found.unplaced += [text for text in beside if not self._heading(text)]

    def _take_pairs(self, filled: list[tuple[int, "Cell"]]) -> None:
        names = [self._heading(text_of(cell)) for _place, cell in filled]
        if not any(names) and len(filled) > 1 and filled[0][0] == 0:
            self.found.unplaced.append("：".join(text_of(cell) for _place, cell in filled))
            return
        beside: list[str] = []
        told = False
        for (_place, cell), name in zip(filled, names, strict=True):
            if name:
                self._begin(name)
                self.found.rows.setdefault(name, [])
                told = False
            elif told and self.label in ONE_LINE:
                beside.append(text_of(cell))
            else:
                self._take_cell(cell)
                told = True
        if beside:
            self.found.unplaced.append("：".join(beside))

    def _take_cell(self, cell: "Cell") -> None:
        label, rest = _labelled(text_of(cell))
        if names_no_field(label or text_of(cell)) and self.label != "topics":
            self.label = None
        if (name := self._heading(label)) and self.label != "topics":
            self._begin(name)
            self._add(name, [Part(line) for line in rest.splitlines()])
        else:
            self._add(self.label, cell)

    def _heading(self, text: str) -> str | None:
        return form_heading(text, self.found.kind)

    def _add(self, name: str | None, parts: list[Part]) -> None:
        said = [part for part in parts if part.text and part.text != "—"]
        if name is None:
            self.found.unplaced += [part.text for part in said]
        else:
            self.found.rows.setdefault(name, []).extend(said)
