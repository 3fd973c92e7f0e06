"""The answer of `show`: one record, what it takes from where, and what its gate lacks, by the files that concern it."""

from typing import TYPE_CHECKING, Any

from commcoord.asked_files import AskedFiles
from commcoord.commands.ruling import blocker_json, tell_ruling
from commcoord.commands.showing import fields_shown
from commcoord.commands.unread import tell_unread, unread
from commcoord.console import one_line
from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.nearby import Nearby
from commcoord.records.kinds import is_feedback
from commcoord.records.light import dumped
from commcoord.records.served import status_of
from commcoord.records.vocabulary import STEPS, reached
from commcoord.session import Session
from commcoord.steps.gate import gate_of

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View
    from commcoord.steps.gate import Gate


def answer(session: Session, *, record: str, as_json: bool = False) -> bool:
    """Answer with a record; raises UsageError and ImpossibleError as `Workspace.find` does."""
    files = AskedFiles.by(session.written)
    source = files.find(record)
    found = source.record
    assert found is not None  # find() has refused the others
    view = Nearby(files).as_view
    gate = gate_of(found, found.step, view) if found.step in STEPS else None
    if as_json:
        whole = _as_json(found, files.path_of(found.id), gate, view)
        whole["derived"]["unread"] = unread(source)
        session.console.answer_json(whole)
    else:
        tell_unread(session, source)
        _print(session, found, source.path, gate, view)
    return True


def _as_json(record: "Record", path: str, gate: "Gate | None", view: "View") -> dict[str, Any]:
    """Return the record as it is written, and beside it what follows from it."""
    written = dumped(record)
    return written | {
        "derived": {
            "path": path,
            **({"status": status_of(record)} if is_feedback(record) else {}),
            "inherited": view.inherited(record),
            "backlinks": [one.id for one in view.backlinks(record)],
            "gate": {
                "step": record.step,
                "open": gate.open if gate else True,
                "blockers": [blocker_json(one) for one in gate.blockers] if gate else [],
            },
        }
    }


def _print(session: Session, record: "Record", path: str, gate: "Gate | None", view: "View") -> None:
    console = session.console
    console.answer_styled(console.styled(one_line(record.title), "strong"))
    console.answer(f"{record.id}  {record.date}  {label(record.scenario)}  {path}")
    console.answer(_road(session, record), "")
    for line in fields_shown(session, view.effective(record), view.inherited(record)):
        console.answer_styled(line)
    for heading, links in ((_("Comes from"), view.linked(record)), (_("Led to"), view.backlinks(record))):
        for one in links:
            console.answer(_("{name}: {value}", name=heading, value=f"{one.id}  {one_line(one.title)}"))
    _print_gate(session, record, gate)


def _road(session: Session, record: "Record") -> str:
    """Return the seven steps with those behind ticked."""
    tick, here = ("✓", "●") if session.console.fits("✓●") else ("x", "*")
    marks = []
    for step in STEPS:
        mark = here if step == record.step else tick if reached(step, record.step) else " "
        marks.append(f"{mark} {label(step)}".strip())
    return "  ".join(marks)


def _print_gate(session: Session, record: "Record", gate: "Gate | None") -> None:
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
