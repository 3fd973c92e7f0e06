"""Give out records and items: Excel, CSV, JSON, calendar."""

from typing import Annotated

import typer

from commcoord.commands import options, typed
from commcoord.commands.lacking import say_unreadable
from commcoord.commands.output import put
from commcoord.errors import RefusedError
from commcoord.exchange.lists import Listing
from commcoord.exchange.writing import FORMATS, writer_of
from commcoord.language.messages import _, plural
from commcoord.records.filters import Filter
from commcoord.records.record import Record
from commcoord.records.vocabulary import AUDIENCES, SCENARIOS, STATES
from commcoord.render.audience import shown_to
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
    records = _allowed(session, _whole(session, wanted), audience)
    listing = Listing(records, session.workspace.view, audience)
    put(session, writer_of(to).written(listing, items=items), output)
    session.console.say(plural("{count} record", "{count} records", len(records)), "faint")
    say_unreadable(session)


def _whole(session: Session, wanted: Filter) -> list[Record]:
    """Return the records that pass a filter, with what they take from their plans."""
    view = session.workspace.view
    names = [name for (name,) in session.register.listed(wanted, "id")]
    return [view.effective(view.records[name]) for name in names if name in view.records]


def _allowed(session: Session, records: list[Record], audience: str) -> list[Record]:
    """Return the records as the audience may read them; those it may not read at all are left out and counted."""
    view, found = session.workspace.view, []
    for record in records:
        try:
            found.append(shown_to(audience, view.records[record.id], view).record)
        except RefusedError:
            continue
    if len(found) < len(records):
        left_out = len(records) - len(found)
        session.console.say(plural("{count} record left out", "{count} records left out", left_out), "faint")
    return found
