"""Where everything stands: the records by step, and what is urgent."""

import typer

from commcoord.commands import options, standing


def run(ctx: typer.Context, as_json: options.Json = False) -> None:
    """Show how many records stand at which step, how many items are open or overdue, and which files cannot be read."""
    standing.answer(ctx.obj, as_json=as_json)
