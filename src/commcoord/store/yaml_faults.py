"""Why a file is not a record: the error that says so, and the tests that come before any parser."""

import re
import unicodedata

from commcoord.language.han import is_han
from commcoord.language.later import later
from commcoord.language.messages import Message
from commcoord.records.scalars import REFUSED

LARGEST = 1_000_000
"""Bytes. The parser takes some three seconds for as much; a record of a whole year's minutes has a tenth."""

DEEPEST = 24
"""Levels of mappings and lists in one another."""

MOST = 20_000
"""Keys and values of one file. ruamel.yaml takes some 30 µs for each; a large record has 2,000 of them."""

MARKERS = tuple((sign, sign * 7) for sign in "<|=>")
"""Before each what is quick to look for and cannot be missing then."""
MARKER = later(r"(?m)^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)")
LONE_RETURN = later(r"\r(?!\n)")
NOT_BLANK = later(r"(?m)^[ \t]*[^#\s]")
FULL_WIDTH_KEY = later(r"[A-Za-z_][A-Za-z0-9_]*：")
FULL_WIDTH_ENTRY = later(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_]*：")
LIKELY_KEY = later(r"[ ]*(?:-[ ]+)*[^\s:：#'\"\[{]{1,20}：")


class NotYaml(Exception):  # noqa: N818  the rule that it feeds is called not-yaml, and it becomes a finding
    """The text cannot be read as one record; line and column count from 1, columns in characters.

    `marker` is set where git's conflict markers were committed, which is a rule of its own (CC007).
    """

    def __init__(self, line: int, column: int, message: Message, *, marker: bool = False) -> None:
        super().__init__(f"{line}:{column}: {message.english}")
        self.line = line
        self.column = column
        self.message = message
        self.marker = marker


def fault_at(text: str, offset: int, message: Message, *, marker: bool = False) -> NotYaml:
    """Return the error for a place in a text, counted in characters from its beginning."""
    start = text.rfind("\n", 0, offset) + 1
    return NotYaml(text.count("\n", 0, offset) + 1, offset - start + 1, message, marker=marker)


def decoded(content: bytes) -> str:
    """Return the text of a file, still with its byte order mark and line ends.

    Raises `NotYaml` where it is too large or in another encoding than UTF-8.
    """
    if len(content) > LARGEST:
        raise NotYaml(1, 1, Message("the file is larger than {limit} bytes: split it", limit=LARGEST))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        head = content[: error.start].decode("utf-8")
        raise fault_at(head, len(head), _wrong_encoding(content, error.start)) from None


def _wrong_encoding(content: bytes, offset: int) -> Message:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Message("the file is written in UTF-16: save it as UTF-8")
    try:
        chinese = content.decode("gbk")
    except UnicodeDecodeError:
        chinese = ""
    if any(map(is_han, chinese)):
        return Message("the file is written in GBK: save it as UTF-8")
    return Message("byte {byte} is not UTF-8: save the file as UTF-8", byte=f"0x{content[offset]:02x}")


def refuse_characters(text: str) -> None:
    """Raise `NotYaml` at the first character that no record may hold; a leading byte order mark is none."""
    if text.replace("\n", "").isprintable():  # thrice as fast, and none of those can be printed
        return
    if found := REFUSED.search(text, 1 if text.startswith("\ufeff") else 0):
        raise fault_at(text, found.start(), refused_character_message(found.group()))
    if "\r" in text and (found := LONE_RETURN.search(text)):
        raise fault_at(text, found.start(), refused_character_message("\r"))


def refused_character_message(character: str) -> Message:
    """Return the sentence that names a character by its code and what to do about it."""
    name = unicodedata.name(character, "").lower()
    return Message(
        "the character {code} ({name}) is not allowed: delete it",
        code=f"U+{ord(character):04X}",
        name=name or Message("control character"),
    )


def refuse_markers(text: str) -> None:
    """Raise `NotYaml` where a line begins as git's conflict markers do."""
    if not any(sign in text and marker in text for sign, marker in MARKERS):  # faster than the expression
        return
    if found := MARKER.search(text):
        message = Message(
            "a conflict marker of git stands here: keep one side and delete the lines {markers}",
            markers="<<<<<<< ======= >>>>>>>",
        )
        raise fault_at(text, found.start(), message, marker=True)


def refuse_directives(text: str) -> None:
    """Raise `NotYaml` for an empty file and for directives other than `%YAML 1.2`."""
    first = NOT_BLANK.search(text.removeprefix("\ufeff"))
    if first is None:
        raise NotYaml(1, 1, Message("the file is empty: a record begins with `kind:`"))
    if "%" not in text:
        return
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.startswith("%"):
            if not re.fullmatch(r"%YAML 1\.2\s*(?:#.*)?", line):
                raise NotYaml(number, 1, Message("only the directive %YAML 1.2 is known: delete this line"))
        elif line.strip() and not line.lstrip().startswith("#"):
            return


def refuse_cheaply(text: str) -> None:
    """Raise `NotYaml` for what a look at the text shows without parsing it."""
    refuse_characters(text)
    refuse_markers(text)
    refuse_directives(text)


def full_width_colon() -> Message:
    """Return the sentence about `：` where `:` and a space must stand."""
    return Message("the full-width colon ： does not end a key: write an ordinary one and a space")
