"""Commit, pull, merge and push, in one go."""

import typer

from commcoord.commands import options
from commcoord.language.messages import Several, _, plural
from commcoord.session import Session
from commcoord.store import committing, syncing

SHOWN = 5
"""Files that a sentence names at the most."""


def run(ctx: typer.Context, dry_run: options.DryRun = False, as_json: options.Json = False) -> None:
    """Share your records with everybody and get theirs.

    Commits the records that changed, gets what others did, merges it field by field, and pushes; when somebody was
    faster, again. Where you and somebody else changed the same thing, it stops and says what to do. Works with any
    remote that git is set up for, and never asks for a password.
    """
    session: Session = ctx.obj
    console, workspace = session.console, session.workspace
    if dry_run:
        told = committing.rehearsed(workspace.root, workspace.settings.language)
        if as_json:
            console.answer_json({"diff": told})
        else:
            console.answer_raw(told)
        return
    report = syncing.sync(workspace.root, workspace.settings.language)
    ignored = committing.ignored_files(workspace.root)
    if ignored:
        console.warn(_("Not shared, since git ignores it: {paths}", paths=_some(ignored)), "warning")
    if as_json:
        console.answer_json(report._asdict() | {"ignored": ignored})
        return
    if report.committed:
        console.say(_("Committed: {subject}", subject=report.committed))
    if not report.remote:
        console.say(_("There is no remote to share with yet: git remote add origin URL"), "warning")
        return
    received = plural("{count} commit of others", "{count} commits of others", report.received)
    sent = plural("{count} commit of yours", "{count} commits of yours", report.sent)
    console.say(
        _(
            "In step with {remote}: got {received}, sent {sent}.",
            remote=report.remote,
            received=received,
            sent=sent,
        ),
        "good",
    )


def _some(paths: list[str]) -> Several:
    more = [f"… (+{len(paths) - SHOWN})"] if len(paths) > SHOWN else []
    return Several([*paths[:SHOWN], *more])
