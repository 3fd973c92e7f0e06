"""What `check` looks at: the files that paths mean, the rules that words mean, and every finding with its place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.messages import Message
from commcoord.records.source import Source
from commcoord.records.view import View
from commcoord.rules.finding import Ruling
from commcoord.rules.judge import judged, judged_settings
from commcoord.rules.located import Located, by_place
from commcoord.rules.rule import all_rules
from commcoord.store import collecting, tree
from commcoord.store.positions import located
from commcoord.store.yamltext import read_tree
from commcoord.workspace import Workspace

YAML = (".yaml", ".yml")


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """Return the ids of the rules that are asked for: those selected, or all, less those ignored.

    A word is an id, a name, or the beginning of ids; one may hold several, parted by commas. Raises UsageError for a
    word that means no rule.
    """
    selected = _rules(select) if select else {one.id for one in all_rules()}
    return frozenset(selected - _rules(ignore))


def _rules(words: Sequence[str]) -> set[str]:
    return {rule for word in words for one in word.split(",") if one.strip() for rule in _named(one)}


def _named(typed: str) -> set[str]:
    word = typed.strip().casefold()
    found = {one.id for one in all_rules() if one.name == word or one.id.casefold().startswith(word)}
    if not found:
        raise UsageError(
            Message("“{word}” is no rule.", word=typed.strip()),
            Message("Name one by its id, CC103, or by its name, and many by a beginning, CC1."),
        )
    return found


def repository_around(directory: Path, paths: Iterable[str]) -> Path:
    """Return a folder of the repository that is meant: the directory, else the first path in one.

    Who calls from above it, as hooks do, need not say where it is.
    """
    for place in (directory, *(directory / path for path in paths)):
        folder = place if place.is_dir() else place.parent
        with suppress(ImpossibleError):
            return tree.root_above(folder)
    return directory


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


def sources_at(workspace: Workspace, files: Collection[Path] | None) -> list[Source]:
    """Return what these files hold, or all records, by path; the settings are none of them."""
    if files is None:
        return list(workspace.sources)
    known = {one.path: one for one in workspace.sources}
    names = sorted({tree.below(workspace.root.resolve(), file) for file in files} - {tree.SETTINGS})
    return [known.get(name) or workspace.source_at(workspace.root / name) for name in names]


def found_in(workspace: Workspace, files: Collection[Path] | None) -> list[Located]:
    """Return what is at fault with these files, or with the whole repository, by path and line."""
    known = {one.path for one in workspace.sources}
    found: list[Located] = []
    if files is None or workspace.root.resolve() / tree.SETTINGS in files:
        found += _in_settings(workspace)
    with collecting.paused():
        for source in sources_at(workspace, files):
            view = workspace.view if source.path in known else workspace.view.with_source(source)
            found += _in_record(workspace, source, view)
    return by_place(found)


def _in_record(workspace: Workspace, source: Source, view: View) -> list[Located]:
    return _placed(workspace, source, judged(source, view))


def _in_settings(workspace: Workspace) -> list[Located]:
    if not workspace.wrong_settings:
        return []
    fields = read_tree(workspace.content(workspace.root / tree.SETTINGS))
    source = Source(tree.SETTINGS, fields, None, workspace.wrong_settings)
    return _placed(workspace, source, judged_settings(source, workspace.view))


def _placed(workspace: Workspace, source: Source, rulings: Sequence[Ruling]) -> list[Located]:
    if not rulings:
        return []  # only what is at fault is read exactly: that is slow
    try:
        content = workspace.content(workspace.root / source.path)
    except OSError:  # that is what the ruling says
        content = b""
    return located(source, content, rulings)
