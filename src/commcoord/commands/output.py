"""Where a command puts what it made: a file that was named, or stdout."""

import sys
from pathlib import Path

from commcoord.errors import UsageError
from commcoord.language.messages import Message, _
from commcoord.session import Session
from commcoord.store.files import write_out


def put(session: Session, content: str | bytes, output: str, *, dry_run: bool = False) -> None:
    """Write to the file that `-o` named, or to stdout where it named none or `-`; talk about it on stderr.

    A rehearsal writes no file and says which it would be. Raises UsageError for a file of bytes on a screen,
    ImpossibleError where the file cannot be written.
    """
    if output and output != "-" and dry_run:
        tell_rehearsed(session, output)
    elif output and output != "-":
        write_out(Path(output), content.encode() if isinstance(content, str) else content)
        session.console.say(_("Written: {path}", path=output), "good")
    elif isinstance(content, str):
        session.console.answer_raw(content)
    elif session.console.on_terminal:
        raise UsageError(Message("This is no text for a screen."), Message("Name a file with -o FILE."))
    else:
        sys.stdout.buffer.write(content)


def tell_rehearsed(session: Session, output: str) -> None:
    """Say where a rehearsal would have written."""
    session.rehearsal_told = True
    session.console.say(_("This was a rehearsal: {path} is not written.", path=output), "warning")
