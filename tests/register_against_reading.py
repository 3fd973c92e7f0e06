"""What the register answers, put beside what a full read of the same files answers."""

import re
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from commcoord.asked_files import AskedFiles
from commcoord.chase.attention import attentions
from commcoord.nearby import Nearby
from commcoord.overview import overview
from commcoord.records.ids import quarter_of
from commcoord.records.naming import called, items_in
from commcoord.records.pages import kept, page_of
from commcoord.records.row import row_of
from commcoord.records.searching import Shelf, search
from commcoord.records.source import Source
from commcoord.records.view import View
from commcoord.register import Register
from commcoord.review.grouping import BY, statistics
from commcoord.review.period import quarter_with, span_of_days
from commcoord.review.report import review_of
from commcoord.review.scope import Scope
from commcoord.steps.gate import gate_of
from commcoord.store.scanning import walk_order
from commcoord.store.scouting import Scout
from commcoord.workspace import Workspace

WORDS = (["物流"], ["a"], ["minutes", "2023"], ["会"], ["无此词语"])


def clock_at(text: str):
    """Return the clock of a call with `--as-of`."""
    return lambda zone: datetime.fromisoformat(text).replace(tzinfo=zone)


def shown_by(register: Register) -> list[Any]:
    """Return what is shown of every record, each by the files that concern it alone."""
    readable = [path for _id, _title, path in register.named() if path not in register.unreadable]
    found = []
    for path in readable:
        files = AskedFiles.by(register)
        source = files.find(str(register.root / path))
        found.append(shown(source, Nearby(files).as_view, files.path_of(source.id)))
    return found


def tried_by(register: Register) -> list[Any]:
    """Return what the gates say of every record that is changed and not written yet, by files that concern it."""
    readable = [path for _id, _title, path in register.named() if path not in register.unreadable]
    files = AskedFiles.by(register)
    return [tried(files.find(str(register.root / path)), Nearby(files).as_view) for path in readable]


QUESTIONS: dict[str, Callable[[Register], Any]] = {
    "rows": lambda register: sorted(register.rows, key=str),
    "standing": lambda register: sorted(register.standing(*around(register.now)), key=str),
    "chase": lambda register: [repr(one) for one in register.attentions()],
    "ahead": lambda register: [repr(one) for one in register.attentions(within=40)],
    "search": lambda register: [found_by(register.search(words)) for words in WORDS],
    "named": lambda register: register.named(),
    "unreadable": lambda register: register.unreadable,
    "shown": shown_by,
    "tried": tried_by,
    "items": lambda register: [called(name, register.items_meant(name)) for name in names_in(register.root)],
    "taken": lambda register: [register.is_taken(name) for name in names_in(register.root)],
}


def by_register(root: Path, now: str) -> dict[str, Any]:
    """Return what the register says."""
    with closing(Register(root, clock_at(now))) as register:
        return {name: question(register) for name, question in QUESTIONS.items()}


def on_trust(root: Path, now: str) -> dict[str, Any]:
    """Return what a register says that is asked while a scout looks, each question of one of its own."""
    return {name: _on_trust(root, now, question) for name, question in QUESTIONS.items()}


def _on_trust(root: Path, now: str, question: Callable[[Register], Any]) -> Any:
    scout = Scout(str(root)) if sys.platform == "linux" else None
    try:
        with closing(Register(root, clock_at(now), scout=scout)) as register:
            return question(register)
    finally:
        if scout is not None:
            scout.dismiss()


def by_overview(root: Path, now: str) -> dict[str, Any]:
    """Return what is counted through the index."""
    register = Register(root, clock_at(now), timeless=True)
    try:
        return by_view(overview(register, Workspace.open(root, clock_at(now)), date(2023, 10, 12)))
    finally:
        register.close()


