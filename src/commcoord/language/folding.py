"""One form for texts that mean the same: widths, Traditional characters and capitals folded.

Every character becomes exactly one character, so that a place in the folded text is a place in the original.
"""

import re
from functools import cache, lru_cache
from itertools import count

from commcoord.language.later import later

_DRAWN = later("(?<=[计計规規策筹籌企])畫")
"""What Taiwan writes for 划 in a plan (計畫), and everywhere else for 画."""
_WIDE = 0xFEE0
"""How far a wide letter or mark lies behind the narrow one."""
_ASKED = count()
_FEW = 500
"""Texts that are folded without what takes two milliseconds to compile."""
_SENTENCE = 300
"""Characters of a text that is worth remembering."""


def folded(text: str) -> str:
    """Return the text with widths, capitals and Traditional characters folded; never longer or shorter."""
    return _remembered(text) if len(text) <= _SENTENCE else _folded(text)


@lru_cache(maxsize=4096)  # a sentence is looked at by several rules, one after the other
def _remembered(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    """Fold what there is to fold: to find it takes much less time than to ask of every character."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    if "畫" in text:
        text = _DRAWN.sub("划", text)
    if next(_ASKED) < _FEW:
        return text.translate(_table())
    return _to_fold().sub(_fold, text)


def _fold(found: re.Match[str]) -> str:
    return found[0].translate(_table())


@cache
def _table() -> dict[int, int]:
    """Return what becomes of each character that is folded."""
    from commcoord.language.traditional import simplified  # seldom needed by what starts fast

    capitals = {ord("A") + offset: ord("a") + offset for offset in range(26)}
    return {
        **simplified(),
        **{_WIDE + mark: mark for mark in range(ord("!"), ord("~") + 1)},
        **capitals,
        **{_WIDE + capital: small for capital, small in capitals.items()},
        **dict.fromkeys(map(ord, "\u3000\xa0\u2009\u202f\t"), ord(" ")),
        **str.maketrans("’〜–—￥○", "'~--¥〇"),
    }


@cache
def _to_fold() -> re.Pattern[str]:
    """Return what finds the characters to fold; it is thrice as fast for each text."""
    return re.compile(f"[{re.escape(''.join(map(chr, _table())))}]+")
