"""Give out records and items: Excel, CSV, JSON, calendar."""

from collections.abc import Sequence
from typing import Annotated

import typer

from commcoord.commands import options, typed
from commcoord.commands.lacking import say_unreadable
from commcoord.commands.last_look import refuse_leaks_of_many, tell_personal_numbers
from commcoord.commands.output import put
from commcoord.errors import RefusedError
from commcoord.exchange.lists import Listing
from commcoord.exchange.writing import FORMATS, writer_of
from commcoord.language.messages import _, plural
from commcoord.records.filters import Filter
from commcoord.records.record import Record
from commcoord.records.view import View
from commcoord.records.vocabulary import AUDIENCES, SCENARIOS, STATES
from commcoord.render.audience import Shown, shown_to
from commcoord.session import Session


def run(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="[plan|minutes|task|feedback]", help=_("only this kind"))
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="xlsx|csv|json|ics", help=_("the format of the file"))
    ] = "csv",
    items: Annotated[
        bool, typer.Option("--items", help=_("the actions, milestones and measures instead of the records"))
    ] = False,
    audience: options.Audience = "internal",
    step: options.OnlyStep = "",
    scenario: options.OnlyScenario = "",
    who: options.OnlyWho = "",
    department: options.OnlyDepartment = "",
    counterpart: options.OnlyCounterpart = "",
    quarter: options.OnlyQuarter = "",
    series: options.OnlySeries = "",
    output: options.Output = "",
    as_json: options.Json = False,
) -> None:
    """Write records, or their items, to one file."""
    to = "json" if as_json else to
    kind = typed.kind_called(kind)
    step, scenario = typed.one_called(step, STATES), typed.one_called(scenario, SCENARIOS)
    typed.demand_known((to, FORMATS), (audience, AUDIENCES))
    session: Session = ctx.obj
    wanted = Filter(kind, step, scenario, who, department, counterpart, typed.quarter(quarter), series)
    names = [name for (name,) in session.register.listed(wanted, "id")]
    view = _view(session, names)
    shown = _allowed(session, [view.records[name] for name in names if name in view.records], view, audience)
    listing = Listing([one.record for one in shown], view, audience)
    content = writer_of(to).written(listing, items=items)
    _look_again(session, shown, _text_of(listing, content, items=items), audience)
    put(session, content, output)
    session.console.say(plural("{count} record", "{count} records", len(shown)), "faint")
    say_unreadable(session)


def _view(session: Session, names: Sequence[str]) -> View:
    """Return a view of records and of those that they are linked to, which they may take something from."""
    files = session.workspace.files
    records = files.about("id", *names).records
    return files.about("id", *(link for name in names if name in records for link in records[name].links))


def _allowed(session: Session, records: list[Record], view: View, audience: str) -> list[Shown]:
    """Return the records as the audience may read them; those it may not read at all are left out and counted."""
    found = []
    for record in records:
        try:
            found.append(shown_to(audience, record, view))
        except RefusedError:
            continue
    if len(found) < len(records):
        left_out = len(records) - len(found)
        session.console.say(plural("{count} record left out", "{count} records left out", left_out), "faint")
    return found


def _text_of(listing: Listing, content: str | bytes, *, items: bool) -> str:
    """Return everything that is in a file: its cells, and as text what else a calendar tells; a workbook has both."""
    sheets = (items,) if isinstance(content, str) else (True, False)
    cells = [str(cell) for sheet in sheets for row in listing.rows(items=sheet) for cell in row]
    return "\n".join([*cells, content] if isinstance(content, str) else cells)


def _look_again(session: Session, shown: list[Shown], text: str, audience: str) -> None:
    """Raise RefusedError where what was left out of a record is in the file; flag what belongs to persons."""
    refuse_leaks_of_many(text, [(one.record.id, one.left_out) for one in shown], audience)
    if audience == "external":
        tell_personal_numbers(session, text)
