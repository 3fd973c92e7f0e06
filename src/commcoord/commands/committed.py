"""A commit for each command that wrote something, where the settings ask for it."""

from commcoord.language.messages import _
from commcoord.session import Session


def commit_written(session: Session, command: str) -> None:
    """Commit what a command wrote: by itself with `commit: auto`, after a question on a terminal with `commit: ask`."""
    if "workspace" not in session.__dict__ or not session.workspace.written:
        return
    workspace = session.workspace
    paths = sorted({change.path for change in workspace.written})
    workspace.written.clear()
    if workspace.settings.commit == "never" or not _wanted(session, workspace.settings.commit):
        return
    from commcoord.store import committing, git
    from commcoord.store.locks import exclusive

    if not git.in_git(workspace.root) or git.underway(workspace.root):
        return
    with exclusive(workspace.root):
        subject = committing.commit(workspace.root, paths, command, workspace.settings.language)
    if subject:
        session.console.say(_("Committed: {subject}", subject=subject), "faint")


def _wanted(session: Session, setting: str) -> bool:
    if setting == "auto":
        return True
    if not session.console.interactive:
        return False
    import typer

    return typer.confirm(_("Commit this?"), default=True, err=True)
