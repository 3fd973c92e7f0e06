"""The records that say something, from one Chinese character upwards."""

from typing import Annotated

import typer

from commcoord.commands import finding, options
from commcoord.language.messages import _


def run(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar=_("WORDS…"), help=_("all of them must stand in the record"))
    ],
    as_json: options.Json = False,
) -> None:
    """Find records by their words, best first, with the line that matches."""
    if not finding.answer(ctx.obj, words=words, as_json=as_json):
        raise typer.Exit(1)
