"""The records that say something, from one Chinese character upwards."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.language.labels import field_label
from commcoord.language.messages import _, plural
from commcoord.records.searching import Hit
from commcoord.session import Session


def run(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help=_("all of them must stand in the record"))
    ],
    as_json: options.Json = False,
) -> None:
    """Find records by their words, best first, with the line that matches."""
    session: Session = ctx.obj
    hits = session.register.search(words)
    if as_json:
        session.console.answer_json([_json(hit) for hit in hits])
        return
    console = session.console
    if hits:
        rows = [(hit.id, hit.title, _found(hit)) for hit in hits]
        console.answer_styled("\n".join(console.columns(rows)))
    console.say(plural("{count} record", "{count} records", len(hits)), "faint")
    if not hits:
        raise typer.Exit(1)


def _found(hit: Hit) -> str:
    """Return the line that was found after what people call its field: of `actions.what`, the actions."""
    return _("{name}: {value}", name=field_label(hit.field.partition(".")[0]), value=hit.line)


def _json(hit: Hit) -> dict[str, Any]:
    return {"id": hit.id, **hit.shown, "path": hit.path, "field": hit.field, "line": hit.line}
