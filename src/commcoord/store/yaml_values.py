"""A single value as it is typed on the command line: YAML, read by the same rules as a record's file."""

import re
from typing import Any

from commcoord.errors import UsageError
from commcoord.language.messages import Message
from commcoord.store.yaml_faults import NotYaml
from commcoord.store.yaml_reading import read

COMMENT = re.compile(r"(?<!\S)#")
"""Where a comment may begin: nobody types one on the command line."""

COMMENTED = Message("what stands behind # would be lost as a comment")


def read_value(typed: str) -> Any:
    """Return the value that typed YAML means, in which `#` is a sign like any other.

    Raises UsageError with the text where it means none, or has a comment that could not be kept.
    """
    try:
        return _with_signs(typed) if COMMENT.search(typed) else _read(typed)
    except NotYaml as fault:
        sentence = COMMENTED if _has_comment(typed) else fault.message
        raise UsageError(
            Message("“{text}” is not a YAML value: {sentence}", text=typed, sentence=sentence),
            Message("Put a text with : or # in quotes, as in --set 'goal=\"…\"'."),
        ) from fault


def _has_comment(typed: str) -> bool:
    try:
        return bool(COMMENT.search(typed)) and _read(typed) != typed
    except NotYaml:
        return False


def _read(typed: str) -> Any:
    lines = typed.splitlines() or [""]
    block = len(lines) > 1 or typed.lstrip().startswith("- ")
    text = "value:\n" + "\n".join(f"  {line}" for line in lines) if block else f"value: {typed}"
    return read(f"{text}\n".encode()).tree["value"]


def _with_signs(typed: str) -> Any:
    """Read a value with a character of nobody's in the place of each `#` that might begin a comment."""
    stand_in = next(one for one in map(chr, range(0xE000, 0xF8FF)) if one not in typed)
    return _put_back(_read(COMMENT.sub(stand_in, typed)), stand_in)


def _put_back(value: Any, stand_in: str) -> Any:
    if isinstance(value, dict):
        return {_put_back(key, stand_in): _put_back(inner, stand_in) for key, inner in value.items()}
    if isinstance(value, list):
        return [_put_back(one, stand_in) for one in value]
    return value.replace(stand_in, "#") if isinstance(value, str) and stand_in in value else value
