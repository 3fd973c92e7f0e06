"""Settle a conflict of two versions of a record, field by field."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from commcoord.commands import options, removed
from commcoord.console import one_line
from commcoord.errors import RefusedError, UsageError
from commcoord.language.labels import field_label
from commcoord.language.messages import Message, Several, _
from commcoord.session import Session
from commcoord.store import git
from commcoord.store.merging import resolving
from commcoord.store.merging.conflicts import marked
from commcoord.store.merging.resolving import Conflicted
from commcoord.store.merging.trees import ABSENT, Disagreement
from commcoord.store.merging.trees import Path as FieldPath
from commcoord.store.tree import SETTINGS, below, record_files, root_above
from commcoord.workspace import Change

SIDES = ("ours", "theirs")

Which = Annotated[
    str, typer.Argument(metavar=_("[ID]"), help=_("the record; all that carry conflict markers if not said"))
]


def run(
    ctx: typer.Context,
    record: Which = "",
    ours: Annotated[
        bool, typer.Option("--ours", help=_("keep what was here, wherever not said else"))
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help=_("take what came in, wherever not said else"))
    ] = False,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", metavar="FIELD=ours|theirs", help=_("whose version of one field holds")),
    ] = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
) -> None:
    """Ask field by field whose version holds, where two people changed the same thing.

    "Ours" is what was here before the merge (in a rebase: what it goes onto), "theirs" is what came in. When no
    record is in conflict any more, `commcoord sync` concludes the merge.
    """
    if ours and theirs:
        raise UsageError(Message("--ours and --theirs exclude each other."))
    session: Session = ctx.obj
    answers = dict(_answer(one) for one in take or ())
    root = root_above(session.directory)
    usual = "ours" if ours else "theirs" if theirs else ""
    meant = _meant(session, root, record)
    gone = {path: side for path, side in resolving.removed(root).items() if not record or path in meant}
    found = [one for path in meant if (one := resolving.conflicted(root / path)) is not None]
    _demand_fields(found, answers)
    told = [*(_as_json(root, one) for one in found), *map(_removed_as_json, gone.items())] if as_json else []
    if not found and not gone:
        session.console.say(_("No record is in conflict."), "good")
    elif as_json and not (answers or usual):
        session.console.answer_json(told)
        raise typer.Exit(1)
    decides = (_decide(session, one, answers, usual) for one in found)
    diffs = [
        _decided(session, root, one, decide, dry_run) for one, decide in zip(found, decides, strict=True)
    ]
    diffs += removed.settle(session, root, gone, usual, dry_run=dry_run)
    if as_json:
        session.console.answer_json([*map(_with_diff, told, diffs)] if dry_run else told)
    elif dry_run:
        session.console.answer_raw("".join(diffs))
    if diffs and not dry_run:
        _tell_what_follows(session, root)


def _removed_as_json(gone: tuple[str, str]) -> dict[str, Any]:
    return {"path": gone[0], "removed_by": gone[1], "conflicts": []}


def _with_diff(entry: dict[str, Any], diff: str) -> dict[str, Any]:
    return entry | {"diff": diff}


def _decided(session: Session, root: Path, found: Conflicted, decide: resolving.Decide, dry_run: bool) -> str:
    """Settle one file, unless only to look at it, and return the diff of that."""
    text = found.resolved(decide)
    if not dry_run:
        _settle(session, root, found, text)
    return _change(root, found, text).diff


def _answer(typed: str) -> tuple[str, str]:
    field, _equals, side = typed.rpartition("=")
    if side not in SIDES:
        raise UsageError(Message("“{text}” is not FIELD=ours or FIELD=theirs.", text=typed))
    return field, side


def _meant(session: Session, root: Path, name: str) -> list[str]:
    """Return the files that are meant, below the root; settings in conflict need not be read for that."""
    if _is_called(SETTINGS, name):
        return [SETTINGS]
    if marked((root / SETTINGS).read_bytes()):
        paths = [below(root, path) for path in record_files(root) if marked(path.read_bytes())]
        found = [path for path in (SETTINGS, *paths) if not name or _is_called(path, name)]
    else:
        files = session.workspace.files
        found = [one.path for one in (files.meant(name) if name else files.unreadable)]
    if name and not found:
        raise UsageError(Message("No record is called “{name}”.", name=name))
    return found


def _is_called(path: str, name: str) -> bool:
    stem = Path(path).stem
    return name in (path, Path(path).name, stem) or stem.endswith(f"-{name}")


def _demand_fields(found: Sequence[Conflicted], answers: dict[str, str]) -> None:
    """Raise UsageError where an answer is for no field on which the sides disagree."""
    fields = [named(path) for one in found for path, _disagreement in one.disagreements]
    for field in answers if found else ():
        if field not in fields:
            raise UsageError(
                Message("No field in conflict is called “{field}”.", field=field),
                Message("There are: {fields}", fields=Several(fields)),
            )


def _decide(session: Session, found: Conflicted, answers: dict[str, str], usual: str) -> resolving.Decide:
    session.console.say(one_line(found.path.name), "strong")

    def decide(path: FieldPath, one: Disagreement) -> Any:
        side = answers.get(named(path)) or usual or _asked(session, path, one)
        return getattr(one, side)

    return decide


def named(path: FieldPath) -> str:
    """Return a field's path as `--take` and `--set` name it: `actions.a-3f9k.due`."""
    return ".".join(map(str, path))


