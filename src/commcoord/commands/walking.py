"""How a record walks: takes answers, tries the gates up to a step, keeps what was typed, says what is lacking."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commcoord.commands import answering, lasting, options
from commcoord.console import one_line
from commcoord.errors import CommcoordError, UsageError, code_of
from commcoord.language.messages import Message, _
from commcoord.records.source import Source
from commcoord.records.view import View
from commcoord.records.vocabulary import STATES
from commcoord.session import Session
from commcoord.steps.gate import Gate, gate_of, step_after, steps_to
from commcoord.steps.setting import Setting

if TYPE_CHECKING:
    from commcoord.commands.asking import Given

Override = Annotated[
    str,
    typer.Option(
        "--override", metavar=_("BECAUSE"), help=_("pass a shut gate, with the reason; it is counted")
    ),
]


@dataclass
class Walk:
    """A record on its way: its tree as it will be written, and the gates that were tried."""

    tree: dict[str, Any]
    source: Source
    view: View
    gates: list[Gate]
    overridden: bool = False
    """Whether a shut gate was passed with a reason."""

    @property
    def last(self) -> Gate:
        """The gate that was tried last: shut, or the one of the step that was asked for."""
        return self.gates[-1]


def walk(session: Session, tree: dict[str, Any], source: Source, step: str, override: str, by: str) -> Walk:
    """Try the gates from where the record is up to a step, writing each passage into the tree."""
    workspace = session.workspace
    record = source.record
    assert record is not None  # whoever walks a record has found one
    journey = Walk(tree, source, workspace.near.with_source(source), [])
    for gate_step in steps_to(record.step, step):
        gate = gate_of(record, gate_step, journey.view)
        journey.gates.append(gate)
        if not gate.open and not override:
            break
        if not gate.open:
            _note_override(tree, gate_step, override, by, session)
            journey.overridden = True
        if tree["step"] == gate_step:
            _note_passage(tree, gate_step, by, session)
    journey.source = answering.checked_source(source.path, tree, source)
    return journey


def _note_override(tree: dict[str, Any], step: str, because: str, by: str, session: Session) -> None:
    from commcoord.records import editing
    from commcoord.records.outline import MODELS

    entry = {"step": step, "because": because, "by": by, "on": session.workspace.now.date().isoformat()}
    editing.add(
        tree, MODELS[str(tree["kind"])], "overrides", {key: value for key, value in entry.items() if value}
    )


def _note_passage(tree: dict[str, Any], step: str, by: str, session: Session) -> None:
    from commcoord.records import editing
    from commcoord.records.outline import MODELS

    model, now = MODELS[str(tree["kind"])], session.workspace.now
    tree["step"] = step_after(step)
    entry = {"step": step, "at": now.strftime("%Y-%m-%d %H:%M"), "by": by}
    editing.add(tree, model, "history", {key: value for key, value in entry.items() if value})
    if step == "archive" and not (tree.get("archive") or {}).get("on"):
        editing.put(tree, model, "archive.on", now.date().isoformat())


def step_command(step: str) -> Any:
    """Return the function of a step's command."""

    def run(
        ctx: typer.Context,
        record: options.RecordName,
        sets: options.Set = None,
        override: Override = "",
        by: options.By = "",
        dry_run: options.DryRun = False,
        as_json: options.Json = False,
    ) -> None:
        take_step(
            ctx.obj, record, step, sets or [], override=override, by=by, dry_run=dry_run, as_json=as_json
        )

    return run


