"""A word on how far an item is."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.commands.item_life import Entry, change_item, demand_open, demand_words, set_field
from commcoord.errors import UsageError
from commcoord.language.messages import Message, _


def run(
    ctx: typer.Context,
    item: options.ItemName,
    note: Annotated[list[str], typer.Argument(metavar=_("NOTE"), help=_("how far it is"))],
    status: Annotated[
        str, typer.Option("--status", metavar="open|doing", help=_("say that it is no longer blocked"))
    ] = "",
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Log progress; an open item becomes one that is being done, a blocked one stays blocked unless said."""
    if status not in ("", "open", "doing"):
        raise UsageError(
            Message("“{text}” is not open or doing.", text=status),
            Message("Close it with done or cancel, stop it with block."),
        )

    words = demand_words("NOTE", " ".join(note))

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        demand_open(mapping)
        became = status or ("doing" if mapping.get("status") in (None, "open") else "")
        entry.note(note=words, status=became)
        if became:
            set_field(mapping, "status", became)
            set_field(mapping, "needs", None)

    change_item(ctx.obj, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)
