"""What a typed word means: which of those that are known, and a complaint that names them where it is none."""

import re
from collections.abc import Sequence

from commcoord.errors import UsageError
from commcoord.language.labels import value_called, words_named
from commcoord.language.messages import Message, Several
from commcoord.records.vocabulary import KINDS

FORMATS = ("table", "json", "markdown", "ics", "eml")
FAILING = {
    "overdue": ("late",),
    "due": ("late", "today"),
    "any": ("late", "today", "soon", "info"),
}
"""Which severities make `--fail-on` fail."""


def one_of(word: str, *known: str) -> str:
    """Return a word that must be among some; raises UsageError with the known ones."""
    if word in known:
        return word
    raise UsageError(
        Message("“{text}” is not known here.", text=word),
        Message("Use one of {known}.", known=Several(known)),
    )


def one_called(typed: str, known: Sequence[str]) -> str:
    """Return which known value a typed word means, be it what people call it; nothing typed wants nothing.

    Raises UsageError with the known ones for any other word.
    """
    meant = value_called(typed, known) if typed else ""
    if meant is None:
        raise UsageError(Message("“{text}” is none of {known}.", text=typed, known=words_named(known)))
    return meant


def kind_called(typed: str, *others: str) -> str:
    """Return which kind of record a typed word means: what people call it, or the name of its form.

    Raises UsageError with the known ones, others among them, for any other word; nothing typed wants nothing.
    """
    if typed and value_called(typed, (*KINDS, *others)) is None:
        from commcoord.language.form_names import form_called  # hardly anybody asks by a form's name

        typed = form_called(typed) or typed
    return one_called(typed, (*KINDS, *others))


def demand_known(*typed_and_known: tuple[str, Sequence[str]]) -> None:
    """Raise UsageError for the first typed word that is none of those known; nothing typed is nothing wrong."""
    for typed, known in typed_and_known:
        if typed and typed not in known:
            raise UsageError(Message("“{text}” is none of {known}.", text=typed, known=Several(known)))


def quarter(typed: str) -> str:
    """Return a quarter as folders have it, `2023Q4`, also where it was typed as 2023-q4; UsageError for any other."""
    wanted = typed.strip().upper().replace("-", "")
    if wanted and re.fullmatch(r"\d{4}Q[1-4]", wanted) is None:
        raise UsageError(Message("“{text}” is no quarter.", text=typed))
    return wanted
