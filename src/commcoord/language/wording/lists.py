"""Word lists as people read them, compiled to patterns; English verbs in all their forms."""

import re

from commcoord.language.later import later

HAN = re.compile("[一-鿿]")
_BEGINNING = re.compile(
    r"(?:\(\?<!\[?[一-鿿]+\]?\))?"  # what must not stand before it
    r"(?P<first>[一-鿿]|\[[一-鿿]+\]|\(\?:[一-鿿|]+\))(?![?*{])"
)
"""How a word begins whose first character is one of a few: with itself, one of a class, or one of several."""

_CONSONANT_Y = re.compile("[^aeiou]y$")


def words(listed: str) -> list[str]:
    """Return the words between commas with a space behind them; each may be a small pattern of its own."""
    return [" ".join(word.split()) for word in re.split(r",\s", listed) if word.strip()]


def inflected(listed: str) -> list[str]:
    """Return patterns for English verbs in all their regular forms; of "look into" the first word changes."""
    return [_forms(word) for word in words(listed)]


def _forms(phrase: str) -> str:
    verb, space, rest = phrase.partition(" ")
    if verb.endswith("e"):
        forms = f"{verb[:-1]}(?:e|es|ed|ing)"
    elif _CONSONANT_Y.search(verb):
        forms = f"{verb[:-1]}(?:y|ies|ied|ying)"
    else:
        forms = f"{verb}(?:e?s|{verb[-1]}?ed|{verb[-1]}?ing)?"
    return forms + space + rest


def pattern(chinese: list[str], english: list[str], *, unless_before: str = "") -> re.Pattern[str]:
    """Return a pattern of Chinese words, which stand anywhere, and English ones, which stand alone.

    `unless_before` is what must not follow a Chinese word.
    """
    not_before = f"(?!{unless_before})" if unless_before else ""
    first = _first_characters(chinese)
    begins, han = (f"(?=[a-z{first}])", f"(?=[{first}])") if first else ("", "")
    return later(
        rf"{begins}(?:(?=[a-z])(?<![a-z0-9])(?:{_longest(english)})(?![a-z0-9])|{han}(?:{_longest(chinese)}){not_before})"
    )


def _first_characters(chinese: list[str]) -> str:
    """Return what the words begin with: looking at that spares the search most places; empty where it may be any."""
    first = [_BEGINNING.match(word) for word in chinese]
    if not first or not all(first):
        return ""
    characters = {found[0] for one in first if one for found in HAN.finditer(one["first"])}
    return "".join(sorted(characters))


def _longest(listed: list[str]) -> str:
    return "|".join(sorted(listed, key=len, reverse=True)) or "(?!)"
