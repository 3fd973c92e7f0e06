"""Which file of a repository somebody means, and the refusal where that is none, one of several, or cannot be read."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.messages import Message
from commcoord.store import tree

if TYPE_CHECKING:
    from commcoord.records.naming import Callable
    from commcoord.records.source import Source, Unreadable

AnyCalled = TypeVar("AnyCalled", bound="Callable")


def paths_meant(name: str, root: Path) -> set[str]:
    """Return the paths below the root that a name may stand for if it is one of a file; none where it is not."""
    if not name.endswith((".yaml", ".yml")):
        return set()
    typed = Path(os.path.normpath(name))
    behind_links = tree.below(root.resolve(), typed.parent.resolve() / typed.name)
    return {tree.below(root, typed), behind_links, typed.as_posix()}


def only(name: str, found: Sequence[AnyCalled], missing: Message) -> AnyCalled:
    """Return the one candidate; raises UsageError with the candidates where there are several."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(missing, Message("Look for it with: commcoord search WORDS"))
    shown = "\n  ".join(f"{one.id}  {one.words}" for one in found[:10])
    raise UsageError(
        Message(
            "“{name}” may mean {count} of them:\n  {candidates}",
            name=name,
            count=len(found),
            candidates=shown,
        ),
        Message("Name one by its id."),
    )


def only_record(name: str, found: Sequence[AnyCalled]) -> AnyCalled:
    """Return the one record that a name means; raises UsageError as `only` does."""
    return only(name, found, Message("No record is called “{name}”.", name=name))


def demand_record(source: "Source") -> "Source":
    """Return a file that holds a record; raises ImpossibleError where it cannot be read as one."""
    if source.unreadable is not None:
        raise unreadable(source.path, source.unreadable)
    if source.record is None:
        first = source.wrong[0]
        raise ImpossibleError(
            Message("{path}: {sentence}", path=source.path, sentence=first.message),
            Message("See all that is wrong with: commcoord check {path}", path=source.path),
        )
    return source


def unreadable(path: str, fault: "Unreadable") -> ImpossibleError:
    """Return what to say of a file that is not YAML."""
    return ImpossibleError(
        Message(
            "{path}:{line}:{column}: {sentence}",
            path=path,
            line=fault.line,
            column=fault.column,
            sentence=fault.message,
        )
    )
