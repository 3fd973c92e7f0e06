"""Thousands of records at once: the exact reader's trees, many times faster where that is certain.

yaml-rs returns typed values and forgets how they were spelled. Where the text leaves no doubt about that, its
answer is taken; every doubtful text, and every text that it cannot read, goes to the exact reader.
"""

import re
import unicodedata
from typing import Any, cast

from commcoord.records.scalars import Plain, Tree
from commcoord.store import yaml_faults
from commcoord.store.yaml_nodes import DEEPEST
from commcoord.store.yaml_reading import read, refuse_cheaply

RARE = ("\\", "\t", "+", "<<", "True", "TRUE", "False", "FALSE", "\n" + " " * 48)
"""Escapes, tabs, other spellings, deep nesting; such a text is merely read more slowly."""

# Each begins with the character that is sought and looks back from there: that makes the search fast.
DOUBTS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            r"0(?<=[\s\[{,:\-]0)(?<!\d[-:]0)\w+(?=[\s,\]}]|\Z)",
            0,
        ),  # 012, 0x14: Python would spell it otherwise
        (r"-0(?=[\s,\]}]|\Z)", 0),
        (r"_(?:(?=\d)|(?<=\d_))", 0),
        (r"[&*!?](?<=[\s\[{,:\-].)", 0),  # anchor, alias, tag, explicit key
        (r"：(?<=[A-Za-z0-9_]：)", 0),  # a full-width colon that may be meant to end a key
        (r"- +- +- ", 0),  # yaml-rs 0.1.6 overflows the stack on a long line of dashes
        (
            r"[|>][-\d]* *(?:#[^\n]*)?\r?\n *(?:\r?\n|\Z)",
            0,
        ),  # a text that begins with an empty line: 0.1.6 differs
        (r":(?:[:,\[\]{}]|(?<=[\s\[{,\-]:))", 0),  # colons that do not simply follow their key
        (r"^(?:---|\.\.\.|%)", re.MULTILINE),
    )
)


def _doubtful(text: str) -> bool:
    return any(word in text for word in RARE) or any(doubt.search(text) for doubt in DOUBTS)


class _Unsure(Exception):  # noqa: N818  no error: it only turns to the exact reader
    pass


def read_tree(content: bytes) -> dict[str, Tree]:
    """Return the tree of a record's file, equal to `read(content).tree`; raises `NotYaml` as `read` does.

    Plain texts may come as `str`; numbers and yes-or-no are `Plain` exactly where they stand plain.
    """
    try:
        from yaml_rs import YAMLDecodeError, loads
    except ImportError:
        return read(content).tree
    text = yaml_faults.decoded(content)
    refuse_cheaply(text)
    body = text.removeprefix("\ufeff")
    if _doubtful(body) or not unicodedata.is_normalized("NFC", body):
        return read(content).tree
    try:
        return _fields(loads(body, parse_datetime=False))
    except (YAMLDecodeError, _Unsure):
        return read(content).tree


def _fields(found: object) -> dict[str, Tree]:
    if not isinstance(found, dict):
        raise _Unsure
    return {_key(name): _spelled(value, 2) for name, value in found.items()}


def _key(name: object) -> str:
    if not isinstance(name, str):
        raise _Unsure
    return name


def _spelled(
    value: Any,
    depth: int,
) -> Tree:
    kind = type(value)
    if kind is str or value is None:
        return cast("str | None", value)
    if kind is bool:
        return Plain("true" if value else "false")
    if kind is int and abs(value) < 10**18:
        return Plain(value)
    if depth > DEEPEST:
        raise _Unsure
    if kind is list:
        return [_spelled(item, depth + 1) for item in value]
    if kind is dict:
        return {_key(name): _spelled(item, depth + 1) for name, item in value.items()}
    raise _Unsure
