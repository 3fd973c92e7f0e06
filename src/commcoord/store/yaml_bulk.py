"""Thousands of records at once: the exact reader's trees, many times faster where that is certain.

yaml-rs returns typed values and forgets how they were spelled. Where the text leaves no doubt about that, its
answer is taken; every doubtful text, and every text that it cannot read, goes to the exact reader.
"""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from commcoord.language.later import later
from commcoord.records.outline import counted_fields
from commcoord.records.scalars import Plain
from commcoord.store import yaml_faults

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree

RARE = (
    *(("\\", "\\"), ("\t", "\t"), ("<", "<<")),  # escapes, tabs, merge keys
    *(("T", "True"), ("T", "TRUE"), ("F", "False"), ("F", "FALSE")),
    *(("---", "\n---"), ("...", "\n..."), ("%", "\n%")),  # documents and directives
    ("\n", "\n" + " " * 48),  # deep nesting
)
"""What the two readers may read differently, or one of them refuses; such a text is merely read more slowly.

Before each what is quick to look for and cannot be missing then.
"""

# Looked back for behind one character: there a scalar may begin, after a sign or line break and perhaps spaces; a blank
# behind a word goes on with it, a line break does not.
_BEGINS = r"(?<![^\s\[{,:\-].)(?<![^\s\[{,:\-][ \t].)"
_HEADER = r"-?\d?(?: +#| *\r?\n)"
_ENDS = r"(?=[\s,\]}]|\Z)"
# Each begins with the characters that are sought and looks back from there: that makes the search fast. Where one can
# only match a text with certain characters, a look for these is faster still.
NUMBERS = tuple(
    (needed, later(doubt))
    for needed, doubt in (
        # 012, 0x14: numbers that Python would spell otherwise
        ("0", rf"0(?<![^\s\[{{,:].)(?<!\d:.){_BEGINS}[0-9a-fA-F_xXoO]+{_ENDS}"),
        ("-0", rf"-{_BEGINS}0[0-9a-fA-F_xXoO]*{_ENDS}"),
        ("+", rf"\+{_BEGINS}[0-9.]"),
        ("_", r"_(?:(?=\d)|(?<=\d_))"),
    )
)
"""What leaves a doubt how a number was spelled, and nothing else: only where one was read does it matter."""
DOUBTS = tuple(
    (needed, later(doubt))
    for needed, doubt in (
        *((sign, rf"[{sign}]{_BEGINS}") for sign in "&*!?"),  # anchor, alias, tag, explicit key
        (":", r":(?:[:,\[\]{}]|(?<=[\s\[{,\-]:))"),  # colons that do not simply follow their key
        ("-", r"- +- +- "),  # yaml-rs 0.1.6 overflows the stack on many
        *(
            (sign, doubt)
            for sign in "|>"
            for doubt in (
                rf"\{sign}-?\d? *(?:#[^\n]*)?\r?\n *\r?(?:\n|\Z)",  # a block that begins with an empty line
                rf"\{sign}{_BEGINS}(?!{_HEADER})",  # no header of a block, so what is it
            )
        ),
        ('"', rf"\"{_BEGINS}[^\"\n]*[\[\]{{}}]"),  # brackets that are none
        ("'", rf"'{_BEGINS}(?:[^'\n]|'')*[\[\]{{}}]"),
        ("#", r"#(?<=\s.)[^\n]*[\[\]{}]"),
        ("：", r"：(?<=[A-Za-z0-9_].)"),  # a full-width colon that may be meant to end a key
    )
)
COUNTED = tuple(f"{name}{end}" for name in counted_fields() for end in ":\"'")
"""The ends of the keys whose values are numbers, as they stand in a text."""
LARGE = yaml_faults.MOST
"""Characters; what is shorter cannot hold more keys and values than the exact reader takes."""

_NO_BRACKET = bytes(sorted({*range(256)} - {*b"[]{}\n"}))


