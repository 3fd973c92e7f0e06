"""Word lists as people read them, compiled to patterns; English verbs in all their forms.

A pattern that is asked about a few texts takes only those words that may stand in them: to compile hundreds takes
longer than a whole record. For thousands of texts all are compiled, in groups by their first character, so that a
place in a text is compared only with the words that may begin there.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from sys import maxsize
from typing import cast

from commcoord.language.wording.beginnings import beginnings, needle

_CONSONANT_Y = re.compile("[^aeiou]y$")
SECOND = re.compile(r"\w(?![?*{])")
FEW, MANY = 12, 100
"""Choices of words that are compiled by themselves, and texts that are looked at with these, before all words are."""
BUCKET = 20
"""First characters that are looked at together."""

Groups = dict[str, list[str]]


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

    `unless_before` is what must not follow a Chinese word. It can be searched, matched and iterated with.
    """
    return cast("re.Pattern[str]", _Listed(chinese, english, f"(?!{unless_before})" if unless_before else ""))


class _Listed:
    """A pattern of words that is compiled as far as it is needed."""

    def __init__(self, chinese: list[str], english: list[str], not_before: str) -> None:
        self._chinese, self._english, self._not_before = chinese, english, not_before
        self._chosen: dict[frozenset[str], re.Pattern[str]] = {}
        self._texts = 0

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return self._for(text).search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return self._for(text).match(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        return self._for(text).finditer(text, pos, endpos)

    def _for(self, text: str) -> re.Pattern[str]:
        """Return the pattern of those words that may stand in a text: the others cannot be found there."""
        self._texts += 1
        if self._texts > MANY or len(self._chosen) >= FEW:
            return self._whole
        held = frozenset(word for word, sign in self._needles if sign in text)
        if held not in self._chosen:
            self._chosen[held] = self._compiled(held)
        return self._chosen[held]

    @cached_property
    def _needles(self) -> list[tuple[str, str]]:
        return [(word, needle(word)) for word in (*self._chinese, *self._english)]

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        """The pattern of all words; its methods take the place of these, which are not called again."""
        compiled = self._compiled({*self._chinese, *self._english})
        vars(self).update(search=compiled.search, match=compiled.match, finditer=compiled.finditer)
        return compiled

    def _compiled(self, held: Collection[str]) -> re.Pattern[str]:
        """Compile words; what a place in a text has to begin with, or to have before it, is looked at first."""
        alone = _rests([word for word in self._english if word in held])
        anywhere = _rests([word for word in self._chinese if word in held])
        english = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in alone.items())
        chinese = "|".join(_buckets(dict(anywhere)))
        either = [f"(?=[a-z])(?<![a-z0-9])(?:{english})(?![a-z0-9])"] if english else []
        either += [f"(?:{chinese}){self._not_before}"] if chinese else []
        begins = "".join((*alone, *anywhere))
        return re.compile(f"(?=[{begins}])(?:{'|'.join(either)})" if either else "(?!)")


def _rests(listed: Sequence[str]) -> Groups:
    """Return what follows each first character of some words, that of the longest words first."""
    groups: Groups = {}
    for word in sorted(listed, key=len, reverse=True):
        for first, rest in beginnings(word):
            groups.setdefault(first, []).append(rest)
    return groups


def _buckets(groups: Groups) -> Iterator[str]:
    """Yield the patterns of all words with some first characters, and of those with the next ones.

    Once one of the first characters has been passed, the second is looked at, which is soon done, and then the first.
    """
    while groups:
        some = {first: groups.pop(first) for first in list(groups)[:BUCKET]}
        ways = [_from_the_second(first, rest) for first, rests in some.items() for rest in rests]
        yield f"[{''.join(some)}](?:{'|'.join(ways)})"


def _from_the_second(first: str, rest: str) -> str:
    second = SECOND.match(rest)
    return f"{second[0]}(?<={first}{second[0]}){rest[1:]}" if second else f"(?<={first}){rest}"
