"""The text of a merged record: what git's own way of merging gives where that says the same, else ours, changed."""

from typing import Any, NamedTuple

from commcoord.store.merging.comments import changed, with_comments
from commcoord.store.merging.lines import merged_lines
from commcoord.store.merging.saying import says
from commcoord.store.merging.trees import chosen, disagreements, merged
from commcoord.store.yaml_bulk import read_tree


class Merge(NamedTuple):
    """A merged file; `clean` where nobody has to decide anything."""

    text: str
    clean: bool


def merged_texts(base: bytes, ours: bytes, theirs: bytes, marker: int = 7) -> Merge:
    """Merge three versions of a record's file; the base is empty where both sides made the file.

    Raises `NotYaml` where one of them cannot be read, ImpossibleError where the result cannot be written.
    """
    if b"<<<<<<<" in base:
        base = _undecided(base)
    trees = [read_tree(version) if version.strip() else {} for version in (base, ours, theirs)]
    texts = (base.decode(), ours.decode(), theirs.decode())
    found = merged(trees[0], trees[1], trees[2])
    if not disagreements(found):
        return Merge(_clean_text(texts, found), clean=True)
    from commcoord.store.merging.conflicts import with_markers

    left = _clean_text(texts, chosen(found, "ours"))
    return Merge(with_markers(left, texts, chosen(found, "theirs"), marker), clean=False)


def _undecided(base: bytes) -> bytes:
    """Return a base that git made of two, without what these disagreed on, so that nobody's answer passes as old."""
    from commcoord.store.merging.conflicts import without_conflicts

    return without_conflicts(base.decode()).encode()


def _clean_text(texts: tuple[str, str, str], wanted: dict[str, Any]) -> str:
    by_lines = merged_lines(*texts, neighbours=True)
    if says(by_lines.text, wanted):
        return by_lines.text if by_lines.settled else with_comments(by_lines.text, texts, wanted)
    return changed(texts[1], texts, wanted)
