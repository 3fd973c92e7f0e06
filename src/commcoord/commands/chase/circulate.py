"""Send minutes to everybody concerned, and note the time.

Without --send, --eml or --sent it shows whom the mail would reach and what it says. --eml writes the mail to a file and
notes it as sent: send the file at once. With --draft it is only written; --sent notes the sending later. What was
changed after it was sent goes out again to everybody, as a correction; else a repeat goes only to those who have not
got it yet.
"""

from pathlib import Path
from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.commands.circulating import Round, next_round, note, reached, send, write
from commcoord.commands.telling import tell_change
from commcoord.commands.typed import one_of
from commcoord.errors import ImpossibleError, RefusedError, UsageError
from commcoord.language.messages import Message, Several, _, plural
from commcoord.records.vocabulary import AUDIENCES
from commcoord.session import Session


def run(
    ctx: typer.Context,
    record: options.RecordName,
    send_now: Annotated[
        bool, typer.Option("--send", help=_("send it, by the server of COMMCOORD_SMTP_HOST"))
    ] = False,
    eml: Annotated[
        str,
        typer.Option(
            "--eml",
            metavar=_("FILE"),
            help=_("write the mail there, to send it yourself now; it is noted as sent"),
        ),
    ] = "",
    draft: Annotated[
        bool, typer.Option("--draft", help=_("with --eml: only write it, and note nothing"))
    ] = False,
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
    _demand_one_way(eml, send_now=send_now, sent=sent, draft=draft)
    this = next_round(session, record, again=again, audience=one_of(audience, *AUDIENCES))
    if not as_json:
        _tell_missing(session, this)
    diff = ""
    if not this.names:
        _tell_done(session, this)
    elif dry_run and not draft and (eml or send_now or sent):
        diff = _rehearsed(session, this, sent=sent)
    elif dry_run or not (eml or send_now or sent):
        _preview(session, this, as_json=as_json)
    else:
        _do(session, this, eml, draft=draft, sent=sent)
    if as_json:
        session.console.answer_json(_as_json(this) | ({"diff": diff} if dry_run else {}))
    else:
        session.console.answer_raw(diff)


def _tell_done(session: Session, this: Round) -> None:
    """Say why there is nobody to send it to."""
    if this.concerned:
        session.console.say(_("Everybody concerned has them, and nothing has changed since."), "good")
        return
    naming = f'commcoord hold {this.record.id} --attendee "…"'
    session.console.say(
        _("The minutes name nobody whom they are to reach: {command}", command=naming), "warning"
    )


def _do(session: Session, this: Round, eml: str, *, draft: bool, sent: bool) -> None:
    if eml:
        _write(session, this, eml, draft=draft)
    elif sent:
        tell_change(session, note(session, this, this.names), dry_run=False)
    else:
        _send(session, this)


def _demand_one_way(eml: str, *, send_now: bool, sent: bool, draft: bool) -> None:
    if sum((send_now, bool(eml), sent)) > 1:
        raise UsageError(Message("Choose one of --send, --eml and --sent."))
    if draft and not eml:
        raise UsageError(Message("--draft goes with --eml FILE."))


def _tell_missing(session: Session, this: Round) -> None:
    for name in this.missing:
        session.console.warn(_("No address is known for {who}.", who=name), "warning")


def _demand_addresses(this: Round) -> None:
    if not this.addresses:
        raise RefusedError(
            Message("The directory has no address of anybody concerned."),
            Message("Add email to the people in commcoord.yaml."),
        )


def _rehearsed(session: Session, this: Round, *, sent: bool) -> str:
    """Return what would change in the record; raises what would keep the mail from being made."""
    if sent:
        return note(session, this, this.names, dry_run=True).diff
    _demand_addresses(this)
    this.mail(session)
    names = reached(session, this)
    return note(session, this, names, dry_run=True).diff if names else ""


def _write(session: Session, this: Round, path: str, *, draft: bool) -> None:
    _demand_addresses(this)
    names = write(session, this, Path(path), draft=draft)
    session.console.say(_("Written: {path}", path=path), "good")
    if names:
        session.console.say(
            _(
                "Noted as sent at {time} to {who}: send the file now.",
                time=f"{session.workspace.now:%Y-%m-%d %H:%M}",
                who=Several(names),
            ),
            "warning",
        )
    else:
        again = f"commcoord circulate {this.record.id} --sent"
        session.console.say(_("When you have sent it, note that with: {command}", command=again), "faint")


def _send(session: Session, this: Round) -> None:
    _demand_addresses(this)
    refused = send(session, this)
    reached = len(this.addresses) - len(refused)
    session.console.say(
        plural("Sent to {count} person.", "Sent to {count} people.", reached), "good" if reached else None
    )
    if refused:
        said = Several(f"{address} ({reason})" for address, reason in refused.items())
        raise ImpossibleError(
            Message("The mail server did not take: {addresses}", addresses=said),
            Message("The others have theirs; the same command tries only these again."),
        )


def _preview(session: Session, this: Round, *, as_json: bool) -> None:
    if as_json:
        return
    mail = this.mail(session)
    session.console.answer(_("To: {names}", names=", ".join(str(one) for one in this.addresses)))
    session.console.answer(_("Subject: {subject}", subject=mail["Subject"]), "")
    text = mail.get_body(["plain"])
    assert text is not None  # every letter has one
    session.console.answer(*text.get_content().splitlines())
    session.console.say(
        _(
            "Nothing is sent yet, and nothing noted: “{send}” sends it, “{note}” notes that you sent it yourself "
            "(--eml FILE writes it for that).",
            send=f"commcoord circulate {this.record.id} --send",
            note=f"commcoord circulate {this.record.id} --sent",
        ),
        "warning",
    )


def _as_json(this: Round) -> dict[str, object]:
    return {
        "record": this.record.id,
        "correction": this.correction,
        "to": [{"name": one.display_name, "address": one.addr_spec} for one in this.addresses],
        "missing": list(this.missing),
    }
