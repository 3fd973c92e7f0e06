"""Whether a promise is one that its maker may not make: 不能批准付款 and 批准付款5万元.

A limit is read as an act and its object, without its negation (不能, may not): 批准 and 付款, approve and payments.
A promise goes beyond it when it does the act on the object and itself neither denies nor passes it on. An amount in
the limit (over 50,000 yuan, 不超过5万元) bounds it; one that stands alone bounds whatever is granted. Where the words
leave room for doubt, nothing is said.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from commcoord.language.bounds import ABOVE, UP_TO, Amount, amounts, largest, without_amounts
from commcoord.language.folding import folded
from commcoord.language.later import later
from commcoord.language.office_acts import ACTS, THINGS

_CUT = re.compile(r",(?![0-9]{3})|[、;。!?\n]|或者?|以及|(?<![a-z])(?:or|nor|but)(?![a-z])|\.(?=\s|$)")
_NEGATION = re.compile(
    r"不能|不得|不可以?|不会|不许|不准|无权|无法|没有权限|没有权力|未经(?:[^,]{0,8}?)(?:批准|同意|授权),?不[能得]"
    r"|(?:may|can|must|shall|will) ?not|cannot|can't|won't"
    r"|not (?:allowed|authori[sz]ed|entitled) to|no (?:authority|right|power) to|^ ?no (?!more|higher)"
)
_BESIDE = re.compile(
    r"^[也亦并]|擅自|自行|单方面?|直接|对外|任何"
    r"|(?<![a-z])(?:any|the|an?|new|on (?:his|her|their|its) own)(?![a-z])"
)
_ALLOWED = re.compile(r"^ ?(?:[只仅]?[能可]以?|[只仅]限?|限)|(?<![a-z])(?:may|can|only)(?![a-z])")
"""What says in a limit with a bound that so much is allowed."""
_COUNTED = re.compile(r"(?:总?金额|总额|额度|数额|[单每][笔次]|合计|总计|累计|幅度)|[以为是至到]$|的")
"""What is counted, where the act says it already."""
_DENIED = re.compile(
    r"不|未|无权|无法|没有|暂缓|待|等|须|需|报|由|经|申请|请示|拒绝"
    r"|(?<![a-z])(?:not|never|cannot|no|without|subject to|pending|until|once|after|by head office"
    r"|refuses?|declines?|asks?)(?![a-z])|n't"
)
_COMMITTING = "批准|同意|承诺|答应|保证|决定|核准|准许|许诺"
_COMMITTING_EN = frozenset(
    {"approve", "agree", "promise", "guarantee", "commit", "authorise", "authorize", "grant"}
)
_GRANTING = f"{_COMMITTING}|付款|支付|赔偿|采购|让利|优惠"
_GRANTING_EN = _COMMITTING_EN | {"pay", "give", "offer", "accept", "order", "buy"}
"""What a bound without an act is about."""
_DAY_NAMED = later(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}|(?<![a-z])(?:[0-9]{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* [0-9]{1,2}(?![0-9]))"
)
"""A date that a promise names; to promise one is to promise a date."""
_HAN = later("[一-鿿]")
_WORD = re.compile("[a-z]{2,}")
_IDLE = frozenset(
    {"to", "of", "for", "in", "on", "at", "with", "and", "any", "the", "be", "is", "by", "from", "up"}
)
_ACT = 2  # Chinese acts that are not in the table are words of two characters
_STEM = 4  # letters that related English words share at least
_TAIL = 4  # letters by which they may differ in length


class Forbidden(NamedTuple):
    """One thing that a limit forbids: an act on an object, in Chinese or in English, from some amount on."""

    act: re.Pattern[str] | None
    """The Chinese words for the act; none where the limit is English."""
    thing: str
    acts: frozenset[str]
    """The English verbs for the act; none where naming the things is enough."""
    things: tuple[str, ...]
    above: Amount | None


def beyond(limit: str, promise: str) -> bool:
    """Say whether a promise does what a limit forbids; both in Chinese or both in English."""
    return _is_done(_forbidden(folded(limit)), promise)


def above_authority(authority: str, promise: str) -> bool:
    """Say whether a promise is of the kind that an authority allows, but of more than its amount."""
    return _is_done(_bounded(folded(authority)), promise)


def _is_done(forbidden: Iterable[Forbidden], promise: str) -> bool:
    parts = dict.fromkeys(_CUT.split(folded(promise))) if forbidden else {}
    return any(_does(part, forbidden) for part in parts)


@lru_cache(maxsize=256)
def _forbidden(limit: str) -> tuple[Forbidden, ...]:
    """Return what a folded limit forbids; a contact's limit stands beside many promises."""
    found = (_clause(part) for part in dict.fromkeys(_CUT.split(limit)))
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=256)
def _bounded(authority: str) -> tuple[Forbidden, ...]:
    """Return what a folded authority allows up to an amount, from there on."""
    parts = (part for part in dict.fromkeys(_CUT.split(authority)) if UP_TO.search(part))
    return tuple(one for part in parts if (one := _clause(part)) is not None and one.above)


