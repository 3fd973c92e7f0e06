"""A finished document, handed over: to a file, to a pipe, and only as far as it is text to a screen."""

import sys
from pathlib import Path

from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.messages import Message, _
from commcoord.session import Session


def hand_over(session: Session, document: str | bytes, output: str) -> None:
    """Write a document to a file or to stdout.

    Raises ImpossibleError where the file cannot be written, UsageError for bytes on a screen.
    """
    if output and output != "-":
        content = document.encode() if isinstance(document, str) else document
        try:
            Path(output).write_bytes(content)
        except OSError as error:
            raise ImpossibleError(
                Message("{path} cannot be written: {reason}.", path=output, reason=error.strerror or "")
            ) from error
        session.console.say(_("Written: {path}", path=output), "good")
    elif isinstance(document, str):
        session.console.answer_raw(document)
    elif session.console.on_terminal:
        raise UsageError(
            Message("This format is nothing for a screen."), Message("Name a file with -o FILE.")
        )
    else:
        sys.stdout.buffer.write(document)
