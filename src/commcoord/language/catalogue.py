"""A compiled catalogue, as msgfmt writes it and gettext reads it, in which single texts are looked up.

gettext reads all of a catalogue to say one sentence, which takes longer than most answers. The form of the file is that
of the GNU gettext manual (section "The Format of GNU MO Files"): two tables of lengths and places, the first in the
order of the texts.
"""

from functools import cached_property

PARTED = "\0"
"""Between the forms of a text: one, many."""
NUMBER = 4
"""Bytes of each number in the file."""
MAGIC = 0x950412DE


class Catalogue:
    """One language's texts. Where there is no file, or another one, it knows none."""

    def __init__(self, path: str) -> None:
        self._path = path

    def said(self, text: str) -> str | None:
        """Return what a text is in the language, in its first form; none where it is unknown."""
        wanted, low, high = text.encode(), 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = self._text(self._originals, middle).partition(b"\0")[0]
            if found == wanted:
                return self._text(self._translations, middle).decode().partition(PARTED)[0]
            if found < wanted:
                low = middle + 1
            else:
                high = middle
        return None

    @cached_property
    def _content(self) -> bytes:
        try:
            with open(self._path, "rb") as file:  # noqa: PTH123  a Path would have to be waited for
                content = file.read()
        except OSError:
            return b""
        return content if content[:NUMBER] == MAGIC.to_bytes(NUMBER, "little") else b""

    @cached_property
    def _count(self) -> int:
        return self._number(2 * NUMBER)

    @cached_property
    def _originals(self) -> int:
        return self._number(3 * NUMBER)

    @cached_property
    def _translations(self) -> int:
        return self._number(4 * NUMBER)

    def _text(self, table: int, place: int) -> bytes:
        entry = table + 2 * NUMBER * place
        begins = self._number(entry + NUMBER)
        return self._content[begins : begins + self._number(entry)]

    def _number(self, place: int) -> int:
        return int.from_bytes(self._content[place : place + NUMBER], "little")
