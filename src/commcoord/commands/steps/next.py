"""Whatever step the record is at."""

from typing import Any

import typer

from commcoord.commands import answering, options
from commcoord.commands.walking import Override, take_step
from commcoord.errors import RefusedError
from commcoord.language.messages import Message


def run(
    ctx: typer.Context,
    record: options.RecordName,
    sets: options.Set = None,
    override: Override = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Do the step that the record is at."""
    found = ctx.obj.workspace.record(record)
    if found.step == "done":
        raise RefusedError(Message("{id} has passed all seven steps.", id=found.id))
    take_step(
        ctx.obj, found.id, found.step, sets or [], override=override, by=by, dry_run=dry_run, as_json=as_json
    )


def extra_options() -> list[Any]:
    """Return the options of all answers."""
    return list(answering.options_for())
