"""The morning on one screen: today's meetings, and what is late, due and soon for you."""

from typing import Annotated

import typer

from commcoord.commands import morning, options
from commcoord.language.messages import _


def run(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar=_("[NAME]"), help=_("whose morning; yours without it, by git's user"))
    ] = "",
    as_json: options.Json = False,
) -> None:
    """Show on one screen what a person has to do today."""
    morning.answer(ctx.obj, name=name, as_json=as_json)
