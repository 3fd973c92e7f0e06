"""An item is done, with the evidence."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.commands.item_life import Entry, change_item, demand_open, set_field
from commcoord.language.messages import _


def run(
    ctx: typer.Context,
    item: options.ItemName,
    evidence: Annotated[
        str, typer.Option("--evidence", metavar=_("LINK"), help=_("what shows that it is done"))
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar=_("TEXT"), help=_("a word on how it ended"))] = "",
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Close an item: what was promised is done."""

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        demand_open(mapping)
        set_field(mapping, "status", "done")
        set_field(mapping, "needs", None)
        set_field(mapping, "evidence", evidence or mapping.get("evidence"))
        set_field(mapping, "done_on", entry["on"])
        entry.note(note=note, status="done")

    change_item(ctx.obj, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)
    if not evidence and not note:
        ctx.obj.console.say(
            _("Without evidence or a note nobody can see later that it was done (CC610)."), "warning"
        )
