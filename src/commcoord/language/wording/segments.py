"""Cuts a sentence into the parts that each have one head verb, and finds words in them."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from commcoord.language.folding import folded

_AND = (
    "并且?(?!购(?![买置])|列(?![出明])|行(?!文)|[非不]|联(?![系络合])|入(?![库账])"
    "|发(?:$|[量数率度性症能力用访请连压任处式型控编]|测试|场景|问题|情况|线程|的?(?:瓶颈|错误)))"
)
"""The link 并 before a verb (并发送), and not the beginning of a word (并发量, 并购)."""
_CUT = re.compile(
    r"(?=[。;、!?\n(),:.→并从以然后at])(?:"  # with what each begins: that spares the search most places
    r"[。;、!?\n()]|,(?![0-9]{3})|:(?![0-9])|\.(?=\s|$)|→"
    rf"|(?<![合一吞兼高]){_AND}|从而|以便|然后|(?<![售以今最前背幕落先])后(?![台续勤方面果来期天])"
    r"|\b(?:and|then)\b)"
)


class Span(NamedTuple):
    """A place in a text, with its words as they are written there."""

    start: int
    end: int
    text: str


def span(text: str, found: re.Match[str]) -> Span:
    """Return where a match in the folded text stands in the text itself."""
    return Span(found.start(), found.end(), text[found.start() : found.end()])


def segments(bare: str) -> list[tuple[int, int]]:
    """Return the parts of a folded text between commas and links (并, 后, and, then), as places."""
    cuts = [0]
    for mark in _CUT.finditer(bare):
        cuts += [mark.start(), mark.end()]
    cuts.append(len(bare))
    return [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if bare[start:end].strip()]


@cache
def own_words(extra: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a company's own words, which match as they are written; none match nothing."""
    written = sorted(
        (re.escape(folded(word.strip())) for word in extra if word.strip()), key=len, reverse=True
    )
    alone = [rf"(?<![a-z0-9]){word}(?![a-z0-9])" if word.isascii() else word for word in written]
    return re.compile("|".join(alone) or "(?!)")


def as_key(extra: Collection[str]) -> tuple[str, ...]:
    """Return a word list in the form that `own_words` remembers."""
    return tuple(extra)
