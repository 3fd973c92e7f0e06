"""Traditional Chinese is judged as Simplified Chinese is: the labelled prose, written the other way."""

from datetime import date

import pytest

from commcoord.language.authority import beyond
from commcoord.language.complaints import sounds_like_complaint
from commcoord.language.groups import means_many
from commcoord.language.quantities import quantities_in
from commcoord.language.traditional import simplified
from commcoord.language.wording import blaming, is_topic_only, is_vague_action, vague_dates
from tests.language.wording.test_labelled import JUDGEMENTS, LABELLED, sentences

TODAY = date(2023, 10, 20)
AMBIGUOUS = set("发复干后里面只系台制表历征松准几机采借向回合周游并布占余")
"""What two characters of everyday Traditional Chinese are written for."""
TRADITIONAL = {chr(one): chr(old) for old, one in reversed(simplified().items()) if chr(one) not in AMBIGUOUS}
PROSE = [row for path in sorted(LABELLED.glob("zh_*.txt")) for row in sentences(path)]


def traditional(text):
    return "".join(TRADITIONAL.get(one, one) for one in text)


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_labelled_prose_is_judged_alike_in_either_script(judgement):
    texts = [text for kind, _, text in PROSE if kind == judgement]
    assert sum(traditional(text) != text for text in texts) > len(texts) / 2

    ask = JUDGEMENTS[judgement]
    for text in texts:
        written = traditional(text)
        assert [span[:2] for span in ask(written)] == [span[:2] for span in ask(text)], written


@pytest.mark.parametrize(
    "goal", ["溝通一下新品推廣", "瞭解情況", "聽取意見", "交換意見", "走訪供應商", "跟著進度討論計畫"]
)
def test_a_topic(goal):
    assert is_topic_only(goal)


@pytest.mark.parametrize(
    ("text", "value"),
    [("照片14張", "14 张"), ("貨車3輛", "3 辆"), ("鋼材3噸", "3 吨"), ("冰箱20臺", "20 台")],
)
def test_a_quantity(text, value):
    assert [one.value for one in quantities_in(text, TODAY)] == [value]


@pytest.mark.parametrize("limit", ["無權批准付款", "不許批准付款", "沒有權限批准付款", "不得批准付款"])
def test_a_limit(limit):
    assert beyond(limit, "批准付款5萬元")


@pytest.mark.parametrize("text", ["這次漏發是倉庫失職", "必須問責採購部", "總是找藉口", "誰的責任"])
def test_blame(text):
    assert blaming(text)


def test_a_date():
    assert [one.text for one in vague_dates("擇期發佈新版，後天付款", TODAY)] == ["擇期", "後天"]
    assert not vague_dates("月底盤點制度由財務部修訂，1月3日發佈", TODAY)


@pytest.mark.parametrize("text", ["客戶要求賠償", "顧客抱怨送貨太慢", "要求退貨"])
def test_a_complaint(text):
    assert sounds_like_complaint(text)


def test_an_action():
    assert is_vague_action("瞭解門店需求")
    assert not is_vague_action("配合市場部拍攝照片20張")
    assert not is_vague_action("跟進投訴，給出書面答覆")


@pytest.mark.parametrize("name", ["產品組", "三車間", "研發團隊", "財務處", "全體與會人員"])
def test_a_body_of_people(name):
    assert means_many(name)
