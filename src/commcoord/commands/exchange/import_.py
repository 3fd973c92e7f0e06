"""Bring in the old forms: Word, Excel, CSV, Markdown minutes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from commcoord.commands import answering, options, typed
from commcoord.commands.bringing import Bringing
from commcoord.console import one_line
from commcoord.errors import CommcoordError
from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.records.values import parse_day
from commcoord.records.vocabulary import SCENARIOS, STATES
from commcoord.session import Session


def run(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=_("FILE…"),
            help=_(".docx, .xlsx, .csv or .md files; one record each, or one a sheet or row"),
        ),
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="plan|minutes|task|feedback",
            help=_("which of the four records it is, where the form does not tell"),
        ),
    ] = "",
    scenario: Annotated[
        str, typer.Option("--scenario", metavar=_("SCENARIO"), help=_("which of the eight scenarios it is"))
    ] = "",
    date: Annotated[
        str,
        typer.Option(
            "--date", metavar=_("DATE"), help=_("the day of the communication, where the form does not tell")
        ),
    ] = "",
    step: Annotated[
        str,
        typer.Option(
            "--step",
            metavar=_("STEP"),
            help=_("the step at which the records are: goal, to walk through all, or done for an archive"),
        ),
    ] = "goal",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Make a record of each form and print its path; what has no field is kept as a note and said."""
    session: Session = ctx.obj
    kind = typed.kind_called(kind)
    step, scenario = typed.one_called(step, STATES), typed.one_called(scenario, SCENARIOS)
    day = parse_day(_day(session, date)) if date else None
    bringing = Bringing(session, kind=kind, scenario=scenario, day=day, step=step, dry_run=dry_run)
    brought, codes = _brought(session, bringing, files, as_json=as_json)
    if as_json:
        session.console.answer_json(brought)
    if not dry_run:
        _tell_count(session, len(brought))
    if codes:
        raise typer.Exit(max(codes))


def _tell_count(session: Session, count: int) -> None:
    session.console.say(plural("{count} record imported", "{count} records imported", count), "faint")


def _brought(
    session: Session, bringing: Bringing, files: list[Path], *, as_json: bool
) -> tuple[list[dict[str, Any]], list[int]]:
    """Bring in every file; return what was made, and the exit codes of those that could not be."""
    brought: list[dict[str, Any]] = []
    codes = []
    for path in files:
        try:
            for one in _told(session, bringing, path, as_json=as_json):
                brought.append(one)  # noqa: PERF402  what is written counts, also where the next cannot be
        except CommcoordError as error:
            codes.append(error.exit_code)
            session.console.warn(_("error: {sentence}", sentence=error.message))
            if error.hint:
                session.console.warn(f"  {error.hint}", "faint")
    return brought, codes


def _day(session: Session, typed: str) -> str:
    from commcoord.steps import forms

    setting = answering.setting_for(session, "minutes", session.workspace.now.date())
    day = forms.day(typed, setting)
    answering.say_read_back(session, setting)
    return day


def _told(session: Session, bringing: Bringing, path: Path, *, as_json: bool) -> Iterator[dict[str, Any]]:
    """Bring in one file and tell of each record: its path, and what had no field."""
    for one in bringing.bring(path):
        made = {
            "file": str(path),
            "id": one.id,
            "path": one.change.path,
            "kind": one.kind,
            "notes": one.notes,
        }
        yield made | ({"diff": one.change.diff} if bringing.dry_run else {})
        if bringing.dry_run and not as_json:
            session.console.answer_raw(one.change.diff)
        elif not bringing.dry_run and not as_json:
            session.console.answer(one.change.path)
        for note in one.notes:
            session.console.say(_("{id}: kept as a note: {text}", id=one.id, text=one_line(note)), "warning")
        if one.guessed_scenario:
            session.console.say(
                _(
                    "{id}: taken to be {scenario}; --scenario says otherwise",
                    id=one.id,
                    scenario=label(one.scenario),
                ),
                "faint",
            )
