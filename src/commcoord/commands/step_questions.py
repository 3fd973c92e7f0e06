"""What a step asks on a terminal: first what is there and what its gate lacks, then a question for each lack."""

import copy
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from commcoord.commands import answering
from commcoord.commands.asking import Given, InterruptedAnswersError, Kept, ask_all
from commcoord.commands.prompting import line_typed
from commcoord.commands.showing import said
from commcoord.commands.telling import tell_advice
from commcoord.console import clipped, one_line
from commcoord.language.labels import field_label, label
from commcoord.language.messages import _
from commcoord.records.inheritance import empty
from commcoord.records.kinds import is_feedback
from commcoord.records.source import Source
from commcoord.session import Session
from commcoord.steps.advice import advice
from commcoord.steps.answer import Answer
from commcoord.steps.answers import answers_of, field_of
from commcoord.steps.gate import Gate, gate_of
from commcoord.steps.setting import Setting

if TYPE_CHECKING:
    from commcoord.records.record import Record

READ_BACK = "CC503"
"""The rule that finds figures and dates in decisions and actions that no fact repeats."""
OF_PROBLEMS = ("archive.category", "archive.cause")
"""The fields that say which problem there was."""
TROUBLE = ("CC703", "CC704", "CC705")
"""The rules of the archive that find trouble behind a record, or a problem that is not named."""


def ask_step(session: Session, source: Source, step: str, setting: Setting) -> Given:
    """Ask what a step lacks and what its gate complains of, and return the answers.

    Raises InterruptedAnswersError with those until an interrupt.
    """
    record, view = source.record, session.workspace.near
    assert record is not None  # steps find records only
    present = view.effective(record)
    gate = gate_of(record, step, view)
    questions = [one for one in answers_of(step, record.kind) if one.question]
    _tell_standing(session, present, questions, gate)
    inherited = view.inherited(record)
    problem = _had_problem(present, gate)
    lacking = [
        one
        for one in questions
        if _lacks(present, one, inherited) and (problem or one.field not in OF_PROBLEMS)
    ]
    wrong = [one for one in questions if one not in lacking and _is_wrong(record, one, gate)]
    defaults = _defaults(session, present)
    defaults |= {one.option: Kept(_at(present, one)) for one in wrong if not one.many}
    asked = [one for one in questions if one in lacking or one in wrong]
    return ask_all(session, asked, setting, defaults, partial(_advise, session, source, setting))


def ask_read_back(session: Session, gate: Gate, setting: Setting) -> Given:
    """Read the figures and dates back that no fact repeats yet, and ask who confirmed each.

    Raises InterruptedAnswersError as `ask_step` does.
    """
    fact = next(one for one in answers_of("hold", setting.kind) if one.option == "--fact")
    given: Given = []
    try:
        for ruling in gate.rulings:
            if ruling.rule == READ_BACK:
                session.console.warn_wrapped(f"  {one_line(ruling.finding.message)}", "warning")
                what = line_typed(session.console, _("  What was confirmed? “what @who” (Enter: not yet) "))
                given += [(fact, [what])] if what else []
    except (KeyboardInterrupt, EOFError) as stop:
        raise InterruptedAnswersError(given, stop) from None
    return given


def _tell_standing(session: Session, present: "Record", questions: list[Answer], gate: Gate) -> None:
    console = session.console
    console.say(one_line(f"{present.id} {present.title}"), "strong")
    for line in _there(present, questions):
        console.say(clipped(f"  {line}", console.width), "faint")
    if gate.blockers:
        console.say(_("The gate of {step} lacks:", step=label(gate.step)), "warning")
    for ruling in gate.blockers:
        for line in console.lines(f"  {ruling.rule} {one_line(ruling.finding.message)}"):
            console.say(line)


def _there(present: "Record", questions: list[Answer]) -> Iterator[str]:
    for answer in questions:
        value, field = _at(present, answer), field_of(answer, present.kind)
        if not empty(value):
            within, _dot, name = field.rpartition(".")
            heading = _("{heading}: ", heading=field_label(name, within=within))
            yield heading + one_line(said(value, field))


def _at(record: "Record", answer: Answer) -> Any:
    here: object = record
    for key in field_of(answer, record.kind).split("."):
        here = getattr(here, key, None)
    return here


def _lacks(present: "Record", answer: Answer, inherited: dict[str, str]) -> bool:
    """Whether a field is empty and may be filled.

    A channel is taken from the plan as a whole: an answer to one part of it would take the rest away.
    """
    if answer.field.startswith("people.counterpart") and not present.external:
        return False
    if answer.field.startswith("channel.") and "channel" in inherited:
        return False
    return empty(_at(present, answer))


def _had_problem(present: "Record", gate: Gate) -> bool:
    """Whether there is a problem to name: feedback has one, another record where it or its gate tells of trouble."""
    named = not (empty(present.archive.category) and empty(present.archive.cause))
    return is_feedback(present) or named or any(one.rule in TROUBLE for one in gate.rulings)


def _is_wrong(record: "Record", answer: Answer, gate: Gate) -> bool:
    """Whether the gate complains of what a field says, so that another text, or more in a list, can mend it."""
    field = tuple(field_of(answer, record.kind).split("."))
    if answer.flag is not None or (answer.many and empty(_at(record, answer))):
        return False
    return any(ruling.finding.path == field for ruling in gate.blockers)


def _defaults(session: Session, record: "Record") -> dict[str, str]:
    """Return what is taken where only Enter is pressed: the likeliest answer, by option."""
    caller = session.caller if session.workspace.settings.colleague(session.caller) else ""
    owner = record.people.owner or ""
    found = {"--owner": caller, "--chair": owner, "--recorder": caller, "--decides": owner, "--place": ""}
    if record.series:
        earlier = session.workspace.near.earlier_in_series(record)
        found["--place"] = (earlier[-1].place or "") if earlier else ""
    return found


def _advise(session: Session, source: Source, setting: Setting, answer: Answer, given: Given) -> None:
    """Give the channel's advice as soon as everything is known that it depends on."""
    if answer.option == "--means":
        tree = dict(copy.deepcopy(source.tree))
        answering.write_answers(tree, [one for one in given if one[0].flag is not None], [], setting)
        tried = answering.checked_source(source.path, tree, source)
        assert tried.record is not None  # yes and no make no field wrong
        tell_advice(session, advice(session.workspace.near.effective(tried.record)))
