"""Answers that are chosen from a list: shown with numbers, and typed as a number, a name or a part of one."""

import re
from collections.abc import Sequence

from commcoord.console import one_line
from commcoord.errors import UsageError
from commcoord.language.folding import folded
from commcoord.language.labels import choice_named, value_called
from commcoord.language.messages import Message
from commcoord.language.widths import padded, width
from commcoord.session import Session
from commcoord.steps.answer import Answer
from commcoord.steps.setting import Setting

COMMAS = re.compile("[，、,;；]")
NUMBERS = re.compile(r"\d+(\s+\d+)+")


def choices_of(answer: Answer, setting: Setting) -> Sequence[str]:
    """Return what can be chosen for an answer; nothing where any text will do and the directory is empty."""
    if answer.of == "people":
        return [
            f"{one.name}（{one.department}）" if one.department else one.name
            for one in setting.settings.people
        ]
    if answer.of == "departments":
        return setting.settings.departments
    if answer.of == "categories":
        return list(setting.settings.categories)
    return answer.choices


def show_choices(session: Session, answer: Answer, choices: Sequence[str]) -> None:
    """Show numbered choices in as few lines as fit, once a call: the directory does not change between questions."""
    name = answer.of or answer.option
    shown = session.given.setdefault("choices shown", set())
    if not choices or name in shown:
        return
    shown.add(name)
    cells = [f"{number:>2} {one_line(choice_named(choice))}" for number, choice in enumerate(choices, 1)]
    widest = max(width(cell) for cell in cells) + 3
    across = max(1, (session.console.width - 2) // widest)
    for start in range(0, len(cells), across):
        row = "".join(padded(cell, widest) for cell in cells[start : start + across])
        session.console.warn(f"  {row.rstrip()}", "faint")


def chosen(answer: Answer, line: str, setting: Setting) -> list[str]:
    """Return what a line means: a number or an unambiguous part of a choice is that choice, anything else itself.

    Raises UsageError with the text for a number that is not in the list, and for several where one is wanted.
    """
    choices = choices_of(answer, setting)
    parts = [one for part in COMMAS.split(line) for one in _numbers(part.strip()) if one]
    if not answer.many and not (len(parts) > 1 and choices and all(map(str.isdecimal, parts))):
        parts = [line.strip()] if line.strip() else []
    if len(parts) > 1 and not answer.many:
        raise UsageError(Message("Only one of them can be chosen here: {text}", text=line))
    return [_meant(answer, one, choices, setting.settings.departments) for one in parts]


def _numbers(part: str) -> list[str]:
    """Part numbers that only blanks part."""
    return part.split() if NUMBERS.fullmatch(part) else [part]


def _meant(answer: Answer, typed: str, choices: Sequence[str], departments: Sequence[str]) -> str:
    if typed.isdecimal() and choices:
        if 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1]
        raise UsageError(
            Message("The list has no number {text}; it ends at {last}.", text=typed, last=len(choices))
        )
    if not answer.of:
        return value_called(typed, choices) or typed
    alike = [choice for choice in choices if _is_part(folded(typed), folded(choice))]
    return alike[0] if len(alike) == 1 and typed not in departments else typed


def _is_part(typed: str, choice: str) -> bool:
    """Whether a text is part of a name; the department that stands in brackets behind it is none."""
    return typed in choice.partition("(")[0] or choice.startswith(typed)
