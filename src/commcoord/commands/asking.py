"""Questions on a terminal: one at a time, with choices and a preview at the end; an interrupt loses nothing."""

import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from commcoord.console import one_line
from commcoord.errors import CommcoordError
from commcoord.language.labels import label, value_called
from commcoord.language.messages import Several, _
from commcoord.language.widths import padded, width
from commcoord.records.source import Source
from commcoord.session import Session
from commcoord.steps.answer import Answer
from commcoord.steps.answers import answers_of, field_of
from commcoord.steps.setting import Setting

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.steps.gate import Gate

Given = list[tuple[Answer, list[str]]]
INTERRUPTED = 130
"""The exit code of a program that was interrupted, as shells have it."""


class InterruptedAnswersError(KeyboardInterrupt):
    """Somebody pressed Ctrl-C; what had been answered until then is in `given`."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self.given = given


def ask_step(session: Session, source: Source, step: str, setting: Setting) -> Given:
    """Ask what a step lacks and return the answers; raises InterruptedAnswersError with those until an interrupt."""
    record = source.record
    assert record is not None  # steps find records only
    present = session.workspace.view.effective(record)
    asked = [one for one in answers_of(step, record.kind) if one.question and _lacks(present, one, record)]
    return ask_all(session, asked, setting, _defaults(session, present))


def ask_all(
    session: Session, answers: Iterable[Answer], setting: Setting, defaults: Mapping[str, str] | None = None
) -> Given:
    """Ask one question after the other; raises InterruptedAnswersError with the answers so far."""
    given: Given = []
    try:
        for answer in answers:
            typed = _ask_until_understood(session, answer, setting, (defaults or {}).get(answer.option, ""))
            if typed:
                given.append((answer, typed))
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        raise InterruptedAnswersError(given) from None
    return given


def _defaults(session: Session, record: "Record") -> dict[str, str]:
    """Return what is taken where only Enter is pressed: the likeliest answer, by option."""
    caller = session.caller if session.workspace.settings.colleague(session.caller) else ""
    owner = record.people.owner or ""
    found = {"--owner": caller, "--chair": owner, "--recorder": caller, "--decides": owner, "--place": ""}
    if record.series:
        earlier = session.workspace.view.earlier_in_series(record)
        found["--place"] = (earlier[-1].place or "") if earlier else ""
    return found


def _lacks(present: "Record", answer: Answer, record: "Record") -> bool:
    from commcoord.records.inheritance import empty

    here: object = present
    for key in field_of(answer, record.kind).split("."):
        here = getattr(here, key, None)
    if answer.field.startswith("people.counterpart") and not record.external:
        return False
    return empty(here)


def ask_read_back(session: Session, gate: "Gate", setting: Setting) -> Given:
    """Read the figures and dates back that no fact repeats yet, and ask who confirmed each."""
    fact = next(one for one in answers_of("hold", setting.kind) if one.option == "--fact")
    given: Given = []
    for ruling in gate.rulings:
        if ruling.rule == READ_BACK:
            session.console.warn(f"  {one_line(ruling.finding.message)}", "warning")
            what = read_line(_("  What was confirmed? “what @who” (Enter: not yet) "))
            if what:
                given.append((fact, [what]))
    return given


READ_BACK = "CC503"
"""The rule that finds figures and dates in decisions and actions that no fact repeats."""


def _ask_until_understood(session: Session, answer: Answer, setting: Setting, default: str) -> list[str]:
    while True:
        typed = _ask(session, answer, setting, default) or ([default] if default else [])
        try:
            for one in typed:
                _tried(answer, one, setting)
        except CommcoordError as error:
            session.console.warn(f"  {error.message}")
            if error.hint is not None:
                session.console.warn(f"  {error.hint}", "faint")
            continue
        return typed


def _tried(answer: Answer, typed: str, setting: Setting) -> None:
    """Read a typed text once to see whether it can be understood; what it reads back is forgotten again."""
    known = len(setting.read_back)
    if answer.flag is None:
        answer.form(typed, setting)
    if answer.choices and answer.flag is None and typed not in answer.choices:
        from commcoord.errors import UsageError
        from commcoord.language.messages import Message

        raise UsageError(Message("Choose one of: {choices}", choices=Several(answer.choices)))
    del setting.read_back[known:]


def _ask(session: Session, answer: Answer, setting: Setting, default: str) -> list[str]:
    choices = _choices(answer, setting)
    _show_choices(session, answer.of or answer.option, choices)
    question = _(answer.question) + (f" [{one_line(default)}]" if default else "")
    if answer.flag is not None:
        return ["true"] if read_line(_("{question} [y/N] ", question=question)).casefold() in YES else []
    if not answer.many:
        return _chosen([read_line(_prompt(question))], choices)
    if choices:
        return _chosen(_parts(read_line(_("{question} (parted by commas): ", question=question))), choices)
    session.console.warn(_("{question} (an empty line ends it)", question=question), "strong")
    lines: list[str] = []
    while line := read_line("  - "):
        lines.append(line)
    return lines


def _show_choices(session: Session, name: str, choices: Sequence[str]) -> None:
    """Show numbered choices in as few lines as fit, once a call: the directory does not change between questions."""
    shown = session.given.setdefault("choices shown", set())
    if not choices or name in shown:
        return
    shown.add(name)
    cells = [f"{number:>2} {one_line(_choice_shown(choice))}" for number, choice in enumerate(choices, 1)]
    widest = max(width(cell) for cell in cells) + 3
    across = max(1, (session.console.width - 2) // widest)
    for start in range(0, len(cells), across):
        row = "".join(padded(cell, widest) for cell in cells[start : start + across])
        session.console.warn(f"  {row.rstrip()}", "faint")


def _choice_shown(choice: str) -> str:
    return choice if label(choice) == choice else f"{label(choice)} ({choice})"


def _prompt(question: str) -> str:
    return f"{question} " if question.endswith(("?", "？")) else _("{question}: ", question=question)


YES = ("y", "yes", "是", "对", "對", "好")


def _parts(line: str) -> list[str]:
    for comma in "，、,;；":
        line = line.replace(comma, "\n")
    return line.splitlines()


def _chosen(typed: Sequence[str], choices: Sequence[str]) -> list[str]:
    """Return what was meant: a number or an unambiguous part of a choice is that choice, anything else itself."""
    found = []
    for one in (text.strip() for text in typed):
        alike = [choice for choice in choices if one and one.casefold() in _choice_shown(choice).casefold()]
        named = value_called(one, choices) if one else None
        if one.isdecimal() and 1 <= int(one) <= len(choices):
            found.append(choices[int(one) - 1])
        elif named is not None:
            found.append(named)
        elif one and one not in choices and len(alike) == 1:
            found.append(alike[0])
        elif one:
            found.append(one)
    return found


def _choices(answer: Answer, setting: Setting) -> Sequence[str]:
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


def read_line(prompt: str) -> str:
    """Read a line from the terminal, the question going to stderr, so that stdout stays the answer."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def confirmed(question: str) -> bool:
    """Ask yes or no; yes where nothing is typed."""
    typed = read_line(_("{question} [Y/n] ", question=question)).casefold()
    return not typed or typed in YES


def as_options(given: Given) -> str:
    """Return answers as the options that say the same, to be typed again."""
    words: list[str] = []
    for answer, typed in given:
        for one in typed:
            words += [answer.option] if answer.flag is not None else [answer.option, shlex.quote(one)]
    return " ".join(words)
