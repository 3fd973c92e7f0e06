"""An item cannot go on, and what it needs of whom."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.commands.item_life import Entry, change_item, demand_open, demand_words, set_field
from commcoord.language.messages import _


def run(
    ctx: typer.Context,
    item: options.ItemName,
    because: Annotated[str, typer.Option("--because", metavar=_("WHAT"), help=_("what it waits for"))],
    of: Annotated[str, typer.Option("--of", metavar=_("WHOM"), help=_("who must give it"))],
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Say that an item is blocked, what it needs, and of whom."""
    demand_words("--because", because)
    demand_words("--of", of)

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        demand_open(mapping)
        set_field(mapping, "status", "blocked")
        set_field(mapping, "needs", {"what": because, "of": of})
        entry.note(note=because, status="blocked", needs={"what": because, "of": of})

    change_item(ctx.obj, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)
