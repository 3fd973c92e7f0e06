"""From the tree of a file to a record, or to the fields that are wrong with it."""

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from commcoord.language.messages import Message, Several
from commcoord.records.light import KINDS
from commcoord.records.reading import as_texts, quick_record, quick_settings
from commcoord.records.vocabulary import KINDS as WORDS

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings

Path = tuple[str | int, ...]


class WrongField(NamedTuple):
    """One field that is unknown, missing or of the wrong form."""

    path: Path
    message: Message


def certain(tree: dict[str, Any]) -> "Record | None":
    """Return the record of a tree in which everything is as it usually is; what was typed in it is spelled then.

    None says nothing: `record_of` knows, once the tree is spelled.
    """
    return cast("Record | None", quick_record(tree))


def record_of(tree: dict[str, Any]) -> "tuple[Record | None, list[WrongField]]":
    """Return the record of a spelled tree and its wrong fields; none where what must be there is missing or wrong.

    A wrong field that the record can do without is left out of it, so that its actions are still chased.
    """
    found = certain(tree) or certain(as_texts(tree))
    if found is not None:
        return found, []
    kind = tree.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        return None, [_wrong_kind(kind)]
    from commcoord.records import (
        validating,  # the models, which take longer to import than most files to read
    )

    return cast("tuple[Record | None, list[WrongField]]", validating.parsed_light(KINDS[kind], tree))


def settings_of(tree: dict[str, Any]) -> "tuple[Settings, list[WrongField]]":
    """Return the settings of a tree, less the wrong fields, and these."""
    found = quick_settings(tree)
    if found is not None:
        return cast("Settings", found), []
    from commcoord.records import validating

    settings, wrong = validating.parsed_light("Settings", tree)
    return cast("Settings", settings or quick_settings({})), wrong


def _wrong_kind(kind: Any) -> WrongField:
    if kind is None:
        return WrongField(("kind",), Message("{field} is missing", field="kind"))
    reason = Message("one of {words} is wanted", words=Several(WORDS))
    return WrongField(("kind",), Message("{field}: {reason}", field="kind", reason=reason))
