"""What the review writes besides the report: notices for the departments, tasks for what keeps coming back."""

from datetime import date
from pathlib import Path
from typing import Any

from commcoord.console import one_line
from commcoord.language.messages import Several, _, plural
from commcoord.records.clocks import last_day
from commcoord.records.ids import new_item_id
from commcoord.records.values import Span, parse_day
from commcoord.review.figure import Figure, Ref, keys_of
from commcoord.review.improvement import lacking, task_tree
from commcoord.review.report import Review
from commcoord.session import Session
from commcoord.store.files import write_out
from commcoord.workspace import Change

ANSWER_WITHIN = Span("10wd")
"""How long a department has for its answer to a notice, unless told otherwise: two weeks of work."""


def answer_day(session: Session, typed: str) -> date:
    """Return until when notices are to be answered: as typed, else ten working days from now."""
    from commcoord.errors import UsageError
    from commcoord.language.messages import Message

    if not typed:
        return last_day(session.workspace.now.date(), ANSWER_WITHIN, session.workspace.near)
    try:
        return parse_day(typed)
    except ValueError as error:
        raise UsageError(
            Message("“{text}” is not a date.", text=typed), Message("Write 2023-10-20.")
        ) from error


def write_notices(
    session: Session, answer: dict[str, Any], folder: str, answer_by: date, *, dry_run: bool
) -> list[Change]:
    """Write a notice a department into a folder; one that is there already and differs is left as it is."""
    from commcoord.render.review.notices import notices

    target, found = Path(folder), []
    for notice in notices(answer, answer_by, session.workspace.root / "templates"):
        path = target / notice.file
        if path.exists() and path.read_bytes() != notice.text.encode():
            session.console.warn(
                _("{path} is there already, differs, and was left as it is.", path=str(path)), "warning"
            )
            continue
        if not dry_run:
            target.mkdir(parents=True, exist_ok=True)
            write_out(path, notice.text.encode())
        found.append(Change(str(path), "", notice.text))
    return found


def open_tasks(session: Session, review: Review, answer_by: date, *, dry_run: bool) -> list[Change]:
    """Open a task for each problem that keeps coming back and has none; those that have one are left alone."""
    workspace = session.workspace
    problems, found = lacking(review.problems, workspace.view), []
    for problem in problems:
        taken = workspace.taken
        ids = [new_item_id("m", taken), new_item_id("m", taken)]
        today = workspace.now.date()
        tree = task_tree(problem, review.period, workspace.settings, today, answer_by, ids)
        found.append(
            workspace.create({"kind": "task", "id": workspace.new_id("task", today), **tree}, dry_run=dry_run)
        )
    if not dry_run:
        session.console.say(plural("{count} task opened", "{count} tasks opened", len(problems)), "faint")
    return found


def explain(session: Session, review: Review, key: str, *, as_json: bool) -> None:
    """Print the records behind a figure, or behind each figure of a group; UsageError where the key is none."""
    found = review.explained(key)
    if isinstance(found, Figure):
        rows = {key: found}
    elif isinstance(found, list) and found and "record" in found[0]:
        rows = {key: Figure(len(found), tuple(Ref(one["record"], one.get("item") or "") for one in found))}
    elif found and not isinstance(found, list):
        rows = {f"{key}.{name}": review.explained(f"{key}.{name}") for name in keys_of(found)}
    else:
        raise _unknown(review, key)
    if as_json:
        session.console.answer_json([_as_json(review, name, one) for name, one in rows.items()])
        return
    for name, one in rows.items():
        session.console.answer_styled(session.console.styled(f"{name} = {one.value}", "strong"))
        lines = [_line(review, ref) for ref in one.refs]
        if lines:
            session.console.answer_styled("\n".join(session.console.columns(lines)))


def _unknown(review: Review, key: str) -> Exception:
    from difflib import get_close_matches

    from commcoord.errors import UsageError
    from commcoord.language.messages import Message

    known = [*keys_of(review.figures), *(f"problems.{one.category}" for one in review.problems)]
    near = get_close_matches(key, known, 3, 0.5) or ["minutes.late", "actions.overdue", "records.by_kind"]
    return UsageError(
        Message("“{text}” is no figure of the review, or an empty one.", text=key),
        Message("Ask for one of {known}.", known=Several(near)),
    )


def _words(review: Review, ref: Ref) -> tuple[str, str]:
    """Return what a reference is called, and who is responsible."""
    record = review.scope.view.record(ref.record)
    if record is None:
        return "", ""
    item = next((one for one in record.items if ref.item and ref.item in (one.id, one.what)), None)
    if item is not None:
        return item.what or "", item.owner or ""
    return record.title, review.scope.view.effective(record).people.owner or ""


def _line(review: Review, ref: Ref) -> tuple[str, ...]:
    title, owner = _words(review, ref)
    return f"  {ref.record}", one_line(ref.item), one_line(owner), one_line(title)


def _as_json(review: Review, key: str, figure: Figure) -> dict[str, Any]:
    rows = []
    for ref in figure.refs:
        title, owner = _words(review, ref)
        rows.append({"record": ref.record, "item": ref.item or None, "title": title, "owner": owner or None})
    return {"key": key, "value": figure.value, "records": rows}
