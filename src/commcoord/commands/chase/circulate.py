"""Send minutes to everybody concerned, and note the time.

Without --send, --eml or --sent it shows whom the mail would reach and what it says. What was changed after it was
sent goes out again to everybody, as a correction; else a repeat goes only to those who have not got it yet.
"""

from pathlib import Path
from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.commands.circulating import Round, next_round, note, send
from commcoord.commands.telling import tell_change
from commcoord.commands.typed import one_of
from commcoord.errors import ImpossibleError, RefusedError, UsageError
from commcoord.language.messages import Message, _, plural
from commcoord.records.vocabulary import AUDIENCES
from commcoord.session import Session


def run(
    ctx: typer.Context,
    record: options.RecordName,
    send_now: Annotated[
        bool, typer.Option("--send", help=_("send it, by the server of COMMCOORD_SMTP_HOST"))
    ] = False,
    eml: Annotated[
        str, typer.Option("--eml", metavar=_("FILE"), help=_("write the mail there, to send it yourself"))
    ] = "",
    sent: Annotated[bool, typer.Option("--sent", help=_("note that you sent it yourself, just now"))] = False,
    again: Annotated[bool, typer.Option("--again", help=_("to everybody, also who has it already"))] = False,
    audience: Annotated[
        str,
        typer.Option(
            "--audience",
            metavar="|".join(AUDIENCES),
            help=_("who will read it: parts marked for a narrower circle are left out"),
        ),
    ] = "participants",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Send minutes to everybody concerned, and note the time."""
    session: Session = ctx.obj
    if sum((send_now, bool(eml), sent)) > 1:
        raise UsageError(Message("Choose one of --send, --eml and --sent."))
    this = next_round(session, record, again=again, audience=one_of(audience, *AUDIENCES))
    if not as_json:
        _tell_missing(session, this)
    if not this.names:
        session.console.say(_("Everybody concerned has them, and nothing has changed since."), "good")
    elif eml and not dry_run:
        _write(session, this, eml)
    elif sent:
        change = note(session, this, this.names, dry_run=dry_run)
        if not (as_json and dry_run):
            tell_change(session, change, dry_run=dry_run)
    elif send_now and not dry_run:
        _send(session, this)
    elif not as_json:
        _preview(session, this)
    if as_json:
        session.console.answer_json(_as_json(this))


def _tell_missing(session: Session, this: Round) -> None:
    for name in this.missing:
        session.console.warn(_("No address is known for {who}.", who=name), "warning")


def _demand_addresses(this: Round) -> None:
    if not this.addresses:
        raise RefusedError(
            Message("The directory has no address of anybody concerned."),
            Message("Add email to the people in commcoord.yaml."),
        )


def _write(session: Session, this: Round, path: str) -> None:
    _demand_addresses(this)
    Path(path).write_bytes(bytes(this.mail(session)))
    session.console.say(_("Written: {path}", path=path), "good")
    session.console.say(
        _(
            "When you have sent it, note that with: {command}",
            command=f"commcoord circulate {this.record.id} --sent",
        ),
        "faint",
    )


def _send(session: Session, this: Round) -> None:
    _demand_addresses(this)
    refused = send(session, this)
    reached = len(this.addresses) - len(refused)
    session.console.say(
        plural("Sent to {count} person.", "Sent to {count} people.", reached), "good" if reached else None
    )
    if refused:
        said = ", ".join(f"{address} ({reason})" for address, reason in refused.items())
        raise ImpossibleError(
            Message("The mail server did not take: {addresses}", addresses=said),
            Message("The others have theirs; the same command tries only these again."),
        )


def _preview(session: Session, this: Round) -> None:
    mail = this.mail(session)
    session.console.answer(_("To: {names}", names=", ".join(str(one) for one in this.addresses)))
    session.console.answer(_("Subject: {subject}", subject=mail["Subject"]), "")
    text = mail.get_body(["plain"])
    assert text is not None  # every letter has one
    session.console.answer(*text.get_content().splitlines())
    session.console.say(
        _("Nothing is sent yet: --send sends it, --eml FILE writes it, --sent notes that you sent it."),
        "faint",
    )


def _as_json(this: Round) -> dict[str, object]:
    return {
        "record": this.record.id,
        "correction": this.correction,
        "to": [{"name": one.display_name, "address": one.addr_spec} for one in this.addresses],
        "missing": list(this.missing),
    }
