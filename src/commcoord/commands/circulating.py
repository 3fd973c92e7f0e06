"""What `circulate` does: whom minutes still have to reach, by which address, and what is noted once they have."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from commcoord.commands import answering
from commcoord.commands.last_look import tell_personal_numbers
from commcoord.errors import CommcoordError, ImpossibleError, RefusedError, UsageError
from commcoord.exchange import smtp
from commcoord.exchange.addresses import colleagues, reach
from commcoord.exchange.circular import circular
from commcoord.language.messages import Message
from commcoord.records import editing
from commcoord.records.concerned import concerned, not_reached
from commcoord.records.digest import digest
from commcoord.records.kinds import is_minutes
from commcoord.render.composing import composed
from commcoord.store.files import write_out

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.source import Source
    from commcoord.session import Session
    from commcoord.workspace import Change


@dataclass(frozen=True)
class Round:
    """One sending of minutes: to whom, by name, and whether it corrects what was sent before."""

    source: "Source"
    record: "Minutes"
    names: Sequence[str]
    correction: bool
    addresses: tuple[Address, ...]
    missing: Sequence[str]
    """The names for which the directory has no address."""

    concerned: bool
    """Whether the record names anybody whom it is to reach."""

    audience: str
    """The circle for which the mail is made; parts for a narrower one are left out."""

    def mail(self, session: "Session") -> EmailMessage:
        """Return the mail; raises RefusedError where the record, or a part of it, is not for that audience."""
        workspace = session.workspace
        found = self.source.record
        assert found is not None  # next_round() has looked at it
        form = composed(found, workspace.near, self.audience)
        templates = workspace.root / "templates"
        if self.audience == "external":
            tell_personal_numbers(session, form.form.text)
        return circular(form, self.addresses, workspace.now, correction=self.correction, company=templates)


def next_round(session: "Session", name: str, *, again: bool, audience: str = "participants") -> Round:
    """Return whom the minutes have to reach next: everybody at first and after a change, else who was left out.

    Raises UsageError for a record that is no minutes, RefusedError where it was called off.
    """
    workspace = session.workspace
    source = workspace.find(name)
    found = source.record
    assert found is not None  # find() has refused the others
    record = workspace.near.effective(found)
    if not is_minutes(record):
        raise UsageError(
            Message("{id} is no minutes; only minutes are circulated.", id=record.id),
            Message("See how it reads: commcoord render {id}", id=record.id),
        )
    if record.cancelled is not None:
        raise RefusedError(Message("{id} was called off; there is nothing to send.", id=record.id))
    correction = _changed_since(record)
    everybody = concerned(record, workspace.settings)
    names = (
        everybody if again or correction or not _was_sent(record) else not_reached(record, workspace.settings)
    )
    found_addresses = reach(names, workspace.settings)
    return Round(
        source,
        record,
        names,
        correction,
        found_addresses.addresses,
        found_addresses.missing,
        bool(everybody),
        audience,
    )


def _was_sent(record: "Minutes") -> bool:
    return record.circulated is not None and bool(record.circulated.at or record.circulated.to)


def _changed_since(record: "Minutes") -> bool:
    sent = record.circulated
    return sent is not None and sent.digest is not None and sent.digest != digest(record)


def send(session: "Session", this: Round) -> dict[str, str]:
    """Send the mail and note whom it reached; return the addresses that the server did not take, with its words.

    Raises ImpossibleError, and notes nothing, where the mail did not go out.
    """
    server = _server(this)
    note(session, this, this.names, dry_run=True)  # what cannot be noted must not be sent
    mail = this.mail(session)
    with smtp.connected(server) as post:
        refused = post.send(mail)
    if taken := reached(session, this, refused):
        try:
            note(session, this, taken)
        except CommcoordError as error:
            raise ImpossibleError(
                Message("The mail is out, but that could not be noted: {reason}", reason=error.message),
                _late(this),
            ) from error
    return refused


def _server(this: Round) -> smtp.Server:
    """Return the mail server; raises UsageError, with the way that needs none, where it is not set up."""
    try:
        return smtp.server_from(os.environ)
    except UsageError as error:
        raise UsageError(
            error.message,
            Message(
                "{hint}; or write the mail for your own mail program: commcoord circulate {id} --eml FILE",
                hint=error.hint or "",
                id=this.record.id,
            ),
        ) from error


def write(session: "Session", this: Round, path: Path, *, draft: bool) -> list[str]:
    """Write the mail to a file and, if it is no draft, note it as sent; return the names of whom it was noted for.

    Raises ImpossibleError, and notes nothing, where the mail cannot be written.
    """
    names = [] if draft else reached(session, this)
    if names:
        note(session, this, names, dry_run=True)  # what cannot be noted must not be sent
    write_out(path, bytes(this.mail(session)))
    if names:
        try:
            note(session, this, names)
        except CommcoordError as error:
            raise ImpossibleError(
                Message("The mail is written, but that could not be noted: {reason}", reason=error.message),
                _late(this),
            ) from error
    return names


def _late(this: Round) -> Message:
    return Message("Note it with: commcoord circulate {id} --sent", id=this.record.id)


def reached(session: "Session", this: Round, refused: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """Return the names all of whose people the mail reaches, where a server refused some addresses."""
    return [name for name in this.names if _taken(name, refused, session)]


def _taken(name: str, refused: Mapping[str, str], session: "Session") -> bool:
    """Whether everybody whom a name means has an address, and the server took it."""
    settings = session.workspace.settings
    reached = reach([name], settings)
    failed = {address.casefold() for address in refused}
    return bool(colleagues(name, settings)) and not reached.missing and not failed & set(reached.found)


def note(session: "Session", this: Round, names: Sequence[str], *, dry_run: bool = False) -> "Change":
    """Write into the record that it was sent to these; the first time stays, a correction has its own."""
    tree = session.workspace.editable(this.source)
    now = session.workspace.now.strftime("%Y-%m-%d %H:%M")
    # As the file has it now: others may have noted somebody while the mail was on its way.
    present = answering.checked_source(this.source.path, tree, this.source).record
    before = present.circulated if present is not None and is_minutes(present) else None
    told = list(before.to) if before is not None and not this.correction else []
    changes = {
        "circulated.at": str(before.at) if before is not None and before.at else now,
        "circulated.to": [*told, *(name for name in names if name not in told)],
        "circulated.by": "email",
        "circulated.digest": digest(this.record),
        "circulated.corrected": now if this.correction else None,
    }
    for field, value in changes.items():
        if value is not None:
            editing.put(tree, "Minutes", field, value)
    answering.checked_source(this.source.path, tree, this.source)
    return session.workspace.save(this.source.path, tree, dry_run=dry_run)
