"""The quarter's review: figures, problem list, lessons, and what became of the last one.

Without a QUARTER it is the one that ended last. A month (2023-10), a year (2023) and a range of days
(2023-10-01..2023-11-15) will do too; each is compared with the same length of time before it.
"""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commcoord.commands import options
from commcoord.errors import UsageError
from commcoord.language.messages import Message, Several, _
from commcoord.session import Session
from commcoord.store import collecting

if TYPE_CHECKING:
    from commcoord.workspace import Change

FORMS = ("md", "html", "json", "xlsx")
Period = Annotated[
    str, typer.Argument(metavar=_("[QUARTER]"), help=_("2023Q4, 2023-10, 2023, or two days with .. between"))
]
To = Annotated[
    str,
    typer.Option("--to", metavar="|".join(FORMS), help=_("the form of the answer; Markdown if not given")),
]
Output = Annotated[str, typer.Option("-o", "--output", metavar=_("FILE"), help=_("into this file"))]
Notices = Annotated[
    str,
    typer.Option(
        "--notices", metavar=_("DIR"), help=_("write one problem list a department into this folder")
    ),
]
OpenTasks = Annotated[
    bool,
    typer.Option("--open-tasks", help=_("open an improvement task for each problem that keeps coming back")),
]
AnswerBy = Annotated[
    str,
    typer.Option(
        "--answer-by", metavar=_("DATE"), help=_("until when notices are answered; ten working days")
    ),
]
Explain = Annotated[
    str,
    typer.Option(
        "--explain", metavar="KEY", help=_("print the records behind a figure, minutes.late for instance")
    ),
]


@collecting.paused_to_the_end()  # thousands of records are looked at
def run(
    ctx: typer.Context,
    quarter: Period = "",
    to: To = "",
    output: Output = "",
    notices: Notices = "",
    open_tasks: OpenTasks = False,
    answer_by: AnswerBy = "",
    explain: Explain = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Review a quarter."""
    from commcoord.commands import reviewing
    from commcoord.review.period import period_called, quarter_ended_last
    from commcoord.review.report import looked_at_since, review_of

    session: Session = ctx.obj
    form = _form(to, output, as_json=as_json)
    workspace = session.workspace
    period = period_called(quarter) if quarter else quarter_ended_last(workspace.now.date())
    review = review_of(session.overview(looked_at_since(period)).replayed, period)
    if explain:
        reviewing.explain(session, review, explain, as_json=as_json)
        return
    day = reviewing.answer_day(session, answer_by) if notices or open_tasks else None
    answer, done = review.as_json(), {}
    if day and notices:
        done["notices"] = reviewing.write_notices(session, answer, notices, day, dry_run=dry_run)
    if day and open_tasks:
        done["opened"] = reviewing.open_tasks(session, review, day, dry_run=dry_run)
    if form == "json":
        answer |= _told(done, dry_run=dry_run)
    else:
        _tell(session, done, dry_run=dry_run)
    if day is None or output or to or as_json:
        _answer(session, answer, form, output, dry_run=dry_run)


def _told(done: "dict[str, list[Change]]", *, dry_run: bool) -> dict[str, Any]:
    """Return what was written besides the report as JSON has it, of a rehearsal the diff too."""
    found: dict[str, Any] = {name: [one.path for one in changes] for name, changes in done.items()}
    if done and dry_run:
        found["diff"] = "".join(one.diff for changes in done.values() for one in changes)
    return found


def _tell(session: Session, done: "dict[str, list[Change]]", *, dry_run: bool) -> None:
    for name, changes in done.items():
        for one in changes:
            if dry_run and name == "opened":
                session.console.answer_raw(one.diff)
            else:
                session.console.answer(one.path)


def _form(to: str, output: str, *, as_json: bool) -> str:
    """Return as what the report is wanted: as said, by the ending of the file, else Markdown."""
    ending = output.rpartition(".")[2].lower() if "." in output else ""
    form = "json" if as_json else to or (ending if ending in FORMS else "md")
    if form not in FORMS:
        raise UsageError(Message("“{text}” is none of {known}.", text=form, known=Several(FORMS)))
    return form


def _answer(session: Session, answer: dict[str, Any], form: str, output: str, *, dry_run: bool) -> None:
    from commcoord.commands.output import put

    if answer["not_counted"]:
        paths = Several(answer["not_counted"])
        session.console.warn(_("Not counted, for want of a readable record: {paths}", paths=paths), "warning")
    if form == "json":
        put(session, json.dumps(answer, ensure_ascii=False, indent=2) + "\n", output, dry_run=dry_run)
        return
    organisation, company = session.workspace.settings.organisation, session.workspace.root / "templates"
    if form == "xlsx":
        from commcoord.render.review.workbook import workbook

        put(session, workbook(answer, organisation), output, dry_run=dry_run)
        return
    from commcoord.render.review.document import report

    put(session, report(answer, organisation, form, company), output, dry_run=dry_run)
