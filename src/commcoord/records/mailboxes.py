"""What a mail address of the directory has to look like."""

from commcoord.language.later import later

_ATOM = r"[A-Za-z0-9!#$%&*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
MAILBOX = later(rf"{_ATOM}(?:\.{_ATOM})*@(?:localhost|{_LABEL}(?:\.{_LABEL})+)")


def is_mailbox(text: str) -> bool:
    """Say whether a text is one plain address that mail can be sent to, `zhangwei@example.com`."""
    return MAILBOX.fullmatch(text.strip()) is not None
