"""What was said, decided and promised, with every figure and date read back."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from commcoord.commands import answering, options
from commcoord.commands.typed_words import readable
from commcoord.commands.walking import Override, take_step
from commcoord.errors import ImpossibleError
from commcoord.exchange.containers import LARGEST_TEXT, content_of
from commcoord.language.messages import Message, _
from commcoord.session import Session
from commcoord.steps.setting import Setting


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
    prepared = partial(_take_notes, ctx.obj, notes) if notes else None
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


def _take_notes(session: Session, name: str, tree: dict[str, Any], setting: Setting) -> None:
    """Read quick notes, once the record is found that they are for, and write them into its tree."""
    from commcoord.steps import notes

    content = sys.stdin.buffer.read() if name == "-" else content_of(Path(name), LARGEST_TEXT)
    if name == "-":
        session.piped = readable(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImpossibleError(Message("{path} is not UTF-8 text.", path=name)) from error
    notes.write_notes(tree, text, setting)
