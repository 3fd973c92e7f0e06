"""Actions with nothing to deliver (rule CC605): 推进项目, look into the issue.

The first verb of each part decides. An action is vague if a part begins with a verb of effort, works on a
thing nobody can hold (safety, 效率) or names no object at all, and no part delivers: by a verb that leaves
something behind (提交, send), by a figure, or by an end that can be checked (至完成…, until it passes).
"""

import re
from collections.abc import Collection
from datetime import date

from commcoord.language.folding import folded
from commcoord.language.quantities import quantities_in
from commcoord.language.remembering import remembered
from commcoord.language.wording.delivered import ALL_THE_SAME, NAMED
from commcoord.language.wording.doing import ABSTRACT, DELIVERS, ONLY, PUSHED, UNTIL, VAGUE
from commcoord.language.wording.segments import Span, as_key, own_words, segments, span

_ANY_DAY = date(2024, 1, 1)  # dates do not make an action concrete, so it does not matter which


def is_vague_action(text: str, extra: Collection[str] = ()) -> list[Span]:
    """Return the words that keep an action vague; nothing if it delivers something, or cannot be judged.

    `extra` are a company's own vague words.
    """
    return list(_vague_words(text, as_key(extra)))


@remembered(4096)  # an action stands in the minutes of one meeting after the other until it is done
def _vague_words(text: str, extra: tuple[str, ...]) -> tuple[Span, ...]:
    bare, own = folded(text), own_words(extra)
    parts = segments(bare)
    heads = [head for start, end in parts if (head := _vague(bare, start, end, own))]
    if not heads or any(_delivers(bare, start, end, own) for start, end in parts) or _has_figures(text):
        return ()
    return tuple(span(text, head) for head in heads)


def _has_figures(text: str) -> bool:
    return any(figure.kind not in {"date", "time"} for figure in quantities_in(text, _ANY_DAY))


def _vague(bare: str, start: int, end: int, own: re.Pattern[str]) -> re.Match[str] | None:
    return _effort(bare, start, end, own) or _abstract(bare, start, end) or _objectless(bare, start, end)


def _abstract(bare: str, start: int, end: int) -> re.Match[str] | None:
    """Return a thing nobody can hold, unless a thing is named that one can: a report on it."""
    found = ABSTRACT.search(bare, start, end)
    named = NAMED.match(bare, found.end(), end) if found else None
    return None if named else found


def _effort(bare: str, start: int, end: int, own: re.Pattern[str]) -> re.Match[str] | None:
    first = None
    for one in (VAGUE, PUSHED, own):
        found = one.search(bare, start, end)
        if found and (first is None or found.start() < first.start()):
            first = found
    return first


def _objectless(bare: str, start: int, end: int) -> re.Match[str] | None:
    """尽快解决, resolve it quickly: only a verb, adverbs and pronouns."""
    found = list(ONLY.finditer(bare, start, end))
    covered = sum(len(each[0]) for each in found)
    return (
        found[0]
        if found and covered == len(bare[start:end].replace(" ", "")) + _inner_spaces(found)
        else None
    )


def _inner_spaces(found: list[re.Match[str]]) -> int:
    return sum(each[0].count(" ") for each in found)


def _delivers(bare: str, start: int, end: int, own: re.Pattern[str]) -> bool:
    delivering, effort = DELIVERS.search(bare, start, end), _effort(bare, start, end, own)
    if delivering and (effort is None or delivering.start() < effort.start()):
        return True
    if effort is None:
        return False
    return bool(UNTIL.search(bare, effort.end(), end) or ALL_THE_SAME.match(bare, effort.start(), end))