def _asked(session: Session, path: FieldPath, one: Disagreement) -> str:
    """Ask whose version of a field holds; raises RefusedError where nobody is there to answer."""
    console = session.console
    if not console.interactive:
        raise RefusedError(
            Message("Both sides changed {field}: “{ours}” or “{theirs}”?", field=named(path), **_shown(one)),
            Message("Say --take {field}=ours or --take {field}=theirs.", field=named(path)),
        )
    console.say(" › ".join(field_label(str(key)) for key in path), "strong")
    for number, side in enumerate(SIDES, 1):
        console.say(f"  {number}  {one_line(_shown(one)[side])}")
    while True:
        typed = typer.prompt(_("Which holds, 1 or 2"), err=True).strip()
        if typed in ("1", "2"):
            return SIDES[int(typed) - 1]


def _shown(one: Disagreement) -> dict[str, str]:
    return {side: _words(getattr(one, side)) for side in SIDES}


def _words(value: Any) -> str:
    if value is ABSENT or value is None:
        return _("(nothing)")
    if isinstance(value, dict):
        return _("; ").join(
            _("{name}: {value}", name=field_label(key), value=_words(inner)) for key, inner in value.items()
        )
    if isinstance(value, list):
        return _(", ").join(map(_words, value))
    return str(value)


def _change(root: Path, found: Conflicted, text: str) -> Change:
    path = found.path.relative_to(root).as_posix()
    return Change(path, found.content.decode("utf-8", "replace"), text)


def _as_json(root: Path, found: Conflicted) -> dict[str, Any]:
    return {
        "path": found.path.relative_to(root).as_posix(),
        "conflicts": [
            {
                "field": named(path),
                **{side: None if (value := getattr(one, side)) is ABSENT else value for side in SIDES},
            }
            for path, one in found.disagreements
        ],
    }


def _settle(session: Session, root: Path, found: Conflicted, text: str) -> None:
    resolving.write(found, text, root)
    path = found.path.relative_to(root).as_posix()
    if git.in_git(root):
        git.told(root, "add", "--", path)
    session.console.say(_("Resolved: {path}", path=path), "good")


def _tell_what_follows(session: Session, root: Path) -> None:
    underway = git.underway(root) if git.in_git(root) else ""
    following = "commcoord sync" if underway in ("", "merge") else f"git {underway} --continue"
    session.console.say(_("Next: {command}", command=following), "faint")
