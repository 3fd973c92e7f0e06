"""An item, decision or fact without an id gets one: only what has an id can be reported on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.ids import new_item_id
from commcoord.records.vocabulary import ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.rules.mending.mend import Case, Tree

RULE = ""


def mended(tree: "Tree", case: "Case") -> Iterator[Message]:
    """Put a new id first into every item that has none."""
    for name, letter in ITEM_LETTERS.items():
        listed = tree.get(name)
        for place, item in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(item, dict) and item and item.get("id") in (None, ""):
                new = new_item_id(letter, case.taken)
                rest = {key: value for key, value in item.items() if key != "id"}
                item.clear()
                item.update({"id": new} | rest)
                yield Message("{field}: got the id {id}", field=f"{name}.{place}", id=new)
