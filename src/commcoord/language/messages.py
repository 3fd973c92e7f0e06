"""What the tool says: English in the source, the two ways of writing Chinese in gettext's catalogues.

Two ways to say something: `_` speaks now, in the language chosen at the edge of the program; a `Message` is a
value that is put into words only when it is shown, so that JSON stays English whatever the language is.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from commcoord.language.catalogue import Catalogue
from commcoord.language.han import is_han
from commcoord.language.later import later

if TYPE_CHECKING:
    import re

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
DOMAIN = "commcoord"
CATALOGUES = __file__.rpartition("language")[0] + "locale"

_spoken = "en"

_VALUE = later(r"\{(\w+)\}")
"""A value of a sentence."""


def use(language: str) -> None:
    """Choose the language that `_`, `plural` and `str(Message)` speak from now on; one of `LANGUAGES`."""
    global _spoken  # noqa: PLW0603  the process speaks one language, chosen once by the command line
    if language not in LANGUAGES:
        raise ValueError(language)
    _spoken = language


def spoken() -> str:
    """Return the language in use, one of `LANGUAGES`."""
    return _spoken


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue(f"{CATALOGUES}/{language.replace('-', '_')}/LC_MESSAGES/{DOMAIN}.mo")


@cache
def translated(text: str, language: str) -> str:
    """Return a text of the catalogue in that language; the text itself where it is empty or unknown."""
    if not text or language == "en":
        return text
    return _catalogue(language).said(text) or text


def _(text: str, /, **values: object) -> str:
    """Say a text of the catalogue in the language in use, its `{names}` filled from values."""
    said = translated(text, _spoken)
    return _filled(said, values, _spoken) if values else said


def plural(one: str, many: str, count: int, /, **values: object) -> str:
    """Say `one` or `many` by count in the language in use; `{count}` is filled too.

    Chinese has one form for any number, by which the catalogues have it.
    """
    chosen = translated(one, _spoken)
    if chosen == one and count != 1:
        chosen = many
    return _filled(chosen, {"count": count, **values}, _spoken)


def mark(text: str, /) -> str:
    """Mark a text for the catalogues without saying it yet."""
    return text


class Message:
    """A sentence of the catalogue with its values, put into words when it is shown."""

    __slots__ = ("text", "values")

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values = values

    def in_language(self, language: str) -> str:
        """Return the sentence in one of `LANGUAGES`; values that are messages follow."""
        said = translated(self.text, language)
        if not self.values:
            return said
        worded = {name: _worded(value, language) for name, value in self.values.items()}
        return _filled(said, worded, language)

    @property
    def english(self) -> str:
        """The sentence as JSON and tests have it."""
        return self.in_language("en")

    def __str__(self) -> str:
        return self.in_language(_spoken)

    def __repr__(self) -> str:
        return f"Message({self.english!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self.text == other.text and self.values == other.values

    def __hash__(self) -> int:
        return hash(self.text)


class Several:
    """Texts in a row, parted as a language parts them when they are shown; those that are messages follow."""

    __slots__ = ("texts",)

    def __init__(self, texts: Iterable[object]) -> None:
        self.texts = tuple(texts)

    def in_language(self, language: str) -> str:
        """Return the row in one of `LANGUAGES`."""
        return translated(mark(", "), language).join(str(_worded(one, language)) for one in self.texts)

    def __str__(self) -> str:
        return self.in_language(_spoken)

    def __repr__(self) -> str:
        return f"Several({list(self.texts)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Several) and self.texts == other.texts

    def __hash__(self) -> int:
        return hash(self.texts)


def _worded(value: object, language: str) -> object:
    return value.in_language(language) if isinstance(value, Message | Several) else value


def _filled(said: str, values: dict[str, object], language: str) -> str:
    """Fill a sentence; where its Chinese touches a Latin word or a number of a value, a space parts them.

    A Chinese value, the name of a person for instance, stands without spaces.
    """
    if language != "en":
        said = _VALUE.sub(lambda found: _spaced(found, str(values[found[1]])), said)
    return said.format(**values)


def _spaced(found: "re.Match[str]", value: str) -> str:
    start, end = found.span()
    before = " " if is_han(found.string[max(start - 1, 0) : start]) and _is_latin(value[:1]) else ""
    after = " " if is_han(found.string[end : end + 1]) and _is_latin(value[-1:]) else ""
    return f"{before}{found[0]}{after}"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
