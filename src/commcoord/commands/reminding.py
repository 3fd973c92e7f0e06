"""Mails to everybody concerned: each person's part, each thing once a day, and what was sent noted at once."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address

from commcoord.chase.attention import Attention
from commcoord.errors import ImpossibleError
from commcoord.exchange import smtp
from commcoord.exchange.chase_mail import parts_by_address, reminder
from commcoord.language.messages import Message, Several, _, plural
from commcoord.language.names import same_person
from commcoord.session import Session
from commcoord.store.reminded import Reminders


@dataclass(frozen=True)
class Part:
    """What one person is to be reminded of."""

    address: Address
    things: Sequence[Attention]

    @property
    def whom(self) -> str:
        """What the memory knows the person by."""
        return self.address.addr_spec.casefold()


def mail_everybody(
    session: Session, found: Sequence[Attention], *, who: str, again: bool, dry_run: bool
) -> None:
    """Mail everybody, or one person, what concerns them and they were not reminded of today.

    Raises UsageError without a mail server, ImpossibleError where one or more mails did not go out.
    """
    console, workspace = session.console, session.workspace
    everything, homeless = parts_by_address(found, workspace.settings)
    wanted = [
        Part(address, part)
        for address, part in everything
        if not who or same_person(address.display_name, who)
    ]
    for name in homeless if not who else []:
        console.warn(_("No address is known for {who}: their part is in nobody's mail.", who=name), "warning")
    memory = Reminders(workspace.root)
    parts = wanted if again else _not_yet(wanted, memory, session)
    if dry_run:
        for part in parts:
            console.answer(f"{part.address}\t{len(part.things)}")
        return
    if not parts:
        console.say(_("Everybody was reminded today already."))
        return
    _send(session, parts, memory)


def _not_yet(parts: Sequence[Part], memory: Reminders, session: Session) -> list[Part]:
    today = session.workspace.now.date()
    left = [
        Part(part.address, [one for one in part.things if not memory.reminded(part.whom, one.key, today)])
        for part in parts
    ]
    return [part for part in left if part.things]


def _send(session: Session, parts: Sequence[Part], memory: Reminders) -> None:
    """Send mail by mail; what the server took is remembered before the next one goes."""
    today, sent, refused = session.workspace.now.date(), 0, []
    memory.note("", [], today)  # a memory that cannot be written is found out before anybody gets a mail
    with smtp.connected(smtp.server_from(os.environ)) as post:
        try:
            for part in parts:
                answer = post.send(reminder(part.address, part.things, session.workspace.now))
                if answer:
                    refused += [f"{address} ({said})" for address, said in answer.items()]
                else:
                    memory.note(part.whom, [one.key for one in part.things], today)
                    sent += 1
        finally:
            session.console.say(
                plural("{count} mail sent.", "{count} mails sent.", sent), "good" if sent else None
            )
    if refused:
        raise ImpossibleError(
            Message("The mail server did not take: {addresses}", addresses=Several(refused)),
            Message("The others have theirs; the same command tries only these again."),
        )
