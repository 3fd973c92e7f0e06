"""One form for texts that mean the same: widths, Traditional characters and capitals folded.

Every character becomes exactly one character, so that a place in the folded text is a place in the original.
"""

import re
from functools import lru_cache

_TRADITIONAL = (
    "後週內個點號禮兩間時門儘盡這當來從過幾數據統準備體實際億萬貳參陸訂單認決議責誰錯題處應請與為會員"
    "導領東區總經產銷報資討論談劃計畫確標項進推動協調現關係選對補齊適採購質貨簽約達復發佈開結辦務隊機"
    "頭類還該將讓術積極強優續繼擴價詢審減縮線貼寫護態惡專業敗損嚴懶亂諾並歸鍋誤鏈鬆罵釐訴聯絡親樣費額"
    "滿僅圍謹視覺評試驗證測廠設維條庫檔歷紀錄場陣隨險離難電頁須預頒顧風館麼黨齡爭奪傳傷僱儀償凍勞勢勵"
)
_SIMPLIFIED = (
    "后周内个点号礼两间时门尽尽这当来从过几数据统准备体实际亿万贰参陆订单认决议责谁错题处应请与为会员"
    "导领东区总经产销报资讨论谈划计画确标项进推动协调现关系选对补齐适采购质货签约达复发布开结办务队机"
    "头类还该将让术积极强优续继扩价询审减缩线贴写护态恶专业败损严懒乱诺并归锅误链松骂厘诉联络亲样费额"
    "满仅围谨视觉评试验证测厂设维条库档历纪录场阵随险离难电页须预颁顾风馆么党龄争夺传伤雇仪偿冻劳势励"
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
_TO_FOLD = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]+")
_SENTENCE = 300
"""Characters of a text that is worth remembering."""


def folded(text: str) -> str:
    """Return the text with widths, capitals and Traditional characters folded; never longer or shorter."""
    return _remembered(text) if len(text) <= _SENTENCE else _folded(text)


@lru_cache(maxsize=4096)  # a sentence is looked at by several rules, one after the other
def _remembered(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    """Fold what there is to fold: to find it takes much less time than to ask of every character."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    return _TO_FOLD.sub(_fold, text)


def _fold(found: re.Match[str]) -> str:
    return found[0].translate(_TABLE)
