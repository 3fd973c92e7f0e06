"""What a text shall say: made ready for writing, and compared with what it says."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.records.scalars import Plain, refused_character
from commcoord.store.yaml_faults import refused_character_message
from commcoord.store.yaml_spelling import RETYPED

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree, Value

_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")


def settled(value: "Value") -> "Tree":
    """Return a value as reading would yield it: numbers and yes-or-no as `Plain`.

    Raises ImpossibleError, with the text, for a character that no record may hold, and TypeError for what is
    no value.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return Plain("true" if value else "false")
    if isinstance(value, int):
        return Plain(value)
    if isinstance(value, str):
        return _settled_text(value)
    if isinstance(value, Mapping):
        return {_settled_key(name): settled(inner) for name, inner in value.items()}
    if isinstance(value, Sequence):
        return [settled(inner) for inner in value]
    raise TypeError(type(value))


def _settled_text(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if refusal := refusal_of(text):
        raise ImpossibleError(refusal)
    return text


def refusal_of(text: str) -> Message | None:
    """Return the sentence, with the text, about a character that no record may hold; None where there is none."""
    character = refused_character(text)
    if character is None:
        return None
    return Message(
        "this text cannot be written, {reason}: {text}",
        reason=refused_character_message(character),
        text=_visible(text),
    )


def _visible(text: str) -> str:
    return "".join(f"<U+{ord(letter):04X}>" if refused_character(letter) else letter for letter in text)


def _settled_key(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(type(name))
    return unicodedata.normalize("NFC", _settled_text(name))


def same(old: "Tree", wanted: "Tree") -> bool:
    """Say whether what a text says is what it shall say; the order of keys is the file's own affair."""
    if isinstance(old, dict):
        return (
            isinstance(wanted, dict)
            and old.keys() == wanted.keys()
            and all(same(value, wanted[name]) for name, value in old.items())
        )
    if isinstance(old, list):
        return (
            isinstance(wanted, list)
            and len(old) == len(wanted)
            and all(same(one, other) for one, other in zip(old, wanted, strict=True))
        )
    return _same_scalar(old, wanted)


def _same_scalar(old: str | None, wanted: "Tree") -> bool:
    if isinstance(wanted, Plain) and isinstance(old, str) and RETYPED.fullmatch(wanted):
        return isinstance(old, Plain) and _meaning(old) == _meaning(wanted)
    return old == wanted


def _meaning(text: str) -> str:
    if _WHOLE.fullmatch(text):
        return str(int(text))
    return text.lower()


def fingerprint(tree: "Tree") -> str:
    """Return a text that is the same for trees that say the same; for matching the items of lists."""
    if isinstance(tree, dict):
        return "{" + ",".join(sorted(f"{name!r}:{fingerprint(value)}" for name, value in tree.items())) + "}"
    if isinstance(tree, list):
        return "[" + ",".join(map(fingerprint, tree)) + "]"
    return repr(tree)
