"""A commit for each command that wrote something, where the settings ask for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commcoord.language.messages import _
from commcoord.session import Session

if TYPE_CHECKING:
    from commcoord.workspace import Change


def commit_written(session: Session, command: str) -> None:
    """Commit what a command wrote: by itself with `commit: auto`, after a question on a terminal with `commit: ask`."""
    if "workspace" not in session.__dict__ or not session.workspace.written:
        return
    workspace = session.workspace
    written = _by_path(workspace.written)
    workspace.written.clear()
    if workspace.settings.commit == "never" or not _wanted(session, workspace.settings.commit):
        return
    from commcoord.store import committing, git
    from commcoord.store.locks import exclusive

    if not git.in_git(workspace.root):
        return
    underway = git.underway(workspace.root)
    if underway:
        session.console.warn(
            _("Not committed: git is in the middle of a {command}.", command=underway), "warning"
        )
        return
    with exclusive(workspace.root):
        changed = [committing.Changed(path, before, after) for path, (before, after) in written.items()]
        subject = committing.commit_written(workspace.root, changed, command, workspace.settings.language)
    if subject:
        session.console.say(_("Committed: {subject}", subject=subject), "faint")


def _by_path(changes: "Sequence[Change]") -> dict[str, tuple[bytes | None, bytes]]:
    """Return what each file held before the first change of it, none where there was no file, and after the last."""
    found: dict[str, tuple[bytes | None, bytes]] = {}
    for one in changes:
        before = found[one.path][0] if one.path in found else one.before.encode() or None
        found[one.path] = (before, one.after.encode())
    return dict(sorted(found.items()))


def _wanted(session: Session, setting: str) -> bool:
    if setting == "auto":
        return True
    if not session.console.interactive:
        return False
    from commcoord.commands.prompting import agreed  # hardly anybody is asked

    return agreed(session.console, _("Commit this?"))
