"""Which of the four forms a paper is, and what stands under each of its headings.

The forms that offices have made of theirs differ: labels beside, above or within the cell of what they label, four
columns or two, tables within tables or below a merged label. All are read by one walk along the rows.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commcoord.exchange.papers import Grid, Part, Words, text_of
from commcoord.language.headings import (
    COLUMNS,
    FORMS,
    column_called,
    form_heading,
    heading_called,
    kind_titled,
)
from commcoord.records.vocabulary import KINDS

if TYPE_CHECKING:
    from commcoord.exchange.papers import Cell, Paper

FEWEST_HEADINGS = 3
"""Headings of a form that must be there: a letter may well have a Time and a Place."""

OTHER = "?"
"""Before the heading of a column that no record has: a serial number, a remark."""


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
    texts = list(_texts(paper))
    for text in texts:
        if (titled := kind_titled(text)) and (not titled[1] or len(texts) > FEWEST_HEADINGS):
            return titled[0]
    counts = Counter(
        {kind: sum(heading_called(text, FORMS[kind]) is not None for text in set(texts)) for kind in KINDS}
    )
    kind, count = counts.most_common(1)[0]
    return kind if count >= FEWEST_HEADINGS else None


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


def _texts(paper: "Paper") -> Iterator[str]:
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


def _likest_table(texts: list[str]) -> tuple[str, list[str | None]]:
    """Return the table that knows most of some headings, and the columns that they are there."""
    known = {name: [column_called(text, name) for text in texts] for name in COLUMNS}
    return max(known.items(), key=lambda one: sum(column is not None for column in one[1]))


def _are_headings(known: list[str | None]) -> bool:
    """Whether the cells of a row are headings of columns: all of them, or enough beside a number or a remark."""
    named = [one for one in known if one]
    enough = len(named) > 1 if len(named) == len(known) else len(named) >= FEWEST_HEADINGS
    return enough and len(set(named)) == len(named) and ("what" in named or "topic" in named)


class _Walk:
    """Goes along the rows, remembering the last label and the table that it is in."""

    def __init__(self, found: Recognised) -> None:
        self.found = found
        self.label: str | None = None
        self.table: str | None = None
        self.columns: dict[int, str] = {}

    def leave_table(self) -> None:
        """Forget the columns: what comes next is no entry of the table before."""
        self.table = None

    def take_words(self, words: Words) -> None:
        """Take a paragraph: the form's title, a heading, a heading with its text, or text of the last heading."""
        if self._take_title(words.text):
            return
        if name := self._heading(words.text):
            self.label = name
            return
        label, rest = _labelled(words.text)
        if (name := self._heading(label)) and rest and self.label != "topics":
            self.label = name
            self._add(name, [Part(rest)])
        else:
            self._add(self.label, [Part(words.text, words.strong)])

    def take_row(self, row: list["Cell"]) -> None:
        """Take a row of a table: the headings of columns, an entry below them, or headings with their texts."""
        filled = [(place, cell) for place, cell in enumerate(row) if text_of(cell)]
        if not filled or self._begin_table(filled):
            return
        if len(filled) == 1 and self._take_title(text_of(filled[0][1])):
            return
        first = self._heading(text_of(filled[0][1]))
        if self.table and not (first and filled[0][0] == 0):
            self._take_entry(dict(filled))
            return
        self.leave_table()
        self._take_pairs(filled)

    def _begin_table(self, filled: list[tuple[int, "Cell"]]) -> bool:
        """Whether a row has the headings of columns, perhaps after the label of the whole table."""
        for skipped in (0, 1):
            rest = filled[skipped:]
            name, known = _likest_table([text_of(cell) for _place, cell in rest])
            if _are_headings(known):
                if skipped:
                    self.label = self._heading(text_of(filled[0][1])) or self.label
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
        if self.label or not titled or titled[0] != self.found.kind:
            return False
        self.found.title = titled[1] or self.found.title
        return True

    def _take_entry(self, cells: dict[int, "Cell"]) -> None:
        entry = {name: text_of(cells[place]) for place, name in self.columns.items() if place in cells}
        others = [name for name in entry if name.startswith(OTHER)]
        notes = [
            f"{name.removeprefix(OTHER)}：{entry.pop(name)}" for name in others if not entry[name].isdecimal()
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
        for (_place, cell), name in zip(filled, names, strict=True):
            if name:
                self.label = name
                self.found.rows.setdefault(name, [])
            else:
                self._take_cell(cell)

    def _take_cell(self, cell: "Cell") -> None:
        label, rest = _labelled(text_of(cell))
        if (name := self._heading(label)) and self.label != "topics":
            self.label = name
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
