"""Faults in use: each class knows its exit code and carries the sentence that a user reads.

Faults in *records* are not errors but findings (values in a list); see `commcoord.rules`.
"""

from typing import ClassVar

from commcoord.language.messages import Message

INTERRUPTED = 130
"""The exit code of a program that was interrupted, as shells have it."""


def code_of(stop: BaseException | None) -> int:
    """Return the exit code of what was interrupted: that of the signal which ended it, or of Ctrl-C."""
    return getattr(stop, "code", INTERRUPTED)


class CommcoordError(Exception):
    """The ancestor of every error that reaches a user as one sentence instead of a traceback."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.english)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return str(self.message)


class RefusedError(CommcoordError):
    """The answer is no: findings, a shut gate, `--fail-on`."""

    exit_code = 1


class UsageError(CommcoordError):
    """Wrong use: an unknown id, a missing option, a value of the wrong form."""

    exit_code = 2


class ImpossibleError(CommcoordError):
    """It could not be done: an unreadable file, no repository, a lock, git, a conflict."""

    exit_code = 3
