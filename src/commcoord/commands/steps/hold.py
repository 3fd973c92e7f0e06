"""What was said, decided and promised, with every figure and date read back."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from commcoord.commands import answering, options
from commcoord.commands.walking import Override, take_step
from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, _


def run(
    ctx: typer.Context,
    record: options.RecordName,
    notes: Annotated[
        str,
        typer.Option(
            "--notes",
            metavar="FILE|-",
            help=_("quick notes to turn into topics, decisions, actions and facts"),
        ),
    ] = "",
    sets: options.Set = None,
    override: Override = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Take what was said, decided and promised."""
    prepared = _prepared(notes) if notes else None
    take_step(
        ctx.obj,
        record,
        "hold",
        sets or [],
        override=override,
        by=by,
        dry_run=dry_run,
        as_json=as_json,
        prepared=prepared,
    )


def extra_options() -> list[Any]:
    """Return the options of the answers that this step takes."""
    return list(answering.options_for("hold"))


def _prepared(name: str) -> Any:
    from commcoord.steps import notes

    content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImpossibleError(Message("{path} is not UTF-8 text.", path=name)) from error
    return lambda tree, setting: notes.write_notes(tree, text, setting)
