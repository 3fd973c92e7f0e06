"""The parser's complaints in words that say what to do, at the place where a person would look."""

from typing import TYPE_CHECKING

from commcoord.language.messages import Message, mark
from commcoord.store.yaml_faults import (
    FULL_WIDTH_ENTRY,
    LIKELY_KEY,
    fault_at,
    full_width_colon,
)

if TYPE_CHECKING:
    from commcoord.store.yaml_faults import (
        NotYaml,
    )

# What ruamel.yaml complains of (scanner.py and parser.py of 0.18 and 0.19), and what to do about it.
_SENTENCES = {
    "mapping values are not allowed": mark(
        "a second `: ` here: put the text in quotes, or mend the indentation"
    ),
    "could not find expected ':'": mark(
        "a key without its colon: write `key: value`, or indent the line that goes on"
    ),
    "unexpected end of stream": mark("a quotation mark is opened here and never closed"),
    "cannot start any token": mark("a text cannot begin with this character: put it in quotes"),
    "expected ',' or": mark("a comma or a closing bracket is missing here"),
    "<block end>": mark("this line is indented differently from those that it belongs to"),
    "escape": mark("an unknown escape after a backslash: use single quotes for a text with backslashes"),
    "sequence entries": mark("a dash and a space begin a list: put the list on lines of its own"),
}


def _sentence(problem: str) -> Message:
    for complaint, sentence in _SENTENCES.items():
        if complaint in problem:
            return Message(sentence)
    return Message("this is not valid YAML: {problem}", problem=problem)


def sentence_of(text: str, problem: str, first: int, offset: int) -> "NotYaml":
    """Return the fault for a complaint at `offset` about what began at `first`, both in characters."""
    if colon := _full_width(text, first, offset):
        return colon
    if tab := _tab(text, offset):
        return tab
    at = first if "unexpected end of stream" in problem else offset
    return fault_at(text, at, _sentence(problem))


def _full_width(text: str, first: int, offset: int) -> "NotYaml | None":
    start = text.rfind("\n", 0, first) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    if found := FULL_WIDTH_ENTRY.match(text, above):
        return fault_at(text, found.end() - 1, full_width_colon())
    while start <= offset:
        if found := LIKELY_KEY.match(text, start):
            return fault_at(text, found.end() - 1, full_width_colon())
        start = text.find("\n", start) + 1 or len(text) + 1
    return None


def _tab(text: str, offset: int) -> "NotYaml | None":
    start = text.rfind("\n", 0, offset) + 1
    indentation = len(text[start:]) - len(text[start:].lstrip(" \t"))
    tab = text.find("\t", start, start + indentation)
    return tab_fault(text, tab) if tab >= 0 else None


def tab_fault(text: str, offset: int) -> "NotYaml":
    """Return the fault for a tab in the indentation."""
    return fault_at(text, offset, Message("a tab in the indentation: use spaces"))