def by_reading(root: Path, now: str) -> dict[str, Any]:
    """Return what all files say, read one by one."""
    workspace = Workspace.open(root, clock_at(now))
    view, sources = workspace.view, workspace.sources
    first, last = map(str, around(view.now))
    paths = {one.id: one.path for one in reversed(sources)}
    names = names_in(root)
    all_items = [item for one in sources for item in items_in(one)]
    taken = {name for one in sources for name, _place in one.ids()}
    pages = [kept(page_of(one.id, one.path, one.tree)) for one in sources]
    shelves = [Shelf(words, page, [len(words)], [len(page)]) for words, page in pages]
    return {
        **by_view(view),
        "rows": rows_of(view),
        "standing": [one for one in rows_of(view.replayed) if first <= one.date <= last],
        "chase": [repr(one) for one in attentions(view)],
        "ahead": [repr(one) for one in attentions(view, within=40)],
        "search": [found_by(search(words, shelves, lambda hit: walk_order(hit.path))) for words in WORDS],
        "named": [(one.id, str(one.tree.get("title") or ""), one.path) for one in sources],
        "unreadable": [one.path for one in sources if one.record is None],
        "shown": [shown(one, view, paths[one.id]) for one in sources if one.record is not None],
        "tried": [tried(one, view) for one in sources if one.record is not None],
        "items": [called(name, all_items) for name in names],
        "taken": [name in taken for name in names],
    }


def around(now: datetime) -> tuple[date, date]:
    """Return the days before and after which nobody asks."""
    return now.date() - timedelta(days=30), now.date() + timedelta(days=20)


def by_view(view: View) -> dict[str, Any]:
    """Return what is counted through a view of all records."""
    scope = Scope(view.replayed, span_of_days(date.min, date.max))
    return {
        "review": review_of(view.replayed, quarter_with(view.today)).as_json(),
        "stats": [statistics(scope, by) for by in BY],
    }


def found_by(hits):
    """Return what an answer shows of hits."""
    return [(hit.id, hit.path, hit.shown, hit.field, hit.line, hit.weight) for hit in hits]


def shown(source: Source, view: View, path: str) -> Any:
    """Return what is told of a record, and what some gates lack."""
    record = source.record
    gates = [gate_of(record, step, view) for step in ("hold", "archive")]
    parts = [
        [one.id for one in some(record)] for some in (view.linked, view.backlinks, view.earlier_in_series)
    ]
    items = [one.id for one in view.left_over(record)]
    return source.path, path, repr(view.effective(record)), view.inherited(record), parts, items, repr(gates)


def tried(source: Source, view: View) -> Any:
    """Return what gates lack of a record that has another category, lost its links and moved half a year."""
    record = source.record
    changes = {"links": [], "date": record.date - timedelta(days=180)}
    changed = source.with_record(record.model_copy(update=changes))
    there = view.with_source(changed)
    items = [one.id for one in there.left_over(changed.record)]
    return (
        items,
        there.categories_in(quarter_of(record.date)),
        repr(gate_of(changed.record, "archive", there)),
    )


def names_in(root: Path) -> list[str]:
    """Return what somebody may call items by: words, and ids of this repository and parts of them."""
    texts = [path.read_bytes() for path in sorted(root.glob("records/*/*/*.yaml"))]
    ids = sorted({name.decode() for text in texts for name in re.findall(rb"\b[amrdf]-[0-9a-z]{4,}", text)})
    parts = [part for name in ids[:12] for part in (name, name[2:], name[:3], name[2:4])]
    return ["", "a", "的", "物流", "a b", "第 行动", "無此詞語", *parts]


def rows_of(view: View):
    """Return the rows of a view, in any order."""
    found = [
        row_of(one.record, view.effective(one.record), one.path, view.settings)
        for one in view.sources
        if one.record is not None and view.records[one.record.id] is one.record
    ]
    return sorted(found, key=str)


def differences(root: Path, now: str, *, trusting: bool = False) -> dict[str, tuple[Any, Any]]:
    """Return the answers that differ, with both sides; the first question may be asked before the files were seen."""
    register = (on_trust if trusting else by_register)(root, now) | by_overview(root, now)
    reading = by_reading(root, now)
    return {name: (register[name], reading[name]) for name in reading if register[name] != reading[name]}
