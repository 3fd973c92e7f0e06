"""A form as a mail: text and HTML, addressed to those whom it concerns, opened as a draft by office programs."""

from email.headerregistry import Address
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.exchange.addresses import reach
from commcoord.exchange.letters import letter, mailbox
from commcoord.records.roles import texts
from commcoord.render import plain
from commcoord.render.to import html

if TYPE_CHECKING:
    from commcoord.render.composing import Composed

CONCERNED = ("people.owner", "people.takes_part", "people.executes", "chair", "recorder", "attendees")
COPIES = ("people.informed", "cc")

NOBODY: tuple[tuple[Address, ...], tuple[Address, ...]] = ((), ())


def rendered(found: "Composed", company: Path | None = None) -> str:
    """Return the mail; outside, whoever sends it adds the address, since the directory holds our own only."""
    to, copies = _addresses(found) if found.audience != "external" else NOBODY
    mail = letter(
        to,
        f"{found.form.heading} {found.record.date} {found.form.title}",
        plain.rendered(found, company),
        html.rendered(found, company),
        at=found.view.now,
        cc=copies,
    )
    if not to:
        del mail["To"]
    mail.set_boundary(f"=_{found.form.id}")  # the same mail at any later day
    return mailbox([mail])


def _addresses(found: "Composed") -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    """Return whom it is for and who gets a copy; nobody gets it twice."""
    to = reach(texts(found.record, *CONCERNED), found.view.settings).found
    copies = reach(texts(found.record, *COPIES), found.view.settings).found
    return tuple(to.values()), tuple(one for address, one in copies.items() if address not in to)
