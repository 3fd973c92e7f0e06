"""A record as one of the four forms: Markdown, HTML, Word, mail or calendar."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.errors import ImpossibleError, RefusedError, UsageError
from commcoord.language.labels import label
from commcoord.language.messages import Message, Several, _
from commcoord.records.vocabulary import AUDIENCES
from commcoord.render.composing import Composed, composed
from commcoord.render.leaks import leaked, personal_numbers
from commcoord.render.registry import FORMATS, renderer_to
from commcoord.session import Session


def run(
    ctx: typer.Context,
    record: options.RecordName,
    to: Annotated[
        str, typer.Option("--to", metavar="md|html|docx|eml|ics", help=_("the format of the document"))
    ] = "md",
    audience: Annotated[
        str,
        typer.Option(
            "--audience",
            metavar="internal|participants|external",
            help=_("who will read it: parts marked for a narrower circle are left out"),
        ),
    ] = "participants",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar=_("FILE"), help=_("write to this file, not to stdout"))
    ] = "",
) -> None:
    """Render a record as the form that people know."""
    session: Session = ctx.obj
    for typed, known in ((to, FORMATS), (audience, AUDIENCES)):
        if typed not in known:
            raise UsageError(Message("“{text}” is none of {known}.", text=typed, known=", ".join(known)))
    workspace = session.workspace
    found = composed(workspace.record(record), workspace.view, audience)
    document = renderer_to(to).rendered(found, workspace.root / "templates")
    _look_again(session, found, document, audience)
    _hand_over(session, document, output)


def _look_again(session: Session, found: Composed, document: str | bytes, audience: str) -> None:
    """Raise RefusedError where what was left out is in the document; flag what belongs to persons."""
    text = found.form.text + (f"\n{document}" if isinstance(document, str) else "")
    phrases = leaked(text, found.left_out)
    if phrases:
        raise RefusedError(
            Message(
                "This was left out for {audience}, and yet stands elsewhere in the record: {phrases}",
                audience=Message(label(audience, "en")),
                phrases=Several(Message("“{text}”", text=one) for one in phrases[:5]),
            ),
            Message("Reword it there, or mark that part with `audience:` too. Nothing was rendered."),
        )
    if found.left_out:
        session.console.say(
            _("Left out for {audience}: what is marked for a narrower circle.", audience=label(audience)),
            "faint",
        )
    if audience == "external":
        for kind, last in personal_numbers(found.form.text):
            session.console.warn(
                _("Look before you send it: a {kind} {last} is in it.", kind=_(kind), last=last), "warning"
            )


def _hand_over(session: Session, document: str | bytes, output: str) -> None:
    if output and output != "-":
        content = document.encode() if isinstance(document, str) else document
        try:
            Path(output).write_bytes(content)
        except OSError as error:
            raise ImpossibleError(
                Message("{path} cannot be written: {reason}.", path=output, reason=error.strerror or "")
            ) from error
        session.console.say(_("Written: {path}", path=output), "good")
    elif isinstance(document, str):
        session.console.answer_raw(document)
    elif session.console.on_terminal:
        raise UsageError(
            Message("A Word file is nothing for a screen."), Message("Name a file with -o FILE.")
        )
    else:
        sys.stdout.buffer.write(document)
