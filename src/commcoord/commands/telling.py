"""How commands say what they did: a step's gate, a written file, a diff."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from commcoord.commands.ruling import blocker_json, tell_ruling
from commcoord.commands.walking import Walk
from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.records.vocabulary import MEANS
from commcoord.session import Session
from commcoord.steps.advice import Row, advice

if TYPE_CHECKING:
    from commcoord.workspace import Change


def tell_step(session: Session, journey: Walk, change: "Change", *, dry_run: bool, as_json: bool) -> None:
    """Tell which gates were passed and where the record stands, or what is lacking and how to mend it."""
    console, gate = session.console, journey.last
    state = str(journey.tree["step"])
    rows = _advised(journey)
    if as_json:
        answer: dict[str, Any] = {
            "id": journey.source.id,
            "path": change.path,
            "step": gate.step,
            "open": gate.open,
            "blockers": [blocker_json(one) for one in gate.blockers],
            "warnings": [blocker_json(one) for one in gate.warnings],
            "now": state,
        }
        if rows:
            answer["advice"] = [
                {"row": row.why.english, "means": row.among, "also": row.also.english} for row in rows
            ]
        answer_change(session, change, answer, dry_run=dry_run)
        return
    if dry_run:
        console.answer_raw(change.diff)
    tell_advice(session, rows)
    for passed in journey.gates:
        for ruling in passed.warnings:
            tell_ruling(session, ruling)
    if not gate.open:
        shut = _("{id}: the gate of {step} is shut.", id=journey.source.id, step=label(gate.step))
        console.say(shut, "error")
        for ruling in gate.blockers:
            tell_ruling(session, ruling)
    if gate.open or journey.overridden:
        _tell_passed(session, journey)


def _tell_passed(session: Session, journey: Walk) -> None:
    passed = _(
        "{id}: passed {step}, now at {state}.",
        id=journey.source.id,
        step=label(journey.last.step),
        state=label(str(journey.tree["step"])),
    )
    session.console.say(passed, "good")


def _advised(journey: Walk) -> list[Row]:
    """Return the rows of the channel's table that fired, where the step was the channel's."""
    record = journey.source.record
    if journey.last.step != "channel" or record is None:
        return []
    return advice(journey.view.effective(record))


def tell_advice(session: Session, rows: Sequence[Row]) -> None:
    """Tell the rows of the channel's table that fired, each once a call."""
    told = session.given.setdefault("advice told", set())
    for row in rows:
        if row not in told:
            told.add(row)
            advised = _("Advice for what is {row}: {advice}", row=row.why, advice=_advice_shown(row))
            session.console.say(advised, "info")


def _advice_shown(row: Row) -> str:
    means = _("any means") if row.among == MEANS else _(" or ").join(label(one) for one in row.among)
    return _("; ").join(filter(None, [means, str(row.also)]))


def answer_change(session: Session, change: "Change", answer: dict[str, Any], *, dry_run: bool) -> None:
    """Answer in JSON what was done to a file; a rehearsal answers with its diff besides."""
    session.console.answer_json(answer | ({"diff": change.diff} if dry_run else {}))


def tell_change(session: Session, change: "Change", *, dry_run: bool) -> None:
    """Print the diff of a rehearsal, or say that the file was written."""
    if dry_run:
        session.console.answer_raw(change.diff)
    elif change.before == change.after:
        session.console.say(_("Nothing changes."))
    else:
        session.console.say(_("Written: {path}", path=change.path), "good")
