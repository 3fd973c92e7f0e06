"""A date that only those who were there understand: next Friday, by the end of the month, as soon as possible.

What: a relative or vague date in a decision, an action or a fact, without the date that it means. An action's own
    deadline is such a date, and so is a date beside the words: 下周五（10-27）.

Why: a week later nobody knows which Friday was meant, and as soon as possible has never been overdue.

Bad:
    decisions:
      - {id: d-5c7w, what: 下周五前定下首批门店, by: 张伟（市场部）}
    facts:
      - {id: f-8w2d, what: 10月27日前定下首批门店, confirmed_by: 王强, on: 2023-10-20}

Good:
    decisions:
      - {id: d-5c7w, what: 10月27日前定下首批门店, by: 张伟（市场部）}
    facts:
      - {id: f-8w2d, what: 10月27日前定下首批门店, confirmed_by: 王强, on: 2023-10-20}

Bad (en):
    facts:
      - {id: f-8w2d, what: "170,000 yuan, paid out next Friday", confirmed_by: Wang Qiang, on: 2023-10-20}

Good (en):
    facts:
      - {id: f-8w2d, what: "170,000 yuan, paid out on 2023-10-27", confirmed_by: Wang Qiang, on: 2023-10-20}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.language.wording import vague_dates
from commcoord.records.kinds import is_minutes
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.language.dates import Found
    from commcoord.records.parsing import Path
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC502"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find dates that mean nothing without the day on which they were said."""
    for path, item, found in _vague(record, view):
        yield _finding(record, path, item, found)


def vague(record: "Record", view: "View") -> Iterator[tuple["Path", "Found"]]:
    """Yield where such a phrase stands, and the phrase."""
    for path, _item, found in _vague(record, view):
        yield path, found


def _vague(record: "Record", view: "View") -> Iterator[tuple["Path", str, "Found"]]:
    is_workday = view.calendar.guessing().is_workday
    for path, text, item, dated in _texts(record):
        for found in vague_dates(text, record.date, is_workday) if text else ():
            if not dated or found.date is not None:
                yield path, item, found


def _texts(record: "Record") -> Iterator[tuple["Path", str, str, bool]]:
    """Yield where a text stands, the text, its item, and whether a deadline stands beside it.

    A deadline says when the action is done, so its own words need no date; a risk or a need may have another one.
    """
    for index, decision in enumerate(record.decisions if is_minutes(record) else []):
        yield ("decisions", index, "what"), decision.what or "", decision.id or "", False
    for index, fact in enumerate(record.facts):
        yield ("facts", index, "what"), fact.what or "", fact.id or "", False
    for one in promised(record):
        dated = one.item.due is not None
        if not dated:
            yield one.at("what"), one.item.what or "", one.id, dated
        yield one.at("risk"), one.item.risk or "", one.id, dated
        if one.item.needs:
            yield one.at("needs", "what"), one.item.needs.what or "", one.id, dated


def _finding(record: "Record", path: "Path", item: str, found: "Found") -> Finding:
    if found.date is None:
        return Finding(
            Message("“{words}” is no date: by which day?", words=found.text),
            path,
            _rewrite(record, path),
            item=item,
            hint=Message("Write the date in its place, or give the action a deadline."),
        )
    return Finding(
        Message(
            "“{words}” means nothing later: write {date}.", words=found.text, date=found.date.isoformat()
        ),
        path,
        _rewrite(record, path) if found.ambiguous else f"commcoord check --fix {record.path}",
        item=item,
        hint=Message("Counted from the day of the communication, {date}.", date=record.date.isoformat()),
    )


def _rewrite(record: "Record", path: "Path") -> str:
    return f'commcoord hold {record.id} --set {".".join(map(str, path))}="…"'
