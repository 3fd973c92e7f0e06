"""One form for texts that mean the same: widths, Traditional characters and capitals folded.

Every character becomes exactly one character, so that a place in the folded text is a place in the original.
"""

_TRADITIONAL = (
    "後週內個點號禮兩間時門儘盡這當來從過幾數據統準備體實際億萬貳參陸訂單認決議責誰錯題處應請與為會員導領"
    "東區總經產銷報資討論談劃計畫確標項進推動協調實現關係"
)
_SIMPLIFIED = (
    "后周内个点号礼两间时门尽尽这当来从过几数据统准备体实际亿万贰参陆订单认决议责谁错题处应请与为会员导领"
    "东区总经产销报资讨论谈划计画确标项进推动协调实现关系"
)
_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
_CAPITALS = {ord("A") + offset: ord("a") + offset for offset in range(26)}
_WIDE_CAPITALS = {0xFF21 + offset: ord("a") + offset for offset in range(26)}
_SPACES = dict.fromkeys((0x3000, 0xA0, 0x2009, 0x202F, 0x09), 0x20)
_TABLE = {
    **dict(zip(map(ord, _TRADITIONAL), map(ord, _SIMPLIFIED), strict=True)),
    **_WIDE,
    **_CAPITALS,
    **_WIDE_CAPITALS,
    **_SPACES,
    ord("’"): ord("'"),
    ord("〜"): ord("~"),
    ord("–"): ord("-"),
    ord("—"): ord("-"),
    ord("￥"): ord("¥"),
    ord("○"): ord("〇"),
}


def folded(text: str) -> str:
    """Return the text with widths, capitals and Traditional characters folded; never longer or shorter."""
    return text.translate(_TABLE)
