"""A record as the form of its kind: Markdown, HTML, Word, mail or calendar."""

from typing import Annotated

import typer

from commcoord.commands import options, typed
from commcoord.commands.last_look import refuse_leaks, tell_personal_numbers
from commcoord.commands.output import put
from commcoord.commands.unread import tell_unread
from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.records.vocabulary import AUDIENCES
from commcoord.render.composing import Composed, composed
from commcoord.render.registry import FORMATS, renderer_to
from commcoord.session import Session


def run(
    ctx: typer.Context,
    record: options.RecordName,
    to: Annotated[
        str, typer.Option("--to", metavar="md|html|docx|xlsx|eml|ics", help=_("the format of the document"))
    ] = "md",
    audience: options.Audience = "participants",
    output: options.Output = "",
) -> None:
    """Render a record as the form that people know."""
    session: Session = ctx.obj
    typed.demand_known((to, FORMATS), (audience, AUDIENCES))
    workspace = session.workspace
    source = workspace.find(record)
    assert source.record is not None  # find() has refused the others
    found = composed(source.record, workspace.near, audience)
    document = renderer_to(to).rendered(found, workspace.root / "templates")
    _look_again(session, found, document, audience)
    tell_unread(session, source)
    put(session, document, output)


def _look_again(session: Session, found: Composed, document: str | bytes, audience: str) -> None:
    """Raise RefusedError where what was left out is in the document; flag what belongs to persons."""
    text = found.form.text + (f"\n{document}" if isinstance(document, str) else "")
    refuse_leaks(text, found.left_out, audience)
    if found.left_out:
        session.console.say(
            _("Left out for {audience}: what is marked for a narrower circle.", audience=label(audience)),
            "faint",
        )
    if audience == "external":
        tell_personal_numbers(session, found.form.text)
