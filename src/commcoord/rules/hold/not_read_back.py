"""A figure of a decision or action that nobody read back.

What: minutes or feedback: a date, amount, quantity or percentage in the words of a decision or action that no fact
    repeats. The deadline of an action needs no fact.

Why: one hears seven and the other eleven; a figure that was read back and confirmed is the same for both.

Bad:
    decisions:
      - {id: d-5c7w, what: 推广总预算17万元，门店体验占8万元, by: 张伟（市场部）}

Good:
    decisions:
      - {id: d-5c7w, what: 推广总预算17万元，门店体验占8万元, by: 张伟（市场部）}
    facts:
      - {id: f-8w2d, what: 总预算17万元，其中门店体验80000元, confirmed_by: 王强, on: 2023-10-20}

Bad (en):
    actions:
      - {id: a-3f9k, what: Submit the list of 8 shops, owner: Wang Qiang (Sales), due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Good (en):
    actions:
      - {id: a-3f9k, what: Submit the list of 8 shops, owner: Wang Qiang (Sales), due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}
    facts:
      - {id: f-8w2d, what: "170,000 yuan for the launch, in 8 shops", confirmed_by: Wang Qiang, on: 2023-10-20}
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from shlex import quote
from typing import TYPE_CHECKING

from commcoord.language.dates import dates_in, spelled
from commcoord.language.folding import folded
from commcoord.language.messages import Message
from commcoord.language.quantities import quantities_in, same
from commcoord.records.clocks import first_due
from commcoord.records.kinds import is_feedback, is_minutes
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.language.quantities import Quantity
    from commcoord.records.feedback import Feedback
    from commcoord.records.minutes import Minutes
    from commcoord.records.parsing import Path
    from commcoord.records.parts import Item
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC503"
SEVERITY = "warning"
READ_BACK = ("date", "amount", "quantity", "percent")


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find figures that no fact repeats, each once."""
    if not (is_minutes(record) or is_feedback(record)):
        return
    figures = partial(quantities_in, today=record.date, is_workday=view.calendar.guessing().is_workday)
    known: list[Quantity] | None = None
    for path, text, item, excused in _texts(record):
        for figure in figures(text):
            if figure.kind not in READ_BACK or figure.value in _said_by(excused):
                continue
            if known is None:
                known = [one for fact in record.facts for one in figures(fact.what or "")]
            if not any(same(figure, one) for one in known):
                known.append(figure)
                yield _finding(record, path, item, figure)


def _texts(record: "Minutes | Feedback") -> Iterator[tuple["Path", str, str, "Item | None"]]:
    """Yield where a text stands, the text, its id, and the item whose deadline says dates already."""
    for index, decision in enumerate(record.decisions if is_minutes(record) else []):
        if decision.what:
            yield ("decisions", index, "what"), decision.what, decision.id or "", None
    for one in promised(record):
        if one.item.what:
            yield one.at("what"), one.item.what, one.id, one.item


def _said_by(item: "Item | None") -> set[str]:
    """Return the dates that an item's deadline says."""
    return {str(day) for day in (item.due, first_due(item)) if day} if item else set()


def _written(figure: "Quantity", record: "Record") -> str:
    """Return a figure as a fact repeats it: 下周五 as its day, since a fact in such words means nothing later."""
    text = figure.text
    if figure.kind != "date" or not any(one.relative for one in dates_in(text, record.date)):
        return text
    chinese = "zh-Hans" if folded(text) == text else "zh-Hant"
    return spelled(date.fromisoformat(figure.value), "en" if text.isascii() else chinese)


def _finding(record: "Record", path: "Path", item: str, figure: "Quantity") -> Finding:
    return Finding(
        Message("{figure} was not read back: no fact repeats it.", figure=figure.text),
        path,
        f"commcoord hold {record.id} --fact {quote(f'… {_written(figure, record)} @…')}",
        Message("Read it back to the others and note who confirmed it."),
        item,
    )
