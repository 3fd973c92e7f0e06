"""An item is no longer wanted, or a communication is called off, with the reason."""

from typing import Annotated, Any

import typer

from commcoord.commands import options, record_life
from commcoord.commands.item_life import Entry, change_item, demand_open, demand_words, set_field
from commcoord.language.messages import _


def run(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar=_("ITEM|ID"), help=_("an item, or a whole record"))],
    because: Annotated[str, typer.Option("--because", metavar=_("REASON"), help=_("why"))],
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Cancel an item or call a communication off."""
    session = ctx.obj
    demand_words("--because", because)
    if record_life.is_record(session, item):
        record_life.cancel(session, item, because, on=on, by=by, dry_run=dry_run, as_json=as_json)
        return

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        demand_open(mapping)
        set_field(mapping, "status", "cancelled")
        set_field(mapping, "needs", None)
        entry.note(note=because, status="cancelled")

    change_item(session, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)
