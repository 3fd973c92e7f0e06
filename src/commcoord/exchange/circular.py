"""Minutes as a mail to everybody concerned: the form as text and as HTML, and nothing that is not for them."""

from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import RefusedError
from commcoord.exchange.letters import letter
from commcoord.language.messages import Message, Several, _
from commcoord.render import plain
from commcoord.render.leaks import leaked
from commcoord.render.to import html

if TYPE_CHECKING:
    from commcoord.render.composing import Composed


def circular(
    found: "Composed",
    to: Iterable[Address],
    now: datetime,
    *,
    correction: bool = False,
    company: Path | None = None,
) -> EmailMessage:
    """Return the mail; a correction says so in its subject.

    Raises RefusedError where what was left out for this audience stands elsewhere in the record all the same.
    """
    subject = f"{found.form.heading} {found.record.date} {found.form.title}"
    if correction:
        subject = _("Correction: {title}", title=subject)
    text, page = plain.rendered(found, company), html.rendered(found, company)
    if phrases := leaked(f"{subject}\n{text}\n{page}", found.left_out):
        raise RefusedError(
            Message(
                "This was left out, and yet stands elsewhere in the record: {phrases}",
                phrases=Several(Message("“{text}”", text=one) for one in phrases[:5]),
            ),
            Message("Reword it there, or mark that part with `audience:` too. Nothing was sent."),
        )
    return letter(to, subject, text, page, at=now)
