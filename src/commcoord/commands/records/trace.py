"""The whole chain of a record: what it comes from and what came of it."""

import typer

from commcoord.commands import options, tracing


def run(ctx: typer.Context, record: options.RecordName, as_json: options.Json = False) -> None:
    """Show the chain of a record both ways, plan to minutes to task, as a tree."""
    tracing.answer(ctx.obj, record=record, as_json=as_json)
