"""What was typed with a call that is refused is shown again, so that nothing typed is lost."""

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from commcoord.errors import CommcoordError
from commcoord.language.messages import Message, mark

WORDS = ("note", "until", "sets", "because", "of", "evidence", "accepted_by", "override", "on")
"""The parameters in which people write, besides those of the answers; the others name what is there already."""
MANNERS = ("dry_run", "as_json", "help")
"""The options that say how to answer and not what: nobody misses them."""
SHOWN = mark("What you typed: {text}")
TOLD = ("What was to be written",)
"""What a hint says where it shows the text already."""


def show_typed(
    error: CommcoordError, parameters: Iterable[Any], given: Mapping[str, Any], piped: str | None
) -> None:
    """Have an error show what was given by a command's parameters and by a pipe, unless it does so.

    It does where nobody wrote anything, but only named what is there already.
    """
    written = list(_typed(parameters, given, only=_is_written))
    said = {str(value) for value in error.message.values.values()}
    shows = all(value in said and not option for option, value in written)
    lines = [] if shows else [_in_a_row(_typed(parameters, given))]
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


def _is_written(name: str, value: Any) -> bool:
    return name in WORDS or (name.startswith("answer_") and value is not True)


def _is_typed(name: str, _value: Any) -> bool:
    return name not in MANNERS


def _typed(
    parameters: Iterable[Any], given: Mapping[str, Any], only: Callable[[str, Any], bool] = _is_typed
) -> Iterator[tuple[str, Any]]:
    """Yield what was given, each with its option; a flag as True."""
    for parameter in parameters:
        name, value = str(parameter.name), given.get(parameter.name)
        if not value or value == parameter.default or not only(name, value):
            continue
        if parameter.param_type_name == "argument":
            if name in WORDS:
                yield "", " ".join(value) if isinstance(value, list | tuple) else str(value)
        else:
            option = max(parameter.opts, key=len)
            yield from ((option, one) for one in (value if isinstance(value, list | tuple) else [value]))


def _in_a_row(found: Iterable[tuple[str, Any]]) -> str:
    return " ".join(_one(option, value) for option, value in found)


def _one(option: str, value: Any) -> str:
    if not option:
        return str(value)
    return option if value is True else f"{option} {shlex.quote(str(value))}"


def typed_in_vain(arguments: Sequence[str]) -> Message | None:
    """Show the words and the piped text of a call that was not understood; a single word is no loss."""
    lines = [shlex.join(arguments)] if len(arguments) > 1 else []
    piped = any(one == "--notes=-" for one in arguments) or ("--notes", "-") in pairwise(arguments)
    if piped and (text := left_in_pipe({"notes": "-"})):
        lines.append(text.rstrip("\n"))
    return Message(SHOWN, text="\n".join(lines)) if lines else None


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
