"""Questions on a terminal, one at a time: what cannot be used is asked again, and an interrupt loses nothing."""

import shlex
from collections.abc import Callable, Iterable, Mapping

from commcoord.commands.choosing import choices_of, chosen, show_choices
from commcoord.commands.prompting import line_typed, said_yes_or_no
from commcoord.console import one_line, talk
from commcoord.errors import CommcoordError, UsageError, code_of
from commcoord.language.labels import words_named
from commcoord.language.messages import Message, _
from commcoord.session import Session
from commcoord.steps.answer import Answer
from commcoord.steps.answers import all_answers
from commcoord.steps.setting import Setting

Given = list[tuple[Answer, list[str]]]
Before = Callable[[Answer, Given], None]
"""Called before each question with what was answered until then."""


class Kept(str):
    """A default that the record says already: Enter leaves it as it is."""

    __slots__ = ()


class InterruptedAnswersError(KeyboardInterrupt):
    """Somebody pressed Ctrl-C, or the program was told to end; what had been answered until then is in `given`."""

    def __init__(self, given: Given, stop: BaseException) -> None:
        super().__init__()
        self.given = given
        self.code = code_of(stop)


def ask_all(
    session: Session,
    answers: Iterable[Answer],
    setting: Setting,
    defaults: Mapping[str, str],
    before: Before | None = None,
) -> Given:
    """Ask one question after the other; raises InterruptedAnswersError with the answers so far.

    `defaults` are what Enter means, by option.
    """
    given: Given = []
    lines: list[str] = []
    try:
        for answer in answers:
            if before is not None:
                before(answer, given)
            lines = []
            if answer.flag is not None:
                given += _asked_flag(session, answer)
            elif answer.many and not choices_of(answer, setting):
                _ask_lines(session, answer, setting, lines)
            else:
                lines = _asked_line(session, answer, setting, defaults.get(answer.option, ""))
            given += [(answer, lines)] if lines else []
    except (KeyboardInterrupt, EOFError) as stop:
        talk("")
        unfinished = lines and (not given or given[-1][1] is not lines)
        raise InterruptedAnswersError(given + ([(answer, lines)] if unfinished else []), stop) from None
    return given


def _asked_flag(session: Session, answer: Answer) -> Given:
    """Ask yes or no; what is denied is answered by the flag that denies it."""
    said = said_yes_or_no(session.console, _(answer.question))
    return [(one, ["true"]) for one in all_answers() if one.field == answer.field and one.flag is said]


def _ask_lines(session: Session, answer: Answer, setting: Setting, lines: list[str]) -> None:
    """Ask for lines until an empty one, each again until it can be used; what is there already stays."""
    session.console.warn_wrapped(_noted(_(answer.question), _("an empty line ends it")), "strong")
    while line := line_typed(session.console, "  - "):
        try:
            _try(answer, line, setting)
        except CommcoordError as error:
            _complain(session, error)
            continue
        lines.append(line)


def _asked_line(session: Session, answer: Answer, setting: Setting, default: str) -> list[str]:
    """Ask for one line until it can be used: one value, or several of a list parted by commas."""
    show_choices(session, answer, choices_of(answer, setting))
    question = _noted(_(answer.question), _("parted by commas")) if answer.many else _(answer.question)
    prompt = _prompt(question + (f" [{one_line(default)}]" if default else ""))
    while True:
        line = line_typed(session.console, prompt) or ("" if isinstance(default, Kept) else default)
        try:
            typed = chosen(answer, line, setting)
            for one in typed:
                _try(answer, one, setting)
            _demand(answer, typed)
        except CommcoordError as error:
            _complain(session, error)
            continue
        return typed


def _try(answer: Answer, typed: str, setting: Setting) -> None:
    """Read a typed text once to see whether it can be understood; what it reads back is forgotten again."""
    known, moments = len(setting.read_back), len(setting.moments)
    answer.form(typed, setting)
    if answer.choices and typed not in answer.choices:
        raise UsageError(Message("Choose one of: {choices}", choices=words_named(answer.choices)))
    del setting.read_back[known:], setting.moments[moments:]


def _demand(answer: Answer, typed: list[str]) -> None:
    if answer.required and not typed:
        raise UsageError(Message("No record can do without it; Ctrl-C leaves."))


def _complain(session: Session, error: CommcoordError) -> None:
    session.console.warn_wrapped(f"  {one_line(error.message)}")
    if error.hint is not None:
        session.console.warn_wrapped(f"  {one_line(error.hint)}", "faint")


def _noted(question: str, note: str) -> str:
    """Return a question with a note in brackets, its mark kept at the end."""
    bare = question.rstrip("?？")
    return _("{question} ({note})", question=bare, note=note) + question[len(bare) :]


def _prompt(question: str) -> str:
    return f"{question} " if question.endswith(("?", "？")) else _("{question}: ", question=question)


def as_options(given: Given) -> str:
    """Return answers as the options that say the same, to be typed again."""
    words: list[str] = []
    for answer, typed in given:
        for one in typed:
            words += [answer.option] if answer.flag is not None else [answer.option, shlex.quote(one)]
    return " ".join(words)
