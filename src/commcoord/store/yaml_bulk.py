"""Thousands of records at once: the exact reader's trees, many times faster where that is certain.

yaml-rs returns typed values and forgets how they were spelled. Where the text leaves no doubt about that, its
answer is taken; every doubtful text, and every text that it cannot read, goes to the exact reader.
"""

import re
import unicodedata
from typing import Any, cast

from commcoord.records.scalars import Plain, Tree
from commcoord.store import yaml_faults

RARE = (
    *("\\", "\t", "<<"),  # escapes, tabs, merge keys
    *("True", "TRUE", "False", "FALSE"),
    *("\n---", "\n...", "\n%"),  # documents and directives
    "\n" + " " * 48,  # deep nesting
)
"""What the two readers may read differently, or one of them refuses; such a text is merely read more slowly."""

# Looked back for behind one character: there a scalar may begin, after a sign or line break and perhaps spaces; a blank
# behind a word goes on with it, a line break does not.
_BEGINS = r"(?<![^\s\[{,:\-].)(?<![^\s\[{,:\-][ \t].)"
_HEADER = r"-?\d?(?: +#| *\r?\n)"
_ENDS = r"(?=[\s,\]}]|\Z)"
# Each begins with the characters that are sought and looks back from there: that makes the search fast.
DOUBTS = tuple(
    map(
        re.compile,
        (
            # 012, 0x14: numbers that Python would spell otherwise
            rf"0(?<![^\s\[{{,:].)(?<!\d:.){_BEGINS}[0-9a-fA-F_xXoO]+{_ENDS}",
            rf"-{_BEGINS}0[0-9a-fA-F_xXoO]*{_ENDS}",
            rf"\+{_BEGINS}[0-9.]",
            r"_(?:(?=\d)|(?<=\d_))",
            rf"[&*!?]{_BEGINS}",  # anchor, alias, tag, explicit key
            r":(?:[:,\[\]{}]|(?<=[\s\[{,\-]:))",  # colons that do not simply follow their key
            r"- +- +- ",  # yaml-rs 0.1.6 overflows the stack on a long line of dashes
            r"[|>]-?\d? *(?:#[^\n]*)?\r?\n *\r?(?:\n|\Z)",  # a block that begins with an empty line
            rf"[|>]{_BEGINS}(?!{_HEADER})",  # no header of a block, so what is it
            rf"\"{_BEGINS}[^\"\n]*[\[\]{{}}]",  # brackets that are none
            rf"'{_BEGINS}(?:[^'\n]|'')*[\[\]{{}}]",
            r"#(?<=\s.)[^\n]*[\[\]{}]",
            r"：(?<=[A-Za-z0-9_].)",  # a full-width colon that may be meant to end a key
        ),
    )
)
LARGE = yaml_faults.MOST
"""Characters; what is shorter cannot hold more keys and values than the exact reader takes."""

_NO_BRACKETS = re.compile(r"[^\[\]{}\n]+")


def _doubtful(text: str) -> bool:
    return (
        len(text) > LARGE
        or text[:1] in "%-"
        or not text.endswith("\n")
        or any(word in text for word in RARE)
        or any(doubt.search(text) for doubt in DOUBTS)
        or _goes_on_over_lines(text)
    )


def _goes_on_over_lines(text: str) -> bool:
    """Say whether brackets or braces stand open at the end of a line: the readers join such lines differently."""
    brackets = _NO_BRACKETS.sub("", text)
    while (fewer := brackets.replace("[]", "").replace("{}", "")) != brackets:
        brackets = fewer
    return bool(brackets.strip("\n"))


class _Unsure(Exception):  # noqa: N818  no error: it only turns to the exact reader
    pass


def _exactly(content: bytes) -> dict[str, Tree]:
    from commcoord.store.yaml_reading import read  # seldom needed, and half of a small program's start

    return read(content).tree


def read_tree(content: bytes) -> dict[str, Tree]:
    """Return the tree of a record's file, equal to `read(content).tree`; raises `NotYaml` as `read` does.

    Plain texts may come as `str`; numbers and yes-or-no are `Plain` exactly where they stand plain.
    """
    try:
        from yaml_rs import loads
    except ImportError:
        return _exactly(content)
    text = yaml_faults.decoded(content)
    yaml_faults.refuse_cheaply(text)
    body = text.removeprefix("\ufeff")
    if _doubtful(body) or not unicodedata.is_normalized("NFC", body):
        return _exactly(content)
    try:
        found = loads(body, parse_datetime=False)
        return _fields(found, 1) if isinstance(found, dict) else _exactly(content)
    except (
        ValueError,
        TypeError,
        _Unsure,
    ):  # its own decoding error is a ValueError; lists as keys are TypeErrors
        return _exactly(content)


def _fields(found: dict[Any, Any], depth: int) -> dict[str, Tree]:
    fields: dict[str, Tree] = {}
    for name, value in found.items():
        if type(name) is not str:
            raise _Unsure
        fields[name] = value if type(value) is str else _spelled(value, depth)
    return fields


def _spelled(value: Any, depth: int) -> Tree:
    kind = type(value)
    if value is None or kind is str:
        return cast("str | None", value)
    if kind is bool:
        return Plain("true" if value else "false")
    if kind is int and abs(value) < 10**18:
        return Plain(value)
    if depth >= yaml_faults.DEEPEST:
        raise _Unsure
    if kind is list:
        return [item if type(item) is str else _spelled(item, depth + 1) for item in value]
    if kind is dict:
        return _fields(value, depth + 1)
    raise _Unsure
