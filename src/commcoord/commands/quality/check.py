"""What is at fault in the records, where, and how to mend it."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.commands.checking import chosen_rules, files_at, in_place_of, repository_around
from commcoord.commands.faults import format_named, told
from commcoord.console import one_line
from commcoord.errors import UsageError
from commcoord.language.messages import Message, _
from commcoord.session import Session

REHEARSED = ("text", "json")
"""The formats in which a rehearsal can be told."""


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("[PATH…]"), help=_("files or folders; the whole repository if not said")),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|github|gitlab|sarif", help=_("how to answer"))
    ] = "text",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar=_("RULE"), help=_("only these rules: CC103, its name, or CC1")),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar=_("RULE"), help=_("all rules but these"))
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("mend what has one right answer, then look again"))
    ] = False,
    dry_run: options.DryRun = False,
    staged: Annotated[
        bool, typer.Option("--staged", help=_("what is about to be committed, as git's index has it"))
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("also what is only worth knowing"))
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Look for faults in the records; an error makes the answer no, exit 1.

    A rule is switched off for one record by `allow` in it, with the reason, and for all by `rules` in commcoord.yaml.
    """
    session: Session = ctx.obj
    name = format_named(form, as_json=as_json)
    _demand_sense(name, fix=fix, dry_run=dry_run, staged=staged)
    session.place, session.staged = repository_around(session.directory, paths or ()), staged
    chosen = chosen_rules(select or (), ignore or ())
    if fix:
        paths = mend(session, paths or (), chosen, whole=not select, dry_run=dry_run, as_json=name == "json")
        if dry_run:
            return
    if not told(session, name, paths or (), chosen, verbose=verbose):
        raise typer.Exit(1)


def _demand_sense(form: str, *, fix: bool, dry_run: bool, staged: bool) -> None:
    if dry_run and not fix:
        raise UsageError(Message("--dry-run goes with --fix."))
    if dry_run and form not in REHEARSED:
        raise UsageError(
            Message("--fix --dry-run shows a diff, which cannot be told as {format}.", format=form),
            Message("Choose the format text or json, or leave --dry-run out."),
        )
    if staged and fix:
        raise UsageError(
            Message("--fix mends what lies in the folder, not what is staged."),
            Message("Leave --staged out, look at what was mended, and add it with git."),
        )


def mend(
    session: Session,
    paths: Sequence[str],
    chosen: Callable[[str], bool],
    *,
    whole: bool,
    dry_run: bool,
    as_json: bool,
) -> list[str]:
    """Mend what has one right answer, tell what was done, and return the paths with what was moved in its new place.

    A rehearsal prints the diff and writes nothing.
    """
    from commcoord.commands.mending import mended, write
    from commcoord.commands.unkept import sources_at

    rehearsed: list[dict[str, str]] = []
    now = list(paths)
    workspace = session.workspace
    files = files_at(workspace.root, session.directory, paths) if paths else None
    sources = sources_at(workspace, files)
    for one in mended(session.workspace, sources, lambda rule: chosen(rule) if rule else whole):
        if dry_run:
            rehearsed.append({"path": one.change.path, "diff": one.change.diff})
            continue
        write(session.workspace, one.change)
        now = in_place_of(one.change, now, workspace.root, session.directory)
        for note in one.notes:
            session.console.say(f"{one.change.path}: {one_line(note)}", "good")
    if dry_run and as_json:
        session.console.answer_json(rehearsed)
    for each in () if as_json else rehearsed:
        session.console.answer_raw(each["diff"])
    session.workspace.close()
    del session.workspace  # what was read is no longer what is there
    return now
