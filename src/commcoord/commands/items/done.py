"""An item is done, with the evidence."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.commands.item_life import Entry, change_item, demand_open, set_field
from commcoord.errors import RefusedError
from commcoord.language.messages import Message, _
from commcoord.language.names import same_person


def run(
    ctx: typer.Context,
    item: options.ItemName,
    evidence: Annotated[
        str, typer.Option("--evidence", metavar=_("LINK"), help=_("what shows that it is done"))
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar=_("TEXT"), help=_("a word on how it ended"))] = "",
    accepted_by: Annotated[
        str,
        typer.Option(
            "--accepted-by", metavar=_("NAME"), help=_("who accepted it, where the item names somebody")
        ),
    ] = "",
    on: options.On = "",
    by: options.By = "",
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Close an item: what was promised is done. One that was closed without evidence or acceptance gets it."""

    def mutate(mapping: dict[str, Any], entry: Entry) -> None:
        """Close the item, or add to a closed one what it lacks."""
        accepted = {"at": f"{ctx.obj.workspace.now:%Y-%m-%d %H:%M}", "by": accepted_by} if accepted_by else {}
        if mapping.get("status") == "done" and _added(mapping, entry, accepted, evidence, note, on=on):
            return
        demand_open(mapping)
        _demand_acceptance(mapping, accepted_by)
        set_field(mapping, "status", "done")
        set_field(mapping, "needs", None)
        set_field(mapping, "evidence", evidence or mapping.get("evidence"))
        set_field(mapping, "done_on", entry["on"])
        if accepted:
            set_field(mapping, "accepted", accepted)
        entry.note(note=note, status="done")

        if not evidence and not note and not mapping.get("evidence"):
            unproved.append(f"commcoord done {mapping['id']} --evidence …")

    unproved: list[str] = []
    change_item(ctx.obj, item, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)
    for command in unproved:
        ctx.obj.console.say(
            _(
                "Without evidence or a note nobody can see later that it was done (CC610): {command}",
                command=command,
            ),
            "warning",
        )


def _added(
    mapping: dict[str, Any], entry: Entry, accepted: dict[str, str], evidence: str, note: str, *, on: str
) -> bool:
    """Add to a closed item what it lacks: what shows that it is done, who accepted it; false where nothing does.

    When it was done stays, unless another day is said.
    """
    if (evidence and mapping.get("evidence")) or (accepted and mapping.get("accepted")):
        return False
    proves = bool(evidence or note) and not mapping.get("evidence")
    if not proves and not accepted:
        return False
    if accepted:
        _demand_acceptance(mapping, accepted["by"])
        set_field(mapping, "accepted", accepted)
    if evidence:
        set_field(mapping, "evidence", evidence)
    entry.note(note=note or evidence)
    if on or (proves and not mapping.get("done_on")):
        set_field(mapping, "done_on", entry["on"])
    return True


def _demand_acceptance(mapping: dict[str, Any], accepted_by: str) -> None:
    """Raise RefusedError where somebody must accept an item who has not."""
    wanted = str(mapping.get("accept") or "")
    if wanted and not same_person(wanted, accepted_by):
        raise RefusedError(
            Message("{who} must accept it first.", who=wanted),
            Message("Then: commcoord done {id} --accepted-by {who}", id=mapping.get("id"), who=f'"{wanted}"'),
        )
