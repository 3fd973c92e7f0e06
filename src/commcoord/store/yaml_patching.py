"""A text changed so that it says what is wanted, and changed nowhere else.

The text is taken apart along the nodes that the reader found; what stays is copied as it stands, comments,
quotes and line ends included, and only what differs is laid out anew. The result is read again before it is
handed out.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.store.yaml_faults import NotYaml
from commcoord.store.yaml_layout import laid_out
from commcoord.store.yaml_reading import read
from commcoord.store.yaml_surgery import Surgery
from commcoord.store.yaml_wanted import same, settled

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree, Value
    from commcoord.store.yaml_reading import Document


def patched(document: "Document", wanted: Mapping[str, "Value"]) -> str:
    """Return the text of a document changed where it does not say `wanted`; the very text where it does.

    Numbers and yes-or-no are written plain, texts quoted only where a reader would take them for something
    else. Raises ImpossibleError, with what was meant, where no text says it: a character that no record may
    hold, too deep a nesting, too large a file.
    """
    target = _settled_fields(wanted)
    if same(document.tree, target):
        return document.text
    for coarse in (False, True):
        text = Surgery(document, coarse=coarse).whole(target)
        if _says(text, target):
            return text
    raise _unsayable(laid_out(target, None))


def emitted(wanted: Mapping[str, "Value"], comment: str | None = None) -> str:
    """Return the text of a new file in the house's layout, its first line a comment where one is given.

    Raises ImpossibleError as `patched` does.
    """
    target = _settled_fields(wanted)
    text = laid_out(target, comment)
    if not _says(text, target):
        raise _unsayable(text)
    return text


def _settled_fields(wanted: Mapping[str, "Value"]) -> dict[str, "Tree"]:
    found = settled(wanted)
    if not isinstance(found, dict):
        raise TypeError(type(wanted))
    return found


def _says(text: str, target: dict[str, "Tree"]) -> bool:
    try:
        return same(read(text.encode()).tree, target)
    except NotYaml:
        return False


def _unsayable(text: str) -> ImpossibleError:
    return ImpossibleError(
        Message("this cannot be written so that it reads the same again:\n{text}", text=text)
    )
