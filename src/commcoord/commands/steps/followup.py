"""Chase what is late, due, silent or blocked; with an ID, the step of one record.

Without an ID it lists, over all records, whose move it is and which command makes it. In a pipe it prints columns
parted by tabs. With an ID it takes what was sent, answered and solved, and tries the gate of the step.
"""

from typing import Annotated, Any

import typer

from commcoord.commands import answering, chase_list, chase_options, options
from commcoord.commands.walking import Override, take_step
from commcoord.errors import UsageError
from commcoord.language.messages import Message, _
from commcoord.session import Session

RecordOrAll = Annotated[
    str, typer.Argument(metavar=_("[ID]"), help=_("the record whose step it is; without it, all records"))
]


def run(
    ctx: typer.Context,
    record: RecordOrAll = "",
    who: chase_options.Who = "",
    mine: chase_options.Mine = False,
    department: chase_options.Department = "",
    scenario: chase_options.Scenario = "",
    within: chase_options.Within = None,
    group: chase_options.Group = "urgency",
    format_: chase_options.Format = "table",
    output: chase_options.Output = "",
    fail_on: chase_options.FailOn = "",
    send: chase_options.Send = False,
    again: chase_options.Again = False,
    sets: options.Set = None,
    override: Override = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Chase what is late, due, silent or blocked; with an ID, the step of one record."""
    session: Session = ctx.obj
    if record:
        session.given["answer_scenario"] = scenario  # the one option that the list and the answers share
        take_step(
            session,
            record,
            "followup",
            sets or [],
            override=override,
            by=by,
            dry_run=dry_run,
            as_json=as_json,
        )
        return
    _refuse_step_options(session, sets, override)
    calm = chase_list.answer(
        session, who=who, mine=mine, department=department, scenario=scenario, within=within, group=group,
        format_=format_, output=output, fail_on=fail_on, send=send, again=again, dry_run=dry_run, as_json=as_json,
    )  # fmt: skip
    if not calm:
        raise typer.Exit(1)


def extra_options() -> list[Any]:
    """Return the options of the answers that this step takes."""
    return [one for one in answering.options_for("followup") if "--scenario" not in one.opts]


def _refuse_step_options(session: Session, sets: list[str] | None, override: str) -> None:
    given = [name for name, value in session.given.items() if value]
    if given or sets or override:
        raise UsageError(Message("Which record is that for?"), Message("Name it: commcoord followup ID …"))
