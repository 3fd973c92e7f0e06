"""Make a record: a plan, minutes, a task or feedback."""

import shlex
from datetime import date
from typing import Annotated, Any

import typer

from commcoord.commands import answering, beginning, lasting, options, telling
from commcoord.commands.typed import kind_called
from commcoord.errors import UsageError
from commcoord.language.labels import words_named
from commcoord.language.messages import Message, Several, _
from commcoord.records.outline import in_order
from commcoord.records.source import Source
from commcoord.records.values import parse_day
from commcoord.records.vocabulary import SCENARIOS
from commcoord.session import Session
from commcoord.steps import forms
from commcoord.steps.answer import Answer
from commcoord.steps.answers import answers_of
from commcoord.store.yaml_values import read_value


def run(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="plan|minutes|task|feedback", help=_("which of the four records"))
    ],
    origin: Annotated[
        str, typer.Option("--from", metavar=_("ID"), help=_("the record that it comes from"))
    ] = "",
    series: Annotated[
        str, typer.Option("--series", metavar=_("NAME"), help=_("the series that it belongs to"))
    ] = "",
    sets: options.Set = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Make a record and print its path."""
    session: Session = ctx.obj
    kind = kind_called(kind)
    given = answering.given_answers(session, kind)
    if not given and not sets and not as_json and session.console.interactive:
        given = _asked(session, kind, origin, series)
    source, change = make(session, kind, given, sets or [], origin=origin, series=series, dry_run=dry_run)
    if as_json:
        telling.answer_change(session, change, {"id": source.id, "path": change.path}, dry_run=dry_run)
    elif dry_run:
        session.console.answer_raw(change.diff)
    else:
        session.console.answer(change.path)
        session.console.say(_("Next: {command}", command=f"commcoord next {source.id}"), "faint")


def extra_options() -> list[Any]:
    """Return the options of all answers, those of the first steps shown."""
    return list(answering.options_for("opening", "goal", "people", "channel", "prepare", "hold"))


def make(
    session: Session,
    kind: str,
    given: list[tuple[Answer, list[str]]],
    sets: list[str],
    *,
    origin: str = "",
    series: str = "",
    dry_run: bool = False,
) -> tuple[Source, Any]:
    """Write a new record from answers, and from the record or series that it follows."""
    workspace = session.workspace
    from_source = workspace.find(origin) if origin else None
    sets, dates = _dates_apart(sets)
    day = _day(session, kind, given, dates, from_source, series)
    given = [(answer, typed) for answer, typed in given if answer.field != "date"]
    tree: dict[str, Any] = {
        "kind": kind,
        "id": workspace.new_id(kind, day),
        "step": "goal",
        "date": day.isoformat(),
    }
    inherited = _taken_over(session, kind, from_source, series, day)
    tree = in_order({**inherited, **tree}, kind)
    setting = answering.setting_for(session, kind, day)
    number = str(tree["id"])
    answering.write_answers(tree, given, sets, setting)
    lasting.keep_length(session, tree, inherited, always=True)
    _demand(tree)
    source = answering.checked_source(number, tree)
    answering.demand_settled(source, kind=kind, id=number, step="goal")
    answering.say_read_back(session, setting)
    return source, workspace.create(tree, dry_run=dry_run)


def _taken_over(session: Session, kind: str, origin: Source | None, series: str, day: date) -> dict[str, Any]:
    """Return what a record begins with; of a plan and a series, the plan comes first."""
    workspace = session.workspace
    found: dict[str, Any] = {}
    if series:
        trees = {one.id: one.tree for one in workspace.files.about("series", series).sources}
        found = beginning.from_series(series, kind, workspace.near, trees, day)
    if origin is not None and origin.record is not None:
        if origin.record.kind == "plan":
            found = beginning.beside_plan(found, origin.tree)
        tree = beginning.whole(origin.record, origin.tree, workspace.near)
        found |= beginning.from_record(origin.record, tree, kind, day)
    return found | ({"series": series} if series else {})


def _dates_apart(sets: list[str]) -> tuple[list[str], list[str]]:
    """Part what `--set` says of the date, which counts as --date, from the rest."""
    parted = [(one.partition("=")[0] == "date", one) for one in sets]
    dates = [one.partition("=")[2] for is_date, one in parted if is_date]
    return [one for is_date, one in parted if not is_date], [str(read_value(one) or one) for one in dates]


def _day(
    session: Session,
    kind: str,
    given: list[tuple[Answer, list[str]]],
    dates: list[str],
    origin: Source | None,
    series: str,
) -> date:
    """Return the day of a record: what was said, else the plan's, else when the series meets next, else today."""
    workspace = session.workspace
    setting = answering.setting_for(session, kind, workspace.now.date())
    said = [typed for answer, texts in given if answer.field == "date" for typed in texts]
    for typed in [*said, *dates][-1:]:
        day = parse_day(forms.day(typed, setting))
        answering.say_read_back(session, setting)
        return day
    follows = origin.record if origin is not None else None
    if follows is not None and follows.kind == "plan" and kind in ("minutes", "feedback"):
        return follows.date
    if series and (due := beginning.next_day(series, kind, workspace.near)) is not None:
        return due
    return workspace.now.date()


def _demand(tree: dict[str, Any]) -> None:
    missing = [name for name in ("title", "scenario") if not tree.get(name)]
    if missing:
        raise UsageError(
            Message("A record needs {options}.", options=Several(f"--{name}" for name in missing)),
            Message("The scenarios are {known}.", known=words_named(SCENARIOS)),
        )


def _asked(session: Session, kind: str, origin: str, series: str) -> list[tuple[Answer, list[str]]]:
    """Ask what a record begins with; of one that follows another, the day and what that does not say."""
    from commcoord.commands import asking

    workspace = session.workspace
    source = workspace.find(origin) if origin else None
    likely = _day(session, kind, [], [], source, series)
    taken = _taken_over(session, kind, source, series, likely)
    answers = [one for one in answers_of("opening", kind) if one.question and not taken.get(one.field)]
    setting = answering.setting_for(session, kind, workspace.now.date())
    try:
        return asking.ask_all(session, answers, setting, {"--date": likely.isoformat()})
    except asking.InterruptedAnswersError as stop:
        follows = [("--from", origin), ("--series", series)]
        words = [f"{option} {shlex.quote(name)}" for option, name in follows if name]
        again = " ".join(filter(None, ["commcoord new", kind, *words, asking.as_options(stop.given)]))
        session.console.warn(_("Nothing is written yet. To go on: {command}", command=again), "warning")
        raise typer.Exit(stop.code) from None
