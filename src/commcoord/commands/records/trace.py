"""The whole chain of a record: what it comes from and what came of it."""

from collections.abc import Callable

import typer

from commcoord.commands import options
from commcoord.console import one_line
from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.records.record import Record
from commcoord.records.view import View
from commcoord.session import Session


def run(ctx: typer.Context, record: options.RecordName, as_json: options.Json = False) -> None:
    """Show the chain of a record both ways, plan to minutes to task, as a tree."""
    session: Session = ctx.obj
    view = session.workspace.view
    start = session.workspace.record(record)
    chain = _chain(start, view)
    if as_json:
        rows = [
            {
                "id": one.id,
                "kind": one.kind,
                "title": one.title,
                "step": one.step,
                "date": one.date.isoformat(),
                "links": one.links,
            }
            for one in sorted(chain.values(), key=lambda one: (one.date, one.id))
        ]
        session.console.answer_json({"record": start.id, "chain": rows})
        return
    roots = [one for one in chain.values() if not any(link in chain for link in one.links)]
    shown: set[str] = set()
    for root in sorted(roots, key=lambda one: (one.date, one.id)) or [start]:
        _print_tree(session, root, view, start, shown, "")


def _chain(start: Record, view: View) -> dict[str, Record]:
    """Return everything that is reached by going back and forth from a record, cycles and all."""
    found: dict[str, Record] = {}

    def gather(record: Record, neighbours: Callable[[Record], list[Record]]) -> None:
        waiting = [record]
        while waiting:
            one = waiting.pop()
            for near in neighbours(one):
                if near.id not in found:
                    found[near.id] = near
                    waiting.append(near)

    found[start.id] = start
    gather(start, view.linked)
    for origin in list(found.values()):
        gather(origin, view.backlinks)
    return found


def _print_tree(
    session: Session, record: Record, view: View, start: Record, shown: set[str], indent: str
) -> None:
    mark = (
        "▸ " if record.id == start.id and session.console.fits("▸") else "> " if record.id == start.id else ""
    )
    state = _("cancelled") if record.cancelled else label(record.step)
    again = " …" if record.id in shown and view.backlinks(record) else ""
    session.console.answer(
        f"{indent}{mark}{record.id}  {one_line(record.title)}  [{state}, {record.date}]{again}"
    )
    if record.id in shown:
        return
    shown.add(record.id)
    for child in sorted(view.backlinks(record), key=lambda one: (one.date, one.id)):
        _print_tree(session, child, view, start, shown, f"{indent}  ")
