"""What can be answered to a step: by an option in a pipe, by a question on a terminal, into one field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from commcoord.records.vocabulary import KINDS
from commcoord.steps import forms
from commcoord.steps.setting import Setting

Form = Callable[[str, Setting], Any]
"""Turns typed text into the value of a field; raises UsageError with the text where it cannot."""


@dataclass(frozen=True)
class Answer:
    """One thing that can be answered. Texts are marked for the catalogues and said when shown."""

    option: str
    field: str
    help: str
    question: str = ""
    """What is asked on a terminal; empty where only an option says it."""
    form: Form = forms.text
    many: bool = False
    kinds: Sequence[str] = KINDS
    choices: Sequence[str] = ()
    of: str = ""
    """Where choices come from the directory: `people` or `departments`."""
    flag: bool | None = None
    """For a pair of flags, the value that this option sets."""
    required: bool = False
    """Whether no record can be without it."""

    @property
    def name(self) -> str:
        """The option as a parameter is called."""
        return "answer_" + self.option.lstrip("-").replace("-", "_")
