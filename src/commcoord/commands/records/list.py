"""The records, by kind, step, scenario, person, department, counterpart or quarter."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.records.filters import Filter, plain_name
from commcoord.records.row import Row
from commcoord.records.vocabulary import KINDS, SCENARIOS, STATES
from commcoord.session import Session


def run(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="[plan|minutes|task|feedback]", help=_("only this kind"))
    ] = "",
    step: options.OnlyStep = "",
    scenario: options.OnlyScenario = "",
    who: Annotated[
        str, typer.Option("--who", "--person", metavar=_("NAME"), help=_("only what names this person"))
    ] = "",
    department: Annotated[
        str, typer.Option("--department", metavar=_("NAME"), help=_("only what concerns this department"))
    ] = "",
    counterpart: Annotated[
        str,
        typer.Option("--counterpart", metavar=_("TEXT"), help=_("only with this organisation or contact")),
    ] = "",
    quarter: Annotated[str, typer.Option("--quarter", metavar="2023Q4", help=_("only this quarter"))] = "",
    series: Annotated[str, typer.Option("--series", metavar=_("NAME"), help=_("only this series"))] = "",
    as_json: options.Json = False,
) -> None:
    """List the records, earliest first."""
    kind, step, scenario = map(options.one_called, (kind, step, scenario), (KINDS, STATES, SCENARIOS))
    wanted = Filter(kind, step, scenario, who, department, counterpart, options.quarter(quarter), series)
    session: Session = ctx.obj
    rows = [_as_json(one) for one in matching(session, wanted)]
    if as_json:
        session.console.answer_json(rows)
    else:
        print_rows(session, rows)


def matching(session: Session, wanted: Filter) -> list[Row]:
    """Return the records that pass a filter, by day, time and id."""
    found = filter(wanted.passes, session.register.rows)
    return sorted(found, key=lambda one: (one.date, one.start, one.id))


def _as_json(row: Row) -> dict[str, Any]:
    """Return a record as the contract has it in a list."""
    return {
        "id": row.id,
        "kind": row.kind,
        "title": row.title,
        "scenario": row.scenario,
        "step": row.step,
        "date": row.date,
        "owner": row.owner,
        "path": row.path,
        "open_items": row.open_items,
        "counterpart": row.organisation,
        "cancelled": row.cancelled,
    }


def print_rows(session: Session, rows: list[dict[str, Any]]) -> None:
    """Print records as aligned lines, and how many there are."""
    console = session.console
    table = [
        (
            row["id"],
            row["date"],
            _("cancelled") if row["cancelled"] else label(row["step"]),
            plain_name(row["owner"]),
            str(row["open_items"] or ""),
            row["title"],
        )
        for row in rows
    ]
    if table:
        console.answer_styled("\n".join(console.columns(table)))
    console.say(plural("{count} record", "{count} records", len(rows)), "faint")