def take_step(
    session: Session,
    name: str,
    step: str,
    sets: list[str],
    *,
    override: str = "",
    by: str = "",
    dry_run: bool = False,
    as_json: bool = False,
    prepared: Any = None,
) -> None:
    """Do a step: take answers, write, try the gate, say what came of it; ends with exit code 1 at a shut gate."""
    from commcoord.commands import telling

    workspace, override = session.workspace, override.strip()
    source = workspace.find(name)
    record = source.record
    assert record is not None  # find() has refused the others
    tree = workspace.editable(source)
    setting = answering.setting_for(session, record.kind, record.date)
    given = answering.given_answers(session, record.kind)
    asks = not given and not sets and prepared is None and not as_json and session.console.interactive
    if prepared is not None:
        prepared(tree, setting)
    if asks:
        _ask_into(session, source, tree, step, setting, dry_run=dry_run)
    answering.write_answers(tree, given, sets, setting)
    lasting.keep_length(session, tree, source.tree)
    changed = answering.checked_source(source.path, tree, source)
    _demand_gates(source, changed)
    journey = walk(session, tree, changed, step, override, by or session.caller)
    answering.say_read_back(session, setting)
    change = workspace.save(source.path, journey.tree, dry_run=dry_run)
    telling.tell_step(session, journey, change, dry_run=dry_run, as_json=as_json)
    if not journey.last.open and not override:
        raise typer.Exit(1)


def _demand_gates(before: Source, after: Source) -> None:
    """Raise UsageError where --set made another record of it, or moved it past gates that nobody tried."""
    answering.demand_settled(after, kind=str(before.tree.get("kind")), id=str(before.tree.get("id")))
    if before.record and after.record and STATES.index(after.record.step) > STATES.index(before.record.step):
        raise UsageError(
            Message("A step is passed by its gate, not by --set."),
            Message("Pass a shut gate with a reason: --override BECAUSE"),
        )


def _ask_into(
    session: Session, source: Source, tree: dict[str, Any], step: str, setting: Setting, *, dry_run: bool
) -> None:
    """Ask what the step lacks and write it into the tree; what would be written is shown and agreed to first.

    Whoever interrupts the questions keeps what was answered; whoever says no gets it back as a command.
    """
    from commcoord.commands import asking, step_questions

    given: Given = []
    code, kept = 1, False
    try:
        given += step_questions.ask_step(session, source, step, setting)
        answering.write_answers(tree, given, [], setting)
        if step == "hold":
            given += _read_back(session, source, tree, setting)
        answering.checked_source(source.path, tree, source)
        if not given or _agreed(session, source, tree):
            return
    except asking.InterruptedAnswersError as stop:
        answering.write_answers(tree, stop.given, [], setting)
        given += stop.given
        _keep(session, source, tree, given, dry_run=dry_run)
        code, kept = stop.code, not dry_run
    except (KeyboardInterrupt, EOFError) as stop:
        _keep(session, source, tree, given, dry_run=dry_run)
        code, kept = code_of(stop), not dry_run
    except CommcoordError as error:
        session.console.warn(one_line(error.message))
        code = error.exit_code
    if not kept:
        session.console.warn(_("Nothing is written. To say the same again:"), "warning")
        session.console.warn(f"  commcoord {step} {source.id} {asking.as_options(given)}".rstrip())
    raise typer.Exit(code)


def _read_back(session: Session, source: Source, tree: dict[str, Any], setting: Setting) -> "Given":
    from commcoord.commands import step_questions

    tried = answering.checked_source(source.path, tree, source)
    assert tried.record is not None  # the answers made no field wrong
    gate = gate_of(tried.record, "hold", session.workspace.near.with_source(tried))
    confirmed = step_questions.ask_read_back(session, gate, setting)
    answering.write_answers(tree, confirmed, [], setting)
    return confirmed


def _keep(session: Session, source: Source, tree: dict[str, Any], given: "Given", *, dry_run: bool) -> None:
    """Write what was answered until an interrupt, unless it was a rehearsal."""
    if not given:
        session.console.warn(_("Interrupted; nothing was answered."), "warning")
    elif not dry_run:
        session.workspace.save(source.path, tree)
        session.console.warn(_("Interrupted; what you had answered is written."), "warning")


def _agreed(session: Session, source: Source, tree: dict[str, Any]) -> bool:
    from commcoord.commands.prompting import agreed

    session.console.warn(session.workspace.save(source.path, tree, dry_run=True).diff.rstrip(), "faint")
    return agreed(session.console, _("Write this?"))
