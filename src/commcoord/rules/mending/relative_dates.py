"""A relative date in a decision, an action or a fact becomes the date that it means."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from commcoord.language.folding import folded
from commcoord.language.messages import Message
from commcoord.rules.hold.vague_date import ID, vague

if TYPE_CHECKING:
    from commcoord.language.dates import Found
    from commcoord.rules.mending.mend import Case, Tree

RULE = ID
_WITHIN = re.compile(r"(?:with)?in ")


def mended(tree: "Tree", case: "Case") -> Iterator[Message]:
    """Replace the phrases that rule CC502 finds and that mean one day and no other."""
    record = case.source.record
    if record is None or case.source.wrong:
        return  # without its wrong fields, an item of the record may stand elsewhere in the file
    for path, found in vague(record, case.view):
        parent = _parent(tree, path)
        if found.date is not None and not found.ambiguous and isinstance(parent, dict):
            text, written = str(parent[path[-1]]), _written(found)
            if text.count(found.text) == 1:
                parent[path[-1]] = text.replace(found.text, written)
                field = ".".join(map(str, path))
                yield Message("{field}: {words} is {date}", field=field, words=found.text, date=written)


def _written(found: "Found") -> str:
    """Return the date as it fits into the sentence: 3天内 is a last day, and so is `within 3 days`."""
    words = folded(found.text)
    if words.endswith("内"):
        return f"{found.date}前"
    return f"by {found.date}" if _WITHIN.match(words) else str(found.date)


def _parent(tree: Any, path: Sequence[str | int]) -> Any:
    for key in path[:-1]:
        tree = tree[key]
    return tree
