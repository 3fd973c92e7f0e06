"""What a value in a record's file is before a field says what it means."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from commcoord.language.later import later


class Plain(str):
    """A scalar that stands in the file without quotes, exactly as it was spelled.

    A field that wants a number, a yes-or-no or a date reads it from one of these; a quoted text is `str`
    and is never retyped. Both compare equal to the same text.
    """

    __slots__ = ()


Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
"""What reading yields: `Plain` and `str` for texts, `None` for nothing, lists and mappings of these."""

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"
"""What writing takes: as `Tree`, with whole numbers and yes-or-no as Python has them."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""The plain spellings of nothing, YAML 1.2 core schema §10.3.2."""

REFUSED = later(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, NUL and U+0085 among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: seen is not what is there
    "\u2028\u2029\ufeff\ufffe\uffff"  # line separators to some readers only, and no characters
    "\ud800-\udfff]"  # halves of a character
)
"""Characters that no text of a record may hold; every one of them makes some reader see another text."""


def refused_character(text: str) -> str | None:
    """Return the first character of a text that no record may hold, None where all is well."""
    found = REFUSED.search(text)
    return found.group() if found else None
