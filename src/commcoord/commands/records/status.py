"""Where everything stands: the records by step, and what is urgent."""

import typer

from commcoord.commands import options
from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.records.ids import quarter_of
from commcoord.records.vocabulary import STATES
from commcoord.session import Session


def run(ctx: typer.Context, as_json: options.Json = False) -> None:
    """Show how many records stand at which step, how many items are open or overdue, and which files cannot be read."""
    session: Session = ctx.obj
    workspace, view = session.workspace, session.workspace.view
    records = [one for one in view.records.values() if one.cancelled is None]
    items = [item for one in records for item in one.open_items]
    overdue = [item for item in items if item.due and item.due < view.today]
    by_step = {state: sum(1 for one in records if one.step == state) for state in STATES}
    unreadable = [one.path for one in workspace.sources if one.record is None]
    answer = {
        "now": view.now.isoformat(),
        "quarter": quarter_of(view.today),
        "root": str(workspace.root),
        "records": len(records),
        "by_step": by_step,
        "open_items": len(items),
        "overdue": len(overdue),
        "unreadable": unreadable,
    }
    if as_json:
        session.console.answer_json(answer)
        return
    console = session.console
    console.answer(
        f"{workspace.settings.organisation or workspace.root.name}  {view.now:%Y-%m-%d %H:%M}  {answer['quarter']}"
    )
    console.answer(plural("{count} record", "{count} records", len(records)))
    for state, count in by_step.items():
        if count:
            console.answer(f"  {count:>5}  {label(state)}")
    console.answer(_("{count} open items, {overdue} of them overdue", count=len(items), overdue=len(overdue)))
    for path in unreadable:
        console.say(_("cannot be read: {path}", path=path), "error")
    console.say(_("More: commcoord followup, commcoord check"), "faint")
