"""From options and questions to a changed tree: the answers that steps take, `--set`, and what is read back."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from typer.core import TyperOption

from commcoord.commands.doubting import doubt
from commcoord.errors import UsageError
from commcoord.language.dates import spelled, when
from commcoord.language.messages import Message, Several, _, spoken
from commcoord.records import editing
from commcoord.records.outline import MODELS
from commcoord.records.source import Source, source_of
from commcoord.session import Session
from commcoord.steps.answer import Answer
from commcoord.steps.answers import all_answers, apply
from commcoord.steps.setting import Setting
from commcoord.store.yaml_values import read_value

if TYPE_CHECKING:
    from commcoord.records.ids import Taken

ASSIGNMENT = re.compile(r"([A-Za-z_][\w.\-]*)(\+?)=(.*)", re.DOTALL)


def options_for(*shown: str) -> list[TyperOption]:
    """Return the options of all answers; those of the steps named are shown in the help, the others only taken."""
    from commcoord.steps.answers import answers_of

    visible = {one.option for step in shown for one in answers_of(step) if one.help}
    options: dict[str, TyperOption] = {}
    for answer in all_answers():
        options.setdefault(answer.option, _option(answer, hidden=answer.option not in visible))
    return list(options.values())


def _option(answer: Answer, *, hidden: bool) -> TyperOption:
    help_ = _(answer.help) + (f" [{' '.join(answer.choices)}]" if answer.choices else "")
    if answer.flag is not None:
        return TyperOption(param_decls=[answer.name, answer.option], is_flag=True, help=help_, hidden=hidden)
    metavar = _("TEXT")
    return TyperOption(
        param_decls=[answer.name, answer.option],
        multiple=answer.many,
        metavar=metavar,
        help=help_,
        hidden=hidden,
    )


def given_answers(session: Session, kind: str) -> list[tuple[Answer, list[str]]]:
    """Return what was answered by options, in the order of the steps; raises UsageError for what the kind lacks."""
    by_option: dict[str, list[Answer]] = {}
    for answer in all_answers():
        by_option.setdefault(answer.option, []).append(answer)
    given = []
    for option, answers in by_option.items():
        value = session.given.get(answers[0].name)
        if value:
            typed = _typed_texts(value)
            given.append((_fitting(option, answers, kind, typed), typed))
    return given


def _fitting(option: str, answers: Sequence[Answer], kind: str, typed: Sequence[str]) -> Answer:
    for answer in answers:
        if kind in answer.kinds:
            return answer
    kinds = Several(answers[0].kinds)
    raise UsageError(
        Message("{option} belongs to {kinds}, not to {kind}.", option=option, kinds=kinds, kind=kind),
        Message("What you typed: {text}", text="; ".join(typed)),
    )


def _typed_texts(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def setting_for(session: Session, kind: str, day: date) -> Setting:
    """Return what typed text is understood from in this repository."""
    workspace = session.workspace
    return Setting(
        kind,
        day,
        workspace.settings,
        workspace.calendar,
        workspace.taken,
        record=workspace.record_id,
        item=workspace.item_id,
    )


def write_answers(
    tree: dict[str, Any], given: Sequence[tuple[Answer, Sequence[str]]], sets: Sequence[str], setting: Setting
) -> None:
    """Write answers and `--set` assignments into a tree; raises UsageError with the text of what cannot be used."""
    apply(tree, given, setting)
    for assignment in sets:
        assign(tree, setting.kind, assignment, setting.taken)


def assign(tree: dict[str, Any], kind: str, assignment: str, taken: "Taken") -> None:
    """Carry out one `FIELD=VALUE` or `FIELD+=VALUE`; VALUE is YAML."""
    match = ASSIGNMENT.fullmatch(assignment)
    if match is None:
        raise UsageError(Message("“{text}” is not FIELD=VALUE.", text=assignment))
    field, plus, typed = match.groups()
    value = read_value(typed)
    _complete_ids(field, value, taken)
    if plus:
        editing.add(tree, MODELS[kind], field, value)
    else:
        editing.put(tree, MODELS[kind], field, value)


def _complete_ids(field: str, value: Any, taken: "Taken") -> None:
    """Give new items of a list an id where they were typed without one."""
    from commcoord.records.ids import new_item_id
    from commcoord.records.vocabulary import ITEM_LETTERS

    if field in ITEM_LETTERS:
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and not one.get("id"):
                rest = dict(one)
                one.clear()
                one.update({"id": new_item_id(ITEM_LETTERS[field], taken)} | rest)


def checked_source(path: str, tree: dict[str, Any], before: Source | None = None) -> Source:
    """Return the source of a changed tree; raises UsageError where the change made a field wrong."""
    source = source_of(path, tree)
    known = {fault.path for fault in before.wrong} if before else set()
    for fault in source.wrong:
        if fault.path not in known:
            raise UsageError(fault.message, Message("What you typed: {text}", text=_at(tree, fault.path)))
    return source


def demand_settled(source: Source, **settled: str) -> None:
    """Raise UsageError where --set changed what makes a record this one: its kind, its id."""
    for field, value in settled.items():
        if source.tree.get(field) != value:
            raise UsageError(
                Message("{field} is settled when a record is made.", field=field),
                Message("What you typed: {text}", text=str(source.tree.get(field))),
            )


def _at(tree: Any, path: Sequence[str | int]) -> str:
    for key in path:
        try:
            tree = tree[key]
        except (KeyError, IndexError, TypeError):
            return ""
    if tree is None or isinstance(tree, str):
        return tree or ""
    return json.dumps(tree, ensure_ascii=False, default=str)  # as YAML is typed, not as Python has it


def say_read_back(session: Session, setting: Setting) -> None:
    """Tell which dates relative words were taken for, “下周五 → 2023-10-27 周五”, and what is no date."""
    for typed, day, ambiguous in setting.read_back:
        meaning = when(typed, setting.day, setting.calendar.is_workday, marked=True) if ambiguous else None
        session.console.say(f"{typed} → {spelled(day, spoken())}{doubt(meaning)}")
    for typed, day, clock, night in setting.moments:
        unsure = _(" (may also mean {date})", date=night) if night else ""
        session.console.say(f"{typed} → {spelled(day, spoken())} {clock}{unsure}")
    for typed in setting.no_dates:
        session.console.warn(
            _("“{text}” is no date; it stays in the words of its action.", text=typed), "warning"
        )
