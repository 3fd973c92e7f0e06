"""Another deadline for an item, or another time for a communication, with the reason."""

from typing import Annotated, Any

import typer

from commcoord.commands import answering, options, record_life
from commcoord.commands.item_life import (
    Entry,
    change_item,
    day_of,
    demand_open,
    demand_words,
    say_unmoved,
    set_field,
    today_setting,
)
from commcoord.language.messages import _


def run(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar=_("ITEM|ID"), help=_("an item, or a whole record"))],
    until: Annotated[
        str, typer.Argument(metavar=_("DATE"), help=_("the new deadline, or the new time of a communication"))
    ],
    because: Annotated[str, typer.Option("--because", metavar=_("REASON"), help=_("why it moves"))],
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Move a deadline; the first one stays in the log and goes on counting."""
    session = ctx.obj
    demand_words("--because", because)
    if record_life.is_record(session, item):
        record_life.reschedule(session, item, until, because, on=on, by=by, dry_run=dry_run, as_json=as_json)
        return
    setting = today_setting(session, "minutes")
    due = day_of(until, setting).isoformat()

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        demand_open(mapping)
        if mapping.get("due") == due:
            say_unmoved(session, until, because)
            return
        entry.note(
            note=because,
            due={key: value for key, value in (("from", mapping.get("due")), ("to", due)) if value},
        )
        set_field(mapping, "due", due)

    change_item(session, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)
    answering.say_read_back(session, setting)
