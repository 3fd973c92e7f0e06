"""With which characters a word of a list may begin, and what stands in every text that it is in.

A word may be a small pattern: `(?<!首)问责(?!制)`, `[作写]检讨`, `(?:all|the) staff`, `makes? excuses`.
"""

import re
from collections.abc import Iterator

_NOT_BEHIND = re.compile(r"\(\?<!([^()|]*)\)")
_CLASS = re.compile(r"\[(\w+)\]")
_OPTIONAL = ("?", "*", "{")
_GROUP = re.compile(r"\([^()]*\)[?*+]?(?:\{[^}]*\})?")
_APART = re.compile(r"\\.[?*]?|.[?*]|.\{[^}]*\}|\[[^\]]*\][?*+]?(?:\{[^}]*\})?|[.+\0]")


def beginnings(word: str, behind: str = "") -> Iterator[tuple[str, str]]:
    """Yield each character with which a word may begin, and the pattern of what follows it, in their order.

    Raises ValueError for a word whose beginning may be left out, or is none of these: a character, a few in square
    brackets, or several beginnings in round ones.
    """
    if (refused := _NOT_BEHIND.match(word)) and not behind:
        yield from beginnings(word[refused.end() :], refused[1])
    elif word.startswith("(?:"):
        end = _closing(word)
        rest = _demanded(word, end)
        for one in _alternatives(word[3 : end - 1]):
            yield from beginnings(one + rest, behind)
    elif found := _CLASS.match(word):
        rest = _demanded(word, found.end())
        yield from ((first, _behind(behind, first) + rest) for first in found[1])
    elif word[:1].isalnum():
        yield word[0], _behind(behind, word[0]) + _demanded(word, 1)
    else:
        raise ValueError(word)


def _behind(refused: str, first: str) -> str:
    """Return what refuses a first character that stands behind something, once it has been passed."""
    return f"(?<!{refused}{first})" if refused else ""


def _demanded(word: str, end: int) -> str:
    """Return the rest of a word whose beginning, up to a place, cannot be left out."""
    if word[end:].startswith(_OPTIONAL):
        raise ValueError(word)
    return word[end:]


def _closing(word: str) -> int:
    """Return where the bracket ends that a word begins with."""
    depth = 0
    for place, character in enumerate(word):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place + 1
    raise ValueError(word)


def _alternatives(inside: str) -> Iterator[str]:
    """Yield what stands between the bars of a bracket; bars of brackets in it part nothing."""
    depth, begun = 0, 0
    for place, character in enumerate(inside):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            yield inside[begun:place]
            begun = place + 1
    yield inside[begun:]


def needle(word: str) -> str:
    """Return the longest text that stands wherever the word does; empty where that may be any."""
    bare, before = word, ""
    while bare != before:  # brackets from the innermost on
        bare, before = _GROUP.sub("\0", bare), bare
    return "" if "|" in bare else max(_APART.sub("\0", bare).split("\0"), key=len)
