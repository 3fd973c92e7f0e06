"""Goals that name a topic and no result (rule CC102): 讨论预算, discuss the budget.

A goal is cut into parts. What a talking verb governs is its topic, whatever words stand in it (讨论交付计划).
A part of its own with a verb of result (并通过预算, and approve it), or a figure to reach, makes it a result.
"""

import re
from collections.abc import Collection
from datetime import date

from commcoord.language.folding import folded
from commcoord.language.quantities import quantities_in
from commcoord.language.remembering import remembered
from commcoord.language.wording.segments import Span, as_key, own_words, segments, span
from commcoord.language.wording.talking import ABOUT, AT_ONCE, NOMINAL, RESULT, TALK, TALK_NAME

_ANY_DAY = date(2024, 1, 1)  # only whether there is a figure counts
_SHORT_NAME = 3  # English words: so many without a verb are a subject
_LATIN = re.compile("[a-z][a-z'-]*")
_VERBAL = re.compile(
    r"(?<![a-z])(?:is|are|was|were|be|been|has|have|had|will|can|goes?|no|[a-z]{3,}ed)(?![a-z])|[0-9]"
)
_GOVERNED = re.compile(r"(?<![a-z])(?:of|on|about|for|with|in|regarding) $")
_LONGEST_NAME = 40  # characters at the end of a part in which the name of a talk is looked for
_OPEN_QUESTION = re.compile(
    r"(?:如何|怎样|怎么|是否|能否|可能性|可行性)[^,;。]{0,40}"
    r"|(?<![a-z])(?:how|whether|ways|options?|ideas?|possibilit(?:y|ies)) (?:to|of|for|we)[^,;]{0,60}"
)


def is_topic_only(goal: str, extra_words: Collection[str] = ()) -> list[Span]:
    """Return the words that make a goal a mere topic; nothing if it names a result, or cannot be judged.

    `extra_words` are a company's own words for talking.
    """
    return list(_topics(goal, as_key(extra_words)))


@remembered(4096)  # the goal of a plan is that of its minutes and tasks, too
def _topics(goal: str, extra_words: tuple[str, ...]) -> tuple[Span, ...]:
    bare, own = folded(goal), own_words(extra_words)
    parts = segments(bare)
    topical = [found for start, end in parts if (found := _topic(bare, start, end, own))]
    if not topical or _reaches_a_result(goal, bare, parts, own):
        return ()
    return tuple(span(goal, found) for found in topical)


def _reaches_a_result(goal: str, bare: str, parts: list[tuple[int, int]], own: re.Pattern[str]) -> bool:
    certain = _OPEN_QUESTION.sub(lambda found: " " * len(found[0]), bare)
    if any(_has_result(certain, start, end, own) for start, end in parts):
        return True
    silent = [part for part in parts if not _talk(bare, *part, own)]
    figures = [
        figure.start for figure in quantities_in(goal, _ANY_DAY) if figure.kind not in {"date", "time"}
    ]
    return any(start <= place < end for start, end in silent for place in figures)


def _topic(bare: str, start: int, end: int, own: re.Pattern[str]) -> re.Match[str] | None:
    return _talk(bare, start, end, own) or _name_of_talk(bare, start, end)


def _talk(bare: str, start: int, end: int, own: re.Pattern[str]) -> re.Match[str] | None:
    heads = [found for found in (TALK.search(bare, start, end), own.search(bare, start, end)) if found]
    return min(heads, key=re.Match.start, default=None)


def _name_of_talk(bare: str, start: int, end: int) -> re.Match[str] | None:
    """The occasion or subject that a part is: at its end in Chinese, anywhere in an English noun phrase."""
    words = bare[start:end]
    begins = start + len(words) - len(words.lstrip())
    ends = begins + len(words.strip())
    if about := ABOUT.match(bare, begins, ends):
        return about
    names = list(TALK_NAME.finditer(bare, max(begins, ends - _LONGEST_NAME), ends))
    if name := next((name for name in names if name.end() == ends or name[0].isascii()), None):
        return name
    return _bare_subject(bare, begins, ends)


def _bare_subject(bare: str, begins: int, ends: int) -> re.Match[str] | None:
    """Staff housing, new logo: a few words and no verb."""
    if (
        begins
        or len(bare.strip()) > ends
        or not bare.isascii()
        or _VERBAL.search(bare)
        or RESULT.search(bare)
    ):
        return None
    words = list(_LATIN.finditer(bare))
    return words[0] if 1 < len(words) <= _SHORT_NAME else None


def _has_result(bare: str, start: int, end: int, own: re.Pattern[str]) -> bool:
    talk = _talk(bare, start, end, own)
    results = list(RESULT.finditer(bare, start, end))
    if talk and AT_ONCE.match(bare, talk.end(), end):
        return True
    verbs = [
        result
        for result in results
        if not _GOVERNED.search(bare[max(0, result.start() - 8) : result.start()])
    ]
    before = [result for result in verbs if talk is None or result.start() <= talk.start()]
    named = _name_of_talk(bare, start, end)
    return any(
        not (named and result[0] in NOMINAL and bare[start : result.start()].strip()) for result in before
    )
