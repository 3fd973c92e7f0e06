"""What `check --fix` does: what has one right answer is written, and never anything else."""

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.outline import order_at
from commcoord.records.source import Source, source_of
from commcoord.records.view import View
from commcoord.rules.files import misplaced_file
from commcoord.rules.judge import judged
from commcoord.rules.mending.mend import Case, Tree, all_mends
from commcoord.store import files
from commcoord.store.yaml_ordering import ordered
from commcoord.store.yaml_patching import patched
from commcoord.store.yamltext import read
from commcoord.workspace import Change, Workspace

if TYPE_CHECKING:
    from commcoord.records.ids import Taken

ROUNDS = 4
"""How often a file is looked at: a mended field lets the rules see what it hid."""
Wanted = Callable[[str], bool]
"""Whether the findings of a rule, by its id, are to be mended; the empty id stands for what no rule asks for."""


@dataclass(frozen=True)
class Mended:
    """What there is to be done to one file."""

    change: Change
    notes: list[Message]


def mended(workspace: Workspace, sources: Iterable[Source], wanted: Wanted) -> Iterator[Mended]:
    """Yield what can be mended in these files without anybody's decision; nothing is written."""
    taken, known = workspace.taken, {one.path for one in workspace.sources}
    for source in sources:
        if source.unreadable is None:
            view = workspace.view if source.path in known else workspace.view.with_source(source)
            found = _mended(workspace, source, view, taken, wanted)
            if found.notes:
                yield found


def write(workspace: Workspace, change: Change) -> None:
    """Carry out a change; raises ImpossibleError where the file has changed meanwhile or something is in the way."""
    root, before, after = workspace.root, change.before.encode(), change.after.encode()
    if change.place:
        files.move(root / change.path, root / change.place, after, expected=before, root=root)
    else:
        files.write_atomically(root / change.path, after, expected=before, root=root)


def _mended(workspace: Workspace, source: Source, view: View, taken: "Taken", wanted: Wanted) -> Mended:
    before = (workspace.root / source.path).read_bytes()
    document = read(before)
    fields = copy.deepcopy(document.tree)
    notes = list(_mended_fields(fields, source, view, taken, wanted))
    text = patched(document, fields) if notes else document.text
    if wanted(""):
        in_order = ordered(read(text.encode()), lambda path: order_at(str(source.tree.get("kind")), path))
        notes += [Message("the fields stand in their order")] if in_order != text else []
        text = in_order
    place = _place(workspace, source, view, wanted)
    notes += [Message("moved to {place}", place=place)] if place else []
    return Mended(Change(source.path, document.text, text, place), notes)


def _mended_fields(
    fields: Tree, source: Source, view: View, taken: "Taken", wanted: Wanted
) -> Iterator[Message]:
    for _round in range(ROUNDS):
        found = {one.rule for one in judged(source, view)} | {""}
        notes = [
            note
            for mend in all_mends()
            if mend.rule in found and wanted(mend.rule)
            for note in mend.mended(fields, Case(source, view, taken))
        ]
        if not notes:
            return
        yield from notes
        source = source_of(source.path, fields)
        view = view.with_source(source)


def _place(workspace: Workspace, source: Source, view: View, wanted: Wanted) -> str:
    """Return where a misplaced file goes, if nothing lies there yet."""
    if not wanted(misplaced_file.ID) or not _inside(workspace, source):
        return ""
    place = misplaced_file.right_place(source, view)
    return place if place and not (workspace.root / place).exists() else ""


def _inside(workspace: Workspace, source: Source) -> bool:
    return (workspace.root / source.path).resolve().is_relative_to(workspace.root.resolve())
