"""The file does not lie where its id and kind say.

What: a record lies in `records/`, in the folder of the quarter of its id and of its kind, under its own id as name;
this one lies elsewhere, or its id names another kind.

Why: people look for a record where it belongs, and the links of editors and the folders of the quarter rely on it.

Bad:
    # at records/2023Q4/plan/minutes-20231020-7qk2.yaml
    kind: minutes
    id: minutes-20231020-7qk2

Good:
    # at records/2023Q4/minutes/minutes-20231020-7qk2.yaml
    kind: minutes
    id: minutes-20231020-7qk2

Bad (en):
    # at records/2023Q4/minutes/launch.yaml
    kind: minutes
    id: minutes-20231020-7qk2

Good (en):
    # at records/2023Q4/minutes/minutes-20231020-7qk2.yaml
    kind: minutes
    id: minutes-20231020-7qk2
"""

from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.ids import is_record_id, kind_of, path_of
from commcoord.records.vocabulary import KINDS
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import View

ID = "CC006"
SEVERITY = "warning"


def inspect(source: "Source", view: "View") -> Iterator[Finding]:
    """Find a file in the wrong place, or with an id of another kind."""
    name, kind = source.tree.get("id"), source.tree.get("kind")
    if not isinstance(name, str) or not is_record_id(name):
        return
    if kind == kind_of(name) and path_of(name) == source.path:
        return  # as nearly all of them
    if kind in KINDS and kind != kind_of(name):
        yield Finding(
            Message("a record of kind {kind} has the id of another kind, {name}", kind=kind, name=name),
            ("id",),
            hint=Message("Mend `kind`, or give the record an id of its kind."),
        )
        return
    place = right_place(source, view)
    if place is not None:
        yield Finding(
            Message("by its id, the file belongs at {place}", place=place),
            ("id",),
            f"commcoord check --fix {quote(source.path)}",
        )


def right_place(source: "Source", view: "View") -> str | None:
    """Return where a misplaced file belongs; none where that is not certain, or where it lies there."""
    name = source.tree.get("id")
    if not isinstance(name, str) or not is_record_id(name) or source.tree.get("kind") != kind_of(name):
        return None
    alone = len(view.holders(name)) == 1  # of two files with one id, the id is the fault and not the place
    return path_of(name) if alone and path_of(name) != source.path else None
