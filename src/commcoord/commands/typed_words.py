"""What was typed with a call that is refused is shown again, so that nothing typed is lost."""

import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from commcoord.errors import CommcoordError
from commcoord.language.messages import Message, mark

WORDS = ("note", "until", "sets", "because", "of", "evidence", "accepted_by", "override")
"""The parameters in which people write, besides those of the answers; the others name what is there already."""
SHOWN = mark("What you typed: {text}")
TOLD = ("What was to be written",)
"""What a hint says where it shows the text already."""


def show_typed(
    error: CommcoordError, parameters: Iterable[Any], given: Mapping[str, Any], piped: str | None
) -> None:
    """Have an error show the texts that were given by a command's parameters and by a pipe, unless it does so."""
    found = list(_typed(parameters, given))
    said = {str(value) for value in error.message.values.values()}
    lines = [] if all(text in said and not option for option, text in found) else [_in_a_row(found)]
    if piped:
        lines.append(piped.rstrip("\n"))
    hint = error.hint
    if not lines or (hint is not None and any(told in hint.text for told in TOLD)):
        return
    if hint is not None and hint.text == SHOWN:
        known, hint = str(hint.values["text"]), None
        lines = lines if known in "\n".join(lines) else [*lines, known]
    shown = Message(SHOWN, text="\n".join(lines))
    error.hint = shown if hint is None else Message("{remedy}\n  {typed}", remedy=hint, typed=shown)


def _typed(parameters: Iterable[Any], given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the texts that were given, each with its option."""
    for parameter in parameters:
        name, value = str(parameter.name), given.get(parameter.name)
        if not value or not (name in WORDS or name.startswith("answer_")):
            continue
        if parameter.param_type_name == "argument":
            yield "", " ".join(value) if isinstance(value, list | tuple) else str(value)
        elif value is not True:
            option = max(parameter.opts, key=len)
            yield from ((option, str(one)) for one in (value if isinstance(value, list | tuple) else [value]))


def _in_a_row(found: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{option} {shlex.quote(text)}" if option else text for option, text in found)


def left_in_pipe(given: Mapping[str, Any]) -> str:
    """Return the text that a refused call would have read from a pipe, and nobody has; else nothing."""
    if given.get("notes") != "-" or sys.stdin.isatty() or sys.stdin.buffer.closed:
        return ""
    return readable(sys.stdin.buffer.read())


def readable(content: bytes) -> str:
    """Return bytes as a text to be shown: UTF-8, else the GBK of Chinese Windows, else with what is none escaped."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "backslashreplace")
