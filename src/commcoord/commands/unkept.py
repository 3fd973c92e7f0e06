"""What is judged at once and never kept: what is about to be committed, what lies elsewhere, and the settings."""

from collections.abc import Collection, Sequence
from pathlib import Path

from commcoord.records.source import Source
from commcoord.rules.finding import Ruling
from commcoord.rules.judge import judged, judged_settings
from commcoord.rules.known import wrong_words
from commcoord.rules.located import Located
from commcoord.store import collecting, tree
from commcoord.store.positions import located
from commcoord.store.yamltext import read_tree
from commcoord.workspace import Workspace


def staged_at(workspace: Workspace, directory: Path, paths: Sequence[str]) -> list[Path]:
    """Return the files about to be committed that paths mean, or all of them."""
    assert workspace.index is not None  # it was opened to look at what is staged
    staged = workspace.index.staged()
    if not paths:
        return staged
    return [file for file in staged if any(file.is_relative_to(directory / path) for path in paths)]


def sources_at(workspace: Workspace, files: Collection[Path] | None) -> list[Source]:
    """Return what these files hold, or all records, by path; the settings are none of them."""
    if files is None:
        return list(workspace.sources)
    known = {one.path: one for one in workspace.sources}
    names = sorted({tree.below(workspace.root.resolve(), file) for file in files} - {tree.SETTINGS})
    return [known.get(name) or workspace.source_at(workspace.root / name) for name in names]


def staged(workspace: Workspace, directory: Path, paths: Sequence[str]) -> list[Located]:
    """Return what is at fault with what is about to be committed, which is another repository."""
    files = staged_at(workspace, directory, paths)
    found = in_settings(workspace) if workspace.root.resolve() / tree.SETTINGS in files else []
    with collecting.paused():
        known = {one.path for one in workspace.sources}
        for source in sources_at(workspace, files):
            view = workspace.view if source.path in known else workspace.view.with_source(source)
            found += _placed(workspace, source, judged(source, view))
    return found


def elsewhere(workspace: Workspace, names: Sequence[str]) -> list[Located]:
    """Return what is at fault with files that lie outside of the records, each as if it were one of them."""
    with collecting.paused():
        sources = [workspace.source_at(workspace.root / name) for name in names]
        views = [workspace.view.with_source(source) for source in sources]
        return [
            one
            for source, view in zip(sources, views, strict=True)
            for one in _placed(workspace, source, judged(source, view))
        ]


def in_settings(workspace: Workspace) -> list[Located]:
    """Return what is at fault with the settings' own fields."""
    wrong = [*workspace.wrong_settings, *wrong_words(workspace.settings)]
    if not wrong:
        return []
    fields = read_tree(workspace.content(workspace.root / tree.SETTINGS))
    source = Source(tree.SETTINGS, fields, None, wrong)
    return _placed(workspace, source, judged_settings(source, workspace.view_of([])))


def _placed(workspace: Workspace, source: Source, rulings: Sequence[Ruling]) -> list[Located]:
    if not rulings:
        return []  # only what is at fault is read exactly: that is slow
    try:
        content = workspace.content(workspace.root / source.path)
    except OSError:  # that is what the ruling says
        content = b""
    return located(source, content, rulings)
