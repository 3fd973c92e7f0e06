"""What `check` looks at: the files that paths mean, the rules that words mean, and every finding with its place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from commcoord.errors import UsageError
from commcoord.language.messages import Message
from commcoord.records.source import Source
from commcoord.records.view import View
from commcoord.rules.finding import Ruling
from commcoord.rules.judge import judged, judged_settings
from commcoord.rules.located import Located, by_place
from commcoord.rules.rule import all_rules
from commcoord.store import tree
from commcoord.store.positions import located
from commcoord.workspace import Workspace

YAML = (".yaml", ".yml")


def rules_named(words: Sequence[str]) -> frozenset[str]:
    """Return the ids that words mean: an id, a name, or the beginning of ids; several in one word by commas.

    Raises UsageError for a word that means no rule.
    """
    return frozenset(rule for word in words for one in word.split(",") if one.strip() for rule in _named(one))


def _named(typed: str) -> set[str]:
    word = typed.strip().casefold()
    found = {one.id for one in all_rules() if one.name == word or one.id.casefold().startswith(word)}
    if not found:
        raise UsageError(
            Message("“{word}” is no rule.", word=typed.strip()),
            Message("Name one by its id, CC103, or by its name, and many by a beginning, CC1."),
        )
    return found


def files_at(workspace: Workspace, directory: Path, paths: Iterable[str]) -> list[Path]:
    """Return the files that paths mean, each once, by path: records and settings.

    A folder means the records in it, and every YAML file where it lies beside the records. Raises UsageError
    where there is nothing of that name.
    """
    return sorted({file for path in paths for file in _files(workspace, _real(directory / path), path)})


def _real(path: Path) -> Path:
    """Return a path without `..` and links to folders; a link to a file stays, it is the name of a record."""
    parent = path.parent.resolve()
    return parent / path.name if path.name not in ("", "..") else path.resolve()


def _files(workspace: Workspace, place: Path, typed: str) -> Iterator[Path]:
    root = workspace.root.resolve()
    if place.is_file():
        yield place
    elif not place.is_dir():
        raise UsageError(Message("There is no file or folder {path}.", path=typed))
    elif root.is_relative_to(place):
        yield root / tree.SETTINGS
        yield from tree.record_files(root)
    elif place.is_relative_to(root / tree.RECORDS):
        yield from (file for file in tree.record_files(root) if file.is_relative_to(place))
    else:
        yield from (file for file in place.rglob("*") if file.suffix in YAML and file.is_file())


def found_in(workspace: Workspace, files: Collection[Path] | None) -> list[Located]:
    """Return what is at fault with these files, or with the whole repository, by path and line."""
    root = workspace.root.resolve()
    if files is None:
        names = {one.path for one in workspace.sources} | {tree.SETTINGS}
    else:
        names = {tree.below(root, file) for file in files}
    known = {one.path: one for one in workspace.sources}
    found: list[Located] = []
    for name in sorted(names):
        if name == tree.SETTINGS:
            found += _in_settings(workspace)
        elif name in known:
            found += _in_record(workspace, known[name], workspace.view)
        else:
            source = workspace.source_at(root / name)
            found += _in_record(workspace, source, workspace.view.with_source(source))
    return by_place(found)


def _in_record(workspace: Workspace, source: Source, view: View) -> list[Located]:
    return _placed(workspace, source, judged(source, view))


def _in_settings(workspace: Workspace) -> list[Located]:
    source = Source(tree.SETTINGS, {}, None, workspace.wrong_settings)
    return _placed(workspace, source, judged_settings(source, workspace.view))


def _placed(workspace: Workspace, source: Source, rulings: Sequence[Ruling]) -> list[Located]:
    if not rulings:
        return []  # only what is at fault is read exactly: that is slow
    path = workspace.root / source.path
    return located(source, path.read_bytes() if path.is_file() else b"", rulings)
