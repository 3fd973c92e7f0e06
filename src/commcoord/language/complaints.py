"""Words of trouble with people: somebody complains (投诉), or it went to somebody higher (上报, escalated)."""

from commcoord.language.folding import folded
from commcoord.language.later import later

_WORDS = later(
    r"投诉|客诉|抱怨|不满(?![足0-9一二两三四五六七八九十])|索赔|退货|退款|赔偿|差评|催了|受不了|太差"
    r"|(?<![a-z])(?:complain(?:s|ed|ing|ts?)?|unhappy|not (?:at all |very )?(?:happy|satisfied)|(?:dis|un)satisfied"
    r"|angry|claims? damages|refunds?)(?![a-z])"
)
_OTHERWISE = later(
    r"(?:投诉|客诉|退货|退款|赔偿)(?:的?处理)?(?:率|流程|制度|办法|政策|处理规定)"
    r"|(?:没有|没|[无零]|未(?:收到|接到|发生|出现|再)?)(?:过|再|任何|新的?|客户|用户|的)*(?:投诉|客诉|抱怨|不满|差评)"
    r"|(?:感谢|谢谢)(?![^。；;，,]*(?:尽快|尽早|早日|请|希望|如|若|能))[^。；;，,]*"
    r"(?:(?:处理|解决)[^。；;，,]*(?:投诉|客诉)|(?:投诉|客诉)[^。；;，,]*(?:处理|解决))"
    r"|refund (?:policy|process)|complaints? (?:process|rate)"
    r"|\b(?:no|without(?: any)?|zero|not any)(?: more| further| new| customer)* complaints?\b"
    r"|\b(?:thanks|thank you) for (?![^.;,]*\b(?:soon|asap|urgent))[^.;,]*"
    r"\b(?:solv|resolv|handl|settl|deal)ing\b[^.;,]*\bcomplaints?\b"
)


def sounds_like_complaint(text: str) -> bool:
    """Say whether a text says that somebody complains.

    Rates and procedures of complaints do not count, nor that there are none, nor thanks for how one was dealt with.
    """
    return bool(_WORDS.search(_OTHERWISE.sub(" ", folded(text))))


_ESCALATED = later(r"上报|升级(?:处理|投诉|协调|汇报|[到至给])|(?<![a-z])escalat(?:e|ed|es|ion)(?![a-z])")


def sounds_escalated(text: str) -> bool:
    """Say whether a note tells that somebody higher was called in."""
    return bool(_ESCALATED.search(folded(text)))
