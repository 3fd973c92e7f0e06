"""From the field that a ruling names to the line and column where an editor would go."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from commcoord.records.outline import MODELS, fields_at
from commcoord.records.vocabulary import ITEM_LETTERS
from commcoord.rules.located import Located
from commcoord.store.yaml_faults import NotYaml
from commcoord.store.yaml_places import Places, Unsure

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.rules.finding import Ruling
    from commcoord.store.yaml_reading import Document

Path = tuple[str | int, ...]


def located(source: "Source", content: bytes, rulings: Iterable["Ruling"]) -> list[Located]:
    """Return the rulings on one file with their places in its content, which is what the source was read from."""
    text = content.decode("utf-8", "replace")
    lines = text.removeprefix("\ufeff").split("\n")
    where = _Where(source, content, text)
    found = []
    for ruling in rulings:
        line, column = where(ruling.finding.path)
        shown = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
        item = ruling.finding.item or _item(source.tree, ruling.finding.path)
        found.append(Located(ruling, source.path, line, column, shown, item))
    return found


class _Where:
    """Where the fields of one file stand: by a look along the path, and where that is not certain by exact reading."""

    def __init__(self, source: "Source", content: bytes, text: str) -> None:
        self.source, self.content, self.places = source, content, Places(text, source.tree)

    @cached_property
    def document(self) -> "Document | None":
        """The file as the exact reader reads it; none where that cannot."""
        from commcoord.store.yaml_reading import read  # it is seldom that a look does not tell

        try:
            return read(self.content)
        except NotYaml:  # it was another file a moment ago
            return None

    def __call__(self, path: Path) -> tuple[int, int]:
        fault, tree = self.source.unreadable, self.source.tree
        if fault is not None:
            return fault.line, fault.column
        key = _names_its_key(tree, path)
        try:
            return self.places.place_of(path, key=key)
        except Unsure:
            return self.document.where(path, key=key) if self.document is not None else (1, 1)


def _names_its_key(tree: Mapping[str, Any], path: Path) -> bool:
    """Whether the key of a field is the place to look at: the field is unknown, or more than one value."""
    if not path or isinstance(path[-1], int):
        return False
    model = MODELS.get(str(tree.get("kind")), "Settings")
    known = fields_at(model, path[:-1])
    return (bool(known) and path[-1] not in known) or not isinstance(_value(tree, path), str)


def _value(tree: Any, path: Sequence[str | int]) -> Any:
    for key in path:
        try:
            tree = tree[key]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _item(tree: Mapping[str, Any], path: Path) -> str:
    """Return the id of the item that a path lies in."""
    if len(path) < 2 or path[0] not in ITEM_LETTERS:  # noqa: PLR2004  the list and the place in it
        return ""
    item = _value(tree, path[:2])
    name = item.get("id") if isinstance(item, Mapping) else None
    return name if isinstance(name, str) else ""
