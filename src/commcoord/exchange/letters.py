"""Mails as Python's own library builds them: plain ASCII on the wire, headers that no record's text can break."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from commcoord.console import one_line

POLICY = SMTP.clone(cte_type="7bit")
"""Encoded for the oldest server; text in Chinese travels as base64."""

LONGEST_SUBJECT = 200


def letter(
    to: Iterable[Address],
    subject: str,
    text: str,
    html: str = "",
    *,
    at: datetime,
    cc: Iterable[Address] = (),
) -> EmailMessage:
    """Return a mail that an office program opens as a draft; who sends it is said when it is sent."""
    mail = EmailMessage(policy=POLICY)
    mail["Subject"] = one_line(subject)[:LONGEST_SUBJECT]
    mail["To"] = tuple(to)
    if copies := tuple(cc):
        mail["Cc"] = copies
    mail["Date"] = format_datetime(at)
    mail["X-Unsent"] = "1"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


def mailbox(letters: Sequence[EmailMessage]) -> str:
    """Return one mail as it is, several as a mailbox file (mbox): each after a line that begins with `From `."""
    if len(letters) == 1:
        return letters[0].as_bytes(policy=POLICY).decode("ascii")
    return "".join(_boxed(one) for one in letters)


def _boxed(one: EmailMessage) -> str:
    lines = one.as_bytes(policy=POLICY.clone(linesep="\n")).decode("ascii").split("\n")
    quoted = [f">{line}" if line.startswith("From ") else line for line in lines]
    date = one["Date"].datetime.strftime("%a %b %d %H:%M:%S %Y")
    return "\n".join([f"From commcoord@localhost {date}", *quoted, ""])
