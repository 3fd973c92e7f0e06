"""Wording that looks for the guilty instead of the solution (rule CC504).

Responsibility (负责, 责任人, responsible for), errors of machines and clauses of contracts are not blame; nor
is what a customer is reported to have said, nor what is denied (不追究, nobody is to blame).
"""

import re
from collections.abc import Collection, Iterable

from commcoord.language.folding import folded
from commcoord.language.later import later
from commcoord.language.wording.guilt import BLAME
from commcoord.language.wording.segments import Span, as_key, own_words, span

_ITS_FAULT = later(
    r"(?<=[a-z])(?:'s|(?<=s)') (?:own )?"
    r"(?:fault|negligence|carelessness|incompetence|laziness|mistake)(?![a-z])"
)
_DENIED = later(
    r"(?:(?<!要)不是|并非|而非|不|没有|避免|无需|杜绝|防止|不要|勿|别|不再|绝不)[^,。;]{0,3}$"
    r"|(?<![a-z])(?:nobody|no one|not|no|never|without|avoid|instead of|nobody's|no one's|rather than)"
    r"(?: [a-z']+){0,3} ?$"
)
_REPORTED = later(
    r"(?:客户|顾客|用户|来电人)[^,。;]{0,4}(?:指责|责骂|骂|称|反映|认为|抱怨|投诉|表示|说)"
    r"|(?<![a-z])(?:customer|client|caller|complainant)s? (?:[a-z]+ )?"
    r"(?:blame[sd]?|shouted|said|says|complain(?:s|ed)|claim(?:s|ed)|calls?|called|finds?|found)(?![a-z])"
)
_BEFORE = 40  # characters in which a denial or a report is looked for


def blaming(text: str, extra: Collection[str] = ()) -> list[Span]:
    """Return the words of a text that blame; `extra` are a company's own words for it."""
    bare = folded(text)
    found = [*BLAME.finditer(bare), *(_ITS_FAULT.finditer(bare) if "'" in bare else ())]
    own = own_words(as_key(extra)).finditer(bare)
    kept = [each for each in found if not _excused(bare, each)]
    return _disjoint({span(text, each) for each in (*kept, *own)})


def may_blame(texts: Iterable[str], extra: Collection[str] = ()) -> bool:
    """Whether one of some texts may blame: they are looked through together, which is much faster than one by one."""
    bare = folded("\n".join(texts))
    accused = BLAME.search(bare) or ("'" in bare and _ITS_FAULT.search(bare))
    return bool(accused or (extra and own_words(as_key(extra)).search(bare)))


def _disjoint(spans: set[Span]) -> list[Span]:
    """Keep of those that overlap the one that begins first, and of those the longest."""
    kept: list[Span] = []
    for each in sorted(spans, key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _excused(bare: str, found: re.Match[str]) -> bool:
    before = bare[max(0, found.start() - _BEFORE) : found.start()]
    return bool(_DENIED.search(before) or _REPORTED.search(before + found[0]))
