"""What makes a list less than certain: files that cannot be read."""

from commcoord.language.messages import plural
from commcoord.session import Session


def say_unreadable(session: Session) -> None:
    """Tell how many files cannot be read, and what names them."""
    unreadable = len(session.register.unreadable)
    if unreadable:
        session.console.warn(
            plural(
                "{count} file cannot be read, so the list may lack something: commcoord check",
                "{count} files cannot be read, so the list may lack something: commcoord check",
                unreadable,
            ),
            "warning",
        )
