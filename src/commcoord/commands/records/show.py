"""One record: what it says, what it takes from where, and what its gate lacks."""

from typing import Any

import typer

from commcoord.commands import options
from commcoord.commands.showing import fields_shown
from commcoord.commands.walking import blocker_json
from commcoord.console import one_line
from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.records.light import dumped
from commcoord.records.record import Record
from commcoord.records.vocabulary import STEPS, reached
from commcoord.session import Session
from commcoord.steps.gate import Gate, gate_of


def run(ctx: typer.Context, record: options.RecordName, as_json: options.Json = False) -> None:
    """Show a record and what stands between it and the next step."""
    session: Session = ctx.obj
    source = session.workspace.find(record)
    found = source.record
    assert found is not None  # find() has refused the others
    gate = gate_of(found, found.step, session.workspace.view) if found.step in STEPS else None
    if as_json:
        session.console.answer_json(record_json(session, found, gate))
        return
    _print(session, found, source.path, gate)


def record_json(session: Session, record: Record, gate: Gate | None) -> dict[str, Any]:
    """Return the record as it is written, and beside it what follows from it."""
    view = session.workspace.view
    written = dumped(record)
    return written | {
        "derived": {
            "path": session.workspace.path_of(record.id),
            "inherited": view.inherited(record),
            "backlinks": [one.id for one in view.backlinks(record)],
            "gate": {
                "step": record.step,
                "open": gate.open if gate else True,
                "blockers": [blocker_json(one) for one in gate.blockers] if gate else [],
            },
        }
    }


def _print(session: Session, record: Record, path: str, gate: Gate | None) -> None:
    console, view = session.console, session.workspace.view
    console.answer_styled(console.styled(one_line(record.title), "strong"))
    console.answer(f"{record.id}  {record.date}  {label(record.scenario)}  {path}")
    console.answer(_road(session, record), "")
    for line in fields_shown(session, view.effective(record), view.inherited(record)):
        console.answer_styled(line)
    for heading, links in ((_("Comes from"), view.linked(record)), (_("Led to"), view.backlinks(record))):
        for one in links:
            console.answer(_("{name}: {value}", name=heading, value=f"{one.id}  {one_line(one.title)}"))
    _print_gate(session, record, gate)


def _road(session: Session, record: Record) -> str:
    """Return the seven steps with those behind ticked."""
    tick, here = ("✓", "●") if session.console.fits("✓●") else ("x", "*")
    marks = []
    for step in STEPS:
        mark = here if step == record.step else tick if reached(step, record.step) else " "
        marks.append(f"{mark} {label(step)}".strip())
    return "  ".join(marks)


def _print_gate(session: Session, record: Record, gate: Gate | None) -> None:
    from commcoord.commands.telling import tell_ruling

    console = session.console
    if record.cancelled is not None:
        console.say(_("Cancelled: {reason}", reason=one_line(record.cancelled.because or "")), "warning")
    elif gate is not None and gate.open:
        console.say(
            _(
                "The gate of {step} is open: {command}",
                step=label(gate.step),
                command=f"commcoord next {record.id}",
            ),
            "good",
        )
    elif gate is not None:
        console.say(_("The gate of {step} is shut:", step=label(gate.step)), "error")
        for ruling in gate.blockers:
            tell_ruling(session, ruling)
