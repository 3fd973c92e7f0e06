"""Say what is wrong with the set-up, and how to mend it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from commcoord.commands import options
from commcoord.language.messages import _, plural
from commcoord.session import Session
from commcoord.store.checkup.asking import answers
from commcoord.store.checkup.complaint import Complaint
from commcoord.store.tree import root_above


def run(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help=_("mend what can safely be mended"))] = False,
    as_json: options.Json = False,
) -> None:
    """Look at git, the merge driver (which is tried), line ends, names, ids on all branches, clock and terminal.

    Ends with 1 where something is wrong that loses work or stops it.
    """
    session: Session = ctx.obj
    root = root_above(session.directory)
    found = _examined(root, fix=fix)
    if as_json:
        session.console.answer_json([one.as_json for one in found])
    else:
        _tell(session, found)
    if any(one.complaint.severity == "error" and not one.fixed for one in found):
        raise typer.Exit(1)


def _examined(root: Path, *, fix: bool) -> "list[Examined]":
    """Return what is wrong; with `fix` what was mended, and what still stands after another look."""
    found = [(name, one, fix and _fixed(one)) for name, complaints in answers(root) for one in complaints]
    if not any(fixed for _name, _one, fixed in found):
        return [Examined(*one) for one in found]
    left = [Examined(name, one, fixed=False) for name, complaints in answers(root) for one in complaints]
    standing = {(one.check, one.complaint.message.english) for one in left}
    gone = [Examined(*one) for one in found if one[2] and (one[0], one[1].message.english) not in standing]
    return gone + left


class Examined(NamedTuple):
    """A complaint, by the question that found it, and whether it was mended on the spot."""

    check: str
    complaint: Complaint
    fixed: bool

    @property
    def as_json(self) -> dict[str, object]:
        """The complaint as JSON has it, the same in every language."""
        severity, message, mend, fix = self.complaint
        return {
            "check": self.check,
            "severity": severity,
            "message": message.english,
            "mend": mend.english,
            "fixable": fix is not None,
            "fixed": self.fixed,
        }


def _fixed(complaint: Complaint) -> bool:
    if complaint.fix is None:
        return False
    complaint.fix()
    return True


def _tell(session: Session, found: Sequence[Examined]) -> None:
    console = session.console
    for one in found:
        if one.fixed:
            console.answer(_("mended: {sentence}", sentence=one.complaint.message))
        else:
            console.answer_styled(console.styled(one.complaint.message, one.complaint.severity))
            console.answer(f"  → {one.complaint.mend}")
    left = sum(not one.fixed for one in found)
    if left:
        console.say(plural("{count} thing to mend", "{count} things to mend", left), "warning")
    else:
        console.say(_("All is well."), "good")
