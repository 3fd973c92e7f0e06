"""A closed or blocked item is open again."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.commands.item_life import Entry, change_item, set_field
from commcoord.errors import UsageError
from commcoord.language.labels import named
from commcoord.language.messages import Message, _


def run(
    ctx: typer.Context,
    item: options.ItemName,
    because: Annotated[
        str, typer.Option("--because", metavar=_("REASON"), help=_("why it is open again"))
    ] = "",
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Open an item again; its log keeps that it was closed."""

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        _demand_shut(mapping)
        set_field(mapping, "status", "open")
        set_field(mapping, "done_on", None)
        set_field(mapping, "accepted", None)
        set_field(mapping, "needs", None)
        entry.note(note=because, status="open")

    change_item(ctx.obj, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)


def _demand_shut(mapping: dict[str, Any]) -> None:
    """Raise UsageError where an item is neither closed nor blocked: there is nothing to open."""
    status = str(mapping.get("status") or "open")
    if status in ("open", "doing"):
        raise UsageError(
            Message("{id} is {status}: neither closed nor blocked.", id=mapping["id"], status=named(status)),
            Message('Say how far it is with: commcoord progress {id} "…"', id=mapping["id"]),
        )
