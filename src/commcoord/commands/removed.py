"""Records that one side of a merge removed and the other changed: whether they stay."""

from pathlib import Path

from commcoord.commands.prompting import agreed
from commcoord.errors import RefusedError
from commcoord.language.messages import Message, _
from commcoord.session import Session
from commcoord.store import git
from commcoord.workspace import Change

SIDES = ("ours", "theirs")


def settle(session: Session, root: Path, removed: dict[str, str], usual: str, *, dry_run: bool) -> list[str]:
    """Settle for each record whether it stays, and return the diffs of that; with `dry_run` nothing is done.

    `removed` has the side that removed each; `usual` is the side that holds, asked for where it is "". Raises
    RefusedError where nobody is there to answer.
    """
    stays = {path: side != (usual or _asked(session, path, side)) for path, side in removed.items()}
    diffs = []
    for path, stay in stays.items():
        present = (root / path).read_bytes() if (root / path).is_file() else b""
        diffs.append("" if stay else Change(path, present.decode("utf-8", "replace"), "").diff)
        if dry_run:
            continue
        if not stay:
            git.told(root, "--literal-pathspecs", "rm", "--quiet", "--force", "--", path)
        else:
            if not present:
                other = SIDES[1 - SIDES.index(removed[path])]
                git.told(root, "--literal-pathspecs", "checkout", f"--{other}", "--", path)
            git.told(root, "--literal-pathspecs", "add", "--", path)
        session.console.say(_("Resolved: {path}", path=path), "good")
    return diffs


def _asked(session: Session, path: str, side: str) -> str:
    """Ask which side holds."""
    what = (
        Message("{path} was removed here, and changed by what came in.", path=path)
        if side == "ours"
        else Message("{path} was changed here, and removed by what came in.", path=path)
    )
    if not session.console.interactive:
        raise RefusedError(what, Message("Say --ours for what was done here, --theirs for what came in."))
    session.console.say(str(what), "strong")
    stay = agreed(session.console, _("Keep it"))
    return SIDES[1 - SIDES.index(side)] if stay else side
