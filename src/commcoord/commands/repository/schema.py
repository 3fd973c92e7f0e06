"""The JSON Schema of a kind of record, for editors."""

from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.commands.typed import kind_called
from commcoord.language.messages import _
from commcoord.records.vocabulary import KINDS


def run(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="[plan|minutes|task|feedback|settings]", help=_("of which kind"))
    ] = "",
    as_json: options.Json = False,  # noqa: ARG001  asked for or not, a schema is JSON
) -> None:
    """Print the JSON Schema of a kind of record, or of all of them."""
    from commcoord.records.schemas import schema_of

    kind = kind_called(kind, "settings")
    ctx.obj.console.answer_json(
        schema_of(kind) if kind else {name: schema_of(name) for name in (*KINDS, "settings")}
    )
