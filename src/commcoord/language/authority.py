"""Whether a promise is one that its maker may not make: 不能批准付款 and 批准付款5万元.

A limit is read as an act and its object, without its negation (不能, may not): 批准 and 付款, approve and payments.
A promise goes beyond it when it does the act on the object and itself neither denies nor passes it on. An amount in
the limit (over 50,000 yuan) bounds it. Where the words leave room for doubt, nothing is said.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from commcoord.language.folding import folded
from commcoord.language.later import later
from commcoord.language.quantities import quantities_in

_CUT = re.compile(r",(?![0-9]{3})|[、;。!?\n]|或者?|以及|(?<![a-z])(?:or|nor|but)(?![a-z])|\.(?=\s|$)")
_NEGATION = re.compile(
    r"不能|不得|不可以?|不会|不许|不准|无权|无法|没有权限|没有权力|未经(?:[^,]{0,8}?)(?:批准|同意|授权),?不[能得]"
    r"|(?:may|can|must|shall|will) ?not|cannot|can't|won't"
    r"|not (?:allowed|authori[sz]ed|entitled) to|no (?:authority|right|power) to"
)
_BESIDE = re.compile(
    r"^[也亦并]|擅自|自行|单方面?|直接|对外|任何"
    r"|(?<![a-z])(?:any|the|an?|new|on (?:his|her|their|its) own)(?![a-z])"
)
_ABOVE = re.compile(
    r"超过|高于|大于|[0-9万元]以上|(?<![a-z])(?:over|above|more than|exceeding|beyond)(?![a-z])"
)
_UP_TO = re.compile(
    r"不超过|不高于|以内|之内|以下|至多|最多"
    r"|(?<![a-z])(?:up to|at most|below|under|no more than|not more than|within)(?![a-z])"
)
_DENIED = re.compile(
    r"不|未|无权|无法|没有|暂缓|待|等|须|需|报|由|经|申请|请示|拒绝"
    r"|(?<![a-z])(?:not|never|cannot|no|without|subject to|pending|until|once|after|by head office"
    r"|refuses?|declines?|asks?)(?![a-z])|n't"
)
_COMMITTING = "批准|同意|承诺|答应|保证|决定|核准|准许|许诺"
_COMMITTING_EN = frozenset(
    {"approve", "agree", "promise", "guarantee", "commit", "authorise", "authorize", "grant"}
)
_HAN = later("[一-鿿]")
_WORD = re.compile("[a-z]{2,}")
_IDLE = frozenset(
    {"to", "of", "for", "in", "on", "at", "with", "and", "any", "the", "be", "is", "by", "from", "up"}
)
_ACT = 2  # Chinese acts are words of two characters
_STEM = 4  # letters that related English words share at least
_TAIL = 4  # letters by which they may differ in length


class Forbidden(NamedTuple):
    """One thing that a limit forbids: an act on an object, in Chinese or in English, from some amount on."""

    act: re.Pattern[str] | None
    """The Chinese words for the act; none where the limit is English."""
    thing: str
    words: tuple[str, ...]
    """The English words, the act first."""
    above: Decimal | None


def beyond(limit: str, promise: str) -> bool:
    """Say whether a promise does what a limit forbids; both in Chinese or both in English."""
    forbidden = _forbidden(folded(limit))
    parts = dict.fromkeys(_CUT.split(folded(promise))) if forbidden else {}
    return any(_does(part, forbidden) for part in parts)


def above_authority(authority: str, promise: str) -> bool:
    """Say whether a promise is of the kind that an authority allows, but of more than its amount."""
    clause = folded(authority)
    bounds = _amounts(clause) if _UP_TO.search(clause) else []
    if not bounds or max(_amounts(folded(promise)), default=Decimal(0)) <= max(bounds):
        return False
    return beyond(_UP_TO.sub(" ", clause), promise)


@lru_cache(maxsize=256)
def _forbidden(limit: str) -> tuple[Forbidden, ...]:
    """Return what a folded limit forbids; a contact's limit stands beside many promises."""
    bare = (_BESIDE.sub("", _NEGATION.sub("", part)) for part in _CUT.split(limit))
    found = (_clause(part) for part in dict.fromkeys(bare))
    return tuple(one for one in found if one.act or one.words)


def _clause(text: str) -> Forbidden:
    bounds = _amounts(text) if _ABOVE.search(text) else []
    above = max(bounds, default=None)
    bare = _without_amounts(_ABOVE.sub(" ", text))
    han = "".join(_HAN.findall(bare))
    act, thing = han[:_ACT], han[_ACT:]
    if len(act) == _ACT:
        acts = _COMMITTING if re.fullmatch(_COMMITTING, act) else act
        return Forbidden(re.compile(acts), thing, (), above)
    words = (word for word in _WORD.findall(bare) if word not in _IDLE)
    return Forbidden(None, "", () if act else tuple(words), above)


def _amounts(text: str) -> list[Decimal]:
    found = quantities_in(text, date.min)
    values = [
        each.value.partition(" ")[0] for each in found if each.kind in ("amount", "quantity", "percent")
    ]
    return [Decimal(value) for value in values if "~" not in value]


def _without_amounts(text: str) -> str:
    for each in reversed(quantities_in(text, date.min)):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text.replace("的", "")


def _does(part: str, forbidden: Iterable[Forbidden]) -> bool:
    """Whether one part of a promise does any of what is forbidden, beyond the amount that is allowed."""
    said = _WORD.findall(part)
    done = [one for one in forbidden if (_done(one, part) if one.act else _done_in_english(one, said, part))]
    if not done:
        return False
    amount = max(_amounts(part), default=None)
    return any(one.above is None or (amount is not None and amount > one.above) for one in done)


def _done(one: Forbidden, part: str) -> bool:
    act = one.act.search(part) if one.act else None
    return act is not None and not _DENIED.search(part[: act.start()]) and _names(one.thing, part)


def _names(thing: str, part: str) -> bool:
    """Whether at least half of the object's pairs of characters, and its last or first pair, stand in the part."""
    pairs = [thing[place : place + 2] for place in range(len(thing) - 1)] or [thing]
    found = [pair for pair in pairs if pair in part]
    return len(found) * 2 >= len(pairs) and (not pairs[0] or pairs[-1] in part or pairs[0] in part)


def _done_in_english(one: Forbidden, said: Sequence[str], part: str) -> bool:
    act, *things = one.words
    acts = _COMMITTING_EN if act in _COMMITTING_EN else {act}
    done = any(_related(word, act) for word in said for act in acts)
    named = done and all(any(_related(word, thing) for word in said) for thing in things)
    return named and not _DENIED.search(part)


def _related(one: str, other: str) -> bool:
    """Whether two words share their stem: payment and payments, approve and approval."""
    shorter, longer = sorted((one, other), key=len)
    stem = max(_STEM, len(shorter) - 1) if len(shorter) >= _STEM else len(shorter)
    return longer[:stem] == shorter[:stem] and len(longer) - len(shorter) <= _TAIL