def _clause(text: str) -> Forbidden | None:
    """Read one part of a limit; none where it says no act and no amount."""
    negation = _NEGATION.search(text)
    bare = _NEGATION.sub("", text)
    bounding = (negation is None and UP_TO.search(bare)) or ABOVE.search(bare)
    above = largest(amounts(bare)) if bounding else None
    bare = _BESIDE.sub("", without_amounts(bare).strip())
    if above is not None:
        bare = _ALLOWED.sub("", bare)
    clause = _in_chinese(_COUNTED.sub("", bare), above) or _in_english(bare, above, negation)
    return _anything(text, above) if clause is None and above is not None else clause


def _in_chinese(bare: str, above: Amount | None) -> Forbidden | None:
    han = "".join(_HAN.findall(bare))
    for names, said in ACTS:
        if named := re.match(names, han):
            return Forbidden(re.compile(said), han[named.end() :], frozenset(), (), above)
    act, thing = han[:_ACT], han[_ACT:]
    if len(act) < _ACT:
        return None
    acts = _COMMITTING if re.fullmatch(_COMMITTING, act) else act
    return Forbidden(re.compile(acts), thing, frozenset(), (), above)


def _in_english(bare: str, above: Amount | None, negation: re.Match[str] | None) -> Forbidden | None:
    """Read an act and its things (approve payments), or things that may not be granted (no payments)."""
    words = [word for word in _WORD.findall(bare) if word not in _IDLE]
    if not words or _HAN.search(bare):
        return None
    things = tuple(word.removesuffix("s") for word in words)
    if negation is not None and negation[0].strip() == "no" and above is None:
        return Forbidden(None, "", _GRANTING_EN, things, above)
    acts = _COMMITTING_EN if words[0] in _COMMITTING_EN else frozenset({words[0], things[0]})
    return Forbidden(None, "", acts, things[1:], above)


def _anything(limit: str, above: Amount) -> Forbidden:
    """Return what an amount alone forbids: 5万元以内, up to 50,000 yuan."""
    if _HAN.search(limit):
        return Forbidden(re.compile(_GRANTING), "", frozenset(), (), above)
    return Forbidden(None, "", _GRANTING_EN, (), above)


def _does(part: str, forbidden: Iterable[Forbidden]) -> bool:
    """Whether one part of a promise does any of what is forbidden, beyond the amount that is allowed."""
    said = [word for word in _WORD.findall(part) if word not in _IDLE]
    done = [one for one in forbidden if (_done(one, part) if one.act else _done_in_english(one, said, part))]
    if not done:
        return False
    promised = amounts(part)
    return any(one.above is None or any(each.exceeds(one.above) for each in promised) for one in done)


def _done(one: Forbidden, part: str) -> bool:
    act = one.act.search(part) if one.act else None
    return act is not None and not _DENIED.search(part[: act.start()]) and _names(one.thing, part)


def _names(thing: str, part: str) -> bool:
    """Whether the object stands in the part: under another name, or by half of its pairs of characters.

    The last or the first pair has to be among these.
    """
    if thing in THINGS:
        return re.search(THINGS[thing], part) is not None
    pairs = [thing[place : place + 2] for place in range(len(thing) - 1)] or [thing]
    found = [pair for pair in pairs if pair in part]
    return len(found) * 2 >= len(pairs) and (not pairs[0] or pairs[-1] in part or pairs[0] in part)


def _done_in_english(one: Forbidden, said: Sequence[str], part: str) -> bool:
    done = any(_related(word, act) for word in said for act in one.acts)
    words = [*said, "date"] if _DAY_NAMED.search(part) else said
    named = done and all(any(_related(word, thing) for word in words) for thing in one.things)
    return named and not _DENIED.search(part)


def _related(one: str, other: str) -> bool:
    """Whether two words share their stem: payment and payments, approve and approval."""
    shorter, longer = sorted((one, other), key=len)
    stem = max(_STEM, len(shorter) - 1) if len(shorter) >= _STEM else len(shorter)
    return longer[:stem] == shorter[:stem] and len(longer) - len(shorter) <= _TAIL
