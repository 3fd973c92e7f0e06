"""The records, by kind, step, scenario, person, department, counterpart or quarter."""

from typing import Annotated

import typer

from commcoord.commands import listing, options
from commcoord.language.messages import _


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
    listing.answer(
        ctx.obj,
        kind=kind,
        step=step,
        scenario=scenario,
        who=who,
        department=department,
        counterpart=counterpart,
        quarter=quarter,
        series=series,
        as_json=as_json,
    )
