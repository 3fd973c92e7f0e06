"""Words of trouble with people: somebody complains (投诉), or it went to somebody higher (上报, escalated)."""

import re

from commcoord.language.folding import folded

_WORDS = re.compile(
    r"投诉|抱怨|不满|索赔|退货|赔偿|差评|催了|受不了|太差"
    r"|(?<![a-z])(?:complain(?:s|ed|ing|ts?)?|unhappy|dissatisfied|angry|claims? damages|refunds?)(?![a-z])"
)
_OTHERWISE = re.compile(
    r"(?:投诉|退货|赔偿)(?:的?处理)?(?:率|流程|制度|办法|政策|处理规定)"
    r"|refund (?:policy|process)|complaints? (?:process|rate)"
)


def sounds_like_complaint(text: str) -> bool:
    """Say whether a text says that somebody complains; rates and procedures of complaints do not count."""
    return bool(_WORDS.search(_OTHERWISE.sub(" ", folded(text))))


_ESCALATED = re.compile(
    r"上报|升级(?:处理|投诉|协调|汇报|[到至给])|(?<![a-z])escalat(?:e|ed|es|ion)(?![a-z])"
)


def sounds_escalated(text: str) -> bool:
    """Say whether a note tells that somebody higher was called in."""
    return bool(_ESCALATED.search(folded(text)))
