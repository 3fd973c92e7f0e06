"""A record with conflict markers, taken apart into its disagreements and put together from the answers."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.store import git
from commcoord.store.files import write_atomically
from commcoord.store.merging.comments import changed
from commcoord.store.merging.conflicts import marked, sides_of
from commcoord.store.merging.trees import Disagreement, compared, decided, disagreements
from commcoord.store.merging.trees import Path as FieldPath
from commcoord.store.tree import RECORDS, is_record_file
from commcoord.store.yaml_faults import decoded
from commcoord.store.yamltext import NotYaml, read

if TYPE_CHECKING:
    from commcoord.store.merging.conflicts import Sides

CHANGED = 2
"""How many versions git holds of a file that one side removed: the base, and the other side's."""

Decide = Callable[[FieldPath, Disagreement], Any]


class Conflicted(NamedTuple):
    """A file with markers: its bytes, both sides, and one tree of both with their disagreements."""

    path: Path
    content: bytes
    sides: "Sides"
    tree: dict[str, Any]

    @property
    def disagreements(self) -> list[tuple[FieldPath, Disagreement]]:
        """Where the sides want different things."""
        return disagreements(self.tree)

    def resolved(self, decide: Decide) -> str:
        """Return the file's text as it is decided, with the comments of both sides."""
        ours, theirs = self.sides
        return changed(ours, (ours, ours, theirs), decided(self.tree, decide))


def conflicted(path: Path) -> Conflicted | None:
    """Read a file with markers, none where it has none.

    Raises ImpossibleError where the file is not UTF-8, the sides cannot be told apart or one cannot be read: then only
    an editor helps.
    """
    content = path.read_bytes()
    if not marked(content):
        return None
    try:
        sides = sides_of(decoded(content))
    except NotYaml as fault:
        raise _beyond(path, fault.message) from fault
    if sides is None:
        raise _beyond(path, Message("the markers do not belong together"))
    try:
        ours, theirs = (read(side.encode()).tree for side in sides)
    except NotYaml as fault:
        raise _beyond(path, fault.message) from fault
    return Conflicted(path, content, sides, compared(ours, theirs))


def removed(root: Path) -> dict[str, str]:
    """Return the records that one side of a merge removed and the other changed, each with that side."""
    if not git.in_git(root):
        return {}
    stages: dict[str, set[str]] = {}
    for line in git.names(git.said(root, "ls-files", "--unmerged", "-z", "--", RECORDS)):
        described, _tab, path = line.partition("\t")
        stages.setdefault(path, set()).add(described.split()[2])
    wanted = {
        path: "theirs" if "2" in found else "ours" for path, found in stages.items() if len(found) == CHANGED
    }
    return {path: side for path, side in wanted.items() if "1" in stages[path] and is_record_file(path)}


def _beyond(path: Path, reason: Message) -> ImpossibleError:
    return ImpossibleError(
        Message("{path} cannot be resolved field by field: {reason}.", path=path.name, reason=reason),
        Message("Open it in an editor, keep what is right, and delete the marker lines."),
    )


def write(found: Conflicted, text: str, root: Path) -> None:
    """Write a resolved file, unless somebody changed it meanwhile; raises ImpossibleError as `write_atomically`."""
    write_atomically(found.path, text.encode(), expected=found.content, root=root)