def _doubtful(text: str, content: bytes) -> bool:
    if len(text) > LARGE or text[:1] in "%-" or not text.endswith("\n"):
        return True
    for sign, word in RARE:
        if sign in text and word in text:
            return True
    return _has(DOUBTS, text) or _goes_on_over_lines(content) or (_counts(text) and _has(NUMBERS, text))


def _has(doubts: Iterable[tuple[str, re.Pattern[str]]], text: str) -> bool:
    for needed, doubt in doubts:  # noqa: SIM110  a generator would take twice as long, for each of thousands
        if needed in text and doubt.search(text):
            return True
    return False


def _counts(text: str) -> bool:
    """Whether a key stands in a text whose value may be read as a number, and trusted."""
    for key in COUNTED:  # noqa: SIM110  as above
        if key in text:
            return True
    return False


def _goes_on_over_lines(content: bytes) -> bool:
    """Say whether brackets or braces stand open at the end of a line: the readers join such lines differently."""
    brackets = content.translate(None, _NO_BRACKET)
    for _level in range(yaml_faults.DEEPEST):
        fewer = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if fewer == brackets:
            break
        brackets = fewer
    return bool(brackets.strip(b"\n"))


class _Unsure(Exception):  # noqa: N818  no error: it only turns to the exact reader
    pass


def _exactly(content: bytes) -> dict[str, "Tree"]:
    from commcoord.store.yaml_reading import read  # seldom needed, and half of a small program's start

    return read(content).tree


def read_tree(content: bytes) -> dict[str, "Tree"]:
    """Return the tree of a record's file, equal to `read(content).tree`; raises `NotYaml` as `read` does.

    Plain texts may come as `str`; numbers and yes-or-no are `Plain` exactly where they stand plain.
    """
    return spelled(read_typed(content), content)


def read_typed(content: bytes) -> dict[str, Any] | None:
    """As `read_tree`, but numbers and yes-or-no may come as such, and keys need not be texts; none where unsure.

    Whoever knows what belongs where puts them into words while looking; for everybody else `spelled` does.
    """
    try:
        from yaml_rs import loads
    except ImportError:
        return None
    text = yaml_faults.decoded(content)
    yaml_faults.refuse_cheaply(text)
    body = text.removeprefix("\ufeff")
    if _doubtful(body, content) or not (body.isascii() or unicodedata.is_normalized("NFC", body)):
        return None
    try:
        found = loads(body, parse_datetime=False)
    except (ValueError, TypeError):  # its own decoding error is a ValueError; lists as keys are TypeErrors
        return None
    return found if type(found) is dict else None


def spelled(typed: dict[str, Any] | None, content: bytes) -> dict[str, "Tree"]:
    """Return the tree of what `read_typed` has read, with everything in the words of the file."""
    if typed is not None and not _has(NUMBERS, content.decode()):
        with suppress(_Unsure):
            _spell(typed, 1)
            return typed
    return _exactly(content)


def _spell(found: dict[Any, Any], depth: int) -> None:
    """Put what was typed back into the words of the file, in place."""
    for name, value in found.items():
        if type(name) is not str:
            raise _Unsure
        kind = type(value)
        if kind is dict or kind is list:
            _spell_within(value, depth)
        elif kind is not str and value is not None:
            found[name] = _spelled(value)


def _spell_within(value: Any, depth: int) -> None:
    if depth >= yaml_faults.DEEPEST:
        raise _Unsure
    if type(value) is dict:
        _spell(value, depth + 1)
        return
    for place, item in enumerate(value):
        kind = type(item)
        if kind is dict or kind is list:
            _spell_within(item, depth + 1)
        elif kind is not str and item is not None:
            value[place] = _spelled(item)


def _spelled(value: Any) -> Plain:
    kind = type(value)
    if kind is Plain:
        return cast("Plain", value)
    if kind is bool:
        return Plain("true" if value else "false")
    if kind is int and abs(value) < 10**18:
        return Plain(value)
    raise _Unsure
