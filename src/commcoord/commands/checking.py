"""What `check` looks at: the files that paths mean, the rules that words mean, and every finding with its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError, UsageError
from commcoord.judgement import Judgement
from commcoord.language.messages import Message
from commcoord.rules.located import Located, by_place
from commcoord.session import Session
from commcoord.store import collecting, tree

if TYPE_CHECKING:
    from commcoord.workspace import Change

YAML = (".yaml", ".yml")


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> Callable[[str], bool]:
    """Return what says of a rule's id whether it is asked for: one of those selected, or of all, and not ignored.

    A word is an id, a name, or the beginning of ids; one may hold several, parted by commas. Raises UsageError for a
    word that means no rule.
    """
    selected, ignored = _rules(select), _rules(ignore)
    return lambda rule: (rule in selected or not select) and rule not in ignored


def _rules(words: Sequence[str]) -> set[str]:
    return {rule for word in words for one in word.split(",") if one.strip() for rule in _named(one)}


def _named(typed: str) -> set[str]:
    from commcoord.rules.rule import rules_meant  # with all that the rules need

    found = {one.id for one in rules_meant(typed)}
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


def files_at(root: Path, directory: Path, paths: Iterable[str]) -> list[Path]:
    """Return the files that paths mean, each once, by path: records and settings.

    A folder means the records in it, and every YAML file where it lies beside the records. Raises UsageError
    where there is nothing of that name.
    """
    return sorted({file for path in paths for file in _files(root.resolve(), _real(directory / path), path)})


def in_place_of(change: "Change", paths: Sequence[str], root: Path, directory: Path) -> list[str]:
    """Return paths that were named, with a file that has been moved in its new place; no path means all still."""
    if not change.place or not paths:
        return list(paths)
    before = _real(root / change.path)
    return [*(path for path in paths if _real(directory / path) != before), str(root / change.place)]


def _real(path: Path) -> Path:
    """Return a path without `..` and links to folders; a link to a file stays, it is the name of a record."""
    parent = path.parent.resolve()
    return parent / path.name if path.name not in ("", "..") else path.resolve()


def _files(root: Path, place: Path, typed: str) -> Iterator[Path]:
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


def found_in(session: Session, paths: Sequence[str]) -> list[Located]:
    """Return what is at fault with these files, or with the whole repository, by path and line."""
    if session.staged:
        from commcoord.commands.unkept import staged

        return by_place(staged(session.workspace, session.directory, paths))
    root = tree.root_above(session.place or session.directory)
    files = files_at(root, session.directory, paths) if paths else None
    names = None if files is None else {tree.below(root.resolve(), file) for file in files}
    with collecting.paused():
        judgement = Judgement(root, session.clock, names, session.scout)
    found = judgement.found
    if judgement.wrong_settings and (names is None or tree.SETTINGS in names):
        from commcoord.commands.unkept import in_settings

        found += in_settings(session.workspace)
    if names is not None and (others := names - judgement.paths - {tree.SETTINGS}):
        from commcoord.commands.unkept import elsewhere

        found += elsewhere(session.workspace, sorted(others))
    return by_place(found)
