"""Take back your last command that was committed."""

import typer

from commcoord.commands import options
from commcoord.errors import ImpossibleError, RefusedError
from commcoord.language.messages import Message, _
from commcoord.session import Session
from commcoord.store import git, undoing
from commcoord.workspace import Change


def run(ctx: typer.Context, dry_run: options.DryRun = False, as_json: options.Json = False) -> None:
    """Take back what your last command changed, by a commit that says so.

    Works where commands commit by themselves (`commit: auto` in commcoord.yaml). What others or you changed since
    then stays; where it stands in the way, nothing is done.
    """
    session: Session = ctx.obj
    workspace = session.workspace
    if not git.in_git(workspace.root):
        raise ImpossibleError(
            Message("{path} is not in a git repository.", path=str(workspace.root)),
            Message("Repair it with: commcoord init"),
        )
    commit = undoing.last(workspace.root)
    if commit is None:
        raise RefusedError(
            Message("No command of yours was committed that could be undone."),
            Message("What is not committed yet is shown by: git diff"),
        )
    if dry_run:
        diff = "".join(
            Change(one.path, _text(one.present), _text(one.wanted)).diff
            for one in undoing.taken_back(workspace.root, commit)
        )
        if as_json:
            session.console.answer_json(commit._asdict() | {"diff": diff})
        else:
            session.console.answer_raw(diff)
        return
    undoing.undo(workspace.root, commit, workspace.settings.language)
    if as_json:
        session.console.answer_json(commit._asdict())
    else:
        session.console.say(_("Undone: {subject}", subject=commit.subject), "good")


def _text(content: bytes | None) -> str:
    return (content or b"").decode("utf-8", "replace")
