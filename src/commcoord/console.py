"""What reaches the screen: answers on stdout, talk on stderr, and no text of a record that a terminal would obey."""

import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

from commcoord.language.later import later
from commcoord.language.messages import _
from commcoord.language.widths import width as width_of
from commcoord.language.widths import wrapped

if TYPE_CHECKING:
    from json import JSONEncoder

HARMFUL = later(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters and marks that change the direction of writing; tab and newline are let through."""

NESTING = (dict, list, tuple)
"""What JSON has lines of its own for."""
NO_SCREEN = 10_000
"""Columns that no sentence fills."""
STYLES = {
    "error": "31",
    "warning": "33",
    "info": "36",
    "good": "32",
    "faint": "2",
    "strong": "1",
    "late": "31;1",
    "plain": "0",
}


def safe(text: object) -> str:
    """Return a text with what a terminal would obey made visible as its code, an escape as x1b."""
    shown = str(text)
    if shown.isprintable():  # which nothing harmful is
        return shown
    return HARMFUL.sub(lambda match: f"\\x{ord(match[0]):02x}", shown)


def one_line(text: object) -> str:
    """Return a text that is safe to show in one line of a list."""
    return safe(" ".join(str(text).split()))


def one_lines(texts: Sequence[object]) -> list[str]:
    """Return texts that are each safe to show in one line of a list.

    Most are as they stand, which a look at all of them together tells: what is printable is harmless, and the only
    blank that is printable is the space.
    """
    found = [str(text) for text in texts]
    together = "\n".join(found)
    plain = together.replace("\n", "").isprintable() and together.count("\n") == max(len(found) - 1, 0)
    if plain and not any(blanks in f"\n{together}\n" for blanks in ("  ", "\n ", " \n")):
        return found
    return [one_line(text) for text in found]


def talk(line: str) -> None:
    """Print a line to stderr; a command does what it is to do also where nothing can be said, on a full disk."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


class Console:
    """Where a command speaks: `answer` on stdout, `say` and `warn` on stderr."""

    def __init__(self, *, colour: bool = True, quiet: bool = False) -> None:
        self.quiet = quiet
        self._colour = colour and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        for stream in (sys.stdout, sys.stderr):
            # A GBK or ASCII terminal must not end the program at the first character that it lacks.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")

    @property
    def interactive(self) -> bool:
        """Whether somebody sits there who can be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def on_terminal(self) -> bool:
        """Whether the answer goes to a screen rather than into a pipe."""
        return sys.stdout.isatty()

    @property
    def width(self) -> int:
        """How many columns a line may have; in a pipe there is no limit worth keeping."""
        import shutil

        return shutil.get_terminal_size().columns if self.on_terminal else 200

    def styled(self, text: object, style: str, stream: TextIO | None = None) -> str:
        """Return a safe text in the colours of a style, where the stream is a screen that may have colours."""
        stream = stream or sys.stdout
        shown = safe(text)
        return f"\x1b[{STYLES[style]}m{shown}\x1b[0m" if self._colour and stream.isatty() else shown

    def answer(self, *lines: object) -> None:
        """Print lines of the answer, made safe."""
        for line in lines:
            print(safe(line))

    def answer_styled(self, line: str) -> None:
        """Print a line that is safe already and carries colours."""
        print(line)

    def answer_json(self, value: Any) -> None:
        """Print a value as JSON: readable on a screen, UTF-8, keys in their given order."""
        print(indented(value))

    def answer_raw(self, text: str) -> None:
        """Print a document exactly; on a screen it is made safe first."""
        sys.stdout.write(safe(text) if self.on_terminal else text)

    def answer_file(self, text: str) -> None:
        """Print a document whose line ends and characters other programs count on; readable where it is a screen."""
        if self.on_terminal:
            sys.stdout.write(safe(text.replace("\r\n", "\n")))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode())

    def say(self, text: object, style: str | None = None) -> None:
        """Tell something beside the answer, unless told to be quiet."""
        if not self.quiet:
            talk(self.styled(text, style, sys.stderr) if style else safe(text))

    def warn(self, text: object, style: str = "error") -> None:
        """Tell what went wrong, quiet or not."""
        talk(self.styled(text, style, sys.stderr))

    def lines(self, text: str) -> list[str]:
        """Return a sentence of the talk as lines that break between words, where a screen shows it."""
        columns = _columns_of(sys.stderr) - 1  # the cursor stands behind the last character
        if width_of(text) <= columns:
            return [text]
        indent = text[: len(text) - len(text.lstrip())]
        return [indent + line for line in wrapped(text, columns - len(indent))]

    def warn_wrapped(self, text: str, style: str = "error") -> None:
        """Warn with a sentence that may be longer than the screen is wide."""
        for line in self.lines(text):
            self.warn(line, style)

    def fits(self, text: str) -> bool:
        """Whether the answer's encoding has these characters."""
        try:
            text.encode(sys.stdout.encoding or "ascii")
        except UnicodeEncodeError:
            return False
        return True

    def columns(self, rows: Iterable[Sequence[object]], *, gap: int = 2) -> list[str]:
        """Return rows as aligned lines by the width of their characters; in a pipe, cells are parted by tabs."""
        columns = [one_lines(column) for column in zip(*rows, strict=True)]
        if not self.on_terminal:
            return ["\t".join(row).rstrip("\t") for row in zip(*columns, strict=True)]
        width = self.width
        filled = [_filled(column, gap) for column in columns]
        return [clipped("".join(row).rstrip(), width) for row in zip(*filled, strict=True)]


def _columns_of(stream: TextIO) -> int:
    """Return how wide the screen is that a stream goes to; without one, wide enough for any sentence."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or NO_SCREEN
    except (OSError, ValueError):  # a pipe, or no file at all
        return NO_SCREEN


def _filled(column: Sequence[str], gap: int) -> list[str]:
    """Return the cells of a column padded to the widest of them and a gap."""
    widths = [width_of(cell) for cell in column]
    widest = max(widths, default=0) + gap
    return [cell + " " * (widest - width) for cell, width in zip(column, widths, strict=True)]


def clipped(text: str, width: int) -> str:
    """Return a text cut to so many columns, with an ellipsis where something is missing."""
    if width_of(text) <= width:
        return text
    left = width - 1
    for place, character in enumerate(text):
        left -= width_of(character)
        if left < 0:
            return text[:place].rstrip() + "…"
    return "…"


def indented(value: Any, indent: int = 0) -> str:
    """Return a value as JSON with an indent of two, in UTF-8, keys in their given order; what is no JSON as text.

    The library's encoder is ten times as fast without an indent. So it writes what holds only plain values, where the
    breaks go between them, and only the rest is put together here.
    """
    if not isinstance(value, NESTING) or not value:
        return _encoder(", ").encode(value)
    inner, outer = "\n" + " " * (indent + 2), "\n" + " " * indent
    if isinstance(value, dict):
        if any(isinstance(one, NESTING) for one in value.values()):
            texts = [
                f"{_encoder(', ').encode(str(key))}: {indented(one, indent + 2)}"
                for key, one in value.items()
            ]
            return f"{{{inner}{f',{inner}'.join(texts)}{outer}}}"
    elif all(
        isinstance(one, dict) and one and not any(isinstance(each, NESTING) for each in one.values())
        for one in value
    ):
        # a string has its line breaks as \\n, so that this one is between two of the objects
        within = f",{inner}  "
        objects = (
            _encoder(within).encode(value)[2:-2].replace(f"}}{within}{{", f"{inner}}},{inner}{{{inner}  ")
        )
        return f"[{inner}{{{inner}  {objects}{inner}}}{outer}]"
    elif any(isinstance(one, NESTING) for one in value):
        return f"[{inner}{f',{inner}'.join([indented(one, indent + 2) for one in value])}{outer}]"
    flat = _encoder(f",{inner}").encode(value)
    return f"{flat[0]}{inner}{flat[1:-1]}{outer}{flat[-1]}"


@cache
def _encoder(between: str) -> "JSONEncoder":
    """Return an encoder that puts this between the values of what it writes."""
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, default=str, separators=(between, ": "))


def yes_or_no(value: bool | None) -> str:
    """Return a switch as people read it."""
    return "" if value is None else _("yes") if value else _("no")
