"""One record: what it says, what it takes from where, and what its gate lacks."""

import typer

from commcoord.commands import options, presenting


def run(ctx: typer.Context, record: options.RecordName, as_json: options.Json = False) -> None:
    """Show a record and what stands between it and the next step."""
    presenting.answer(ctx.obj, record=record, as_json=as_json)
