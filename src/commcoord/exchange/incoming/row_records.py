"""A table of an office with a record in each row, below one row of headings: 序号, 客户, 事由, 时间."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.exchange.incoming.recognising import FEWEST_HEADINGS, Recognised
from commcoord.exchange.papers import Grid, Part, Words, text_of
from commcoord.language.headings import (
    COLUMNS,
    column_called,
    counts_rows,
    form_heading,
    is_serial,
    kind_titled,
    row_heading,
)
from commcoord.language.messages import Message, Several
from commcoord.records.vocabulary import KINDS

if TYPE_CHECKING:
    from commcoord.exchange.papers import Cell, Paper

JOINED = {"span": " 至 "}
"""What may have two columns, from and to, and what stands between them."""


@dataclass(frozen=True)
class Header:
    """The row of headings of a table: its kind, the name and words of each column, what stands above and below it."""

    kind: str
    columns: list[tuple[str | None, str]]
    above: list[str]
    rows: list[list["Cell"]]


def header_of(paper: "Paper", path: Path, kind: str = "") -> Header | None:
    """Return the headings of a table with a record a row; none where the paper is something else, or more.

    Raises ImpossibleError where it is such a table, and not clear of which kind.
    """
    *before, last = paper.blocks
    if not isinstance(last, Grid) or any(isinstance(block, Grid) for block in before):
        return None
    texts = [[text_of(cell) for cell in row] for row in last.rows]
    place = next((place for place, row in enumerate(texts) if sum(map(bool, row)) > 1), len(texts) - 1)
    above = [block.text for block in before if isinstance(block, Words)]
    above += [text for row in texts[:place] for text in row if text]
    rows = last.rows[place + 1 :]
    found = _kind(texts[place], kind or _titled([*above, paper.name]), rows, path)
    above = [text for text in above if not (titled := kind_titled(text)) or titled[1]]
    return (
        Header(found, [(row_heading(one, found), one) for one in texts[place]], above, rows)
        if found
        else None
    )


def rows_below(header: Header) -> list[Recognised]:
    """Return what each row says under the headings of a form; a column that is none of them is unplaced.

    What stands above the headings is the first record's, and a remark below some rows that of the record before.
    """
    found: list[Recognised] = []
    for row in header.rows:
        texts = [text for cell in row if (text := text_of(cell))]
        if len(texts) == 1 and found:
            found[-1].unplaced += texts
        elif texts:
            found.append(_recognised(header, row))
    for one in found[:1]:
        one.unplaced += header.above
    return found


def _titled(texts: list[str]) -> str:
    return next((titled[0] for text in texts if (titled := kind_titled(text))), "")


def _kind(texts: list[str], wanted: str, rows: list[list["Cell"]], path: Path) -> str:
    """Return the kind of which the headings are; empty where they are no headings of records at all."""
    told = [text for text in texts if not is_serial(text)]
    counts = {kind: _known(told, kind) for kind in ([wanted] if wanted else KINDS)}
    most = max(counts.values())
    items = max(sum(column_called(text, table) is not None for text in told) for table in COLUMNS)
    if most < FEWEST_HEADINGS or 2 * most <= len(told) or items >= most or not rows:
        return ""
    kinds = [kind for kind, count in counts.items() if count == most]
    firsts = [next(filter(None, map(text_of, row)), "") for row in rows]
    if any(form_heading(first, kind) for first in firsts for kind in kinds):
        return ""
    if len(kinds) > 1:
        raise ImpossibleError(
            Message(
                "{path}: a record stands in each row, and of which kind is not clear from {text}.",
                path=str(path),
                text=Several(told),
            ),
            Message("Say which it is with --kind plan, minutes, task or feedback."),
        )
    return kinds[0]


def _known(texts: list[str], kind: str) -> int:
    """Return how many different headings of a kind some texts are; none where one stands twice."""
    named = [name for text in texts if (name := row_heading(text, kind))]
    twice = [name for name in set(named) if named.count(name) > 1 and name not in JOINED]
    return 0 if twice else len(set(named))


def _recognised(header: Header, row: list["Cell"]) -> Recognised:
    found = Recognised(header.kind)
    for (name, heading), cell in zip(header.columns, row, strict=False):
        text = text_of(cell)
        if not text or counts_rows(heading, text):
            continue
        if name is None:
            found.unplaced.append(f"{heading}：{text}")
        elif name in JOINED and name in found.rows:
            found.rows[name] = [Part(f"{found.text(name)}{JOINED[name]}{text}")]
        else:
            found.rows[name] = list(cell)
    found.unplaced += [text for cell in row[len(header.columns) :] if (text := text_of(cell))]
    if contact := text_of(found.rows.pop("contact", [])):
        _place_contact(found, contact)
    return found


def _place_contact(found: Recognised, contact: str) -> None:
    """Write the contact person, who has a column of her own, behind her organisation, as the forms have it."""
    organisation = found.text("counterpart")
    if organisation and not re.search("[（(]", organisation):
        found.put("counterpart", f"{organisation}（{contact}）")
    else:
        found.unplaced.append(contact)
