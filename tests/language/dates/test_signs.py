"""No phrase of a family stands in a text without one of the family's signs."""

import pytest

from commcoord.language.dates.scanning import _FAMILIES
from commcoord.language.folding import folded
from tests.language.wording.test_labelled import LABELLED, sentences

SENTENCES = [folded(text) for path in sorted(LABELLED.glob("*.txt")) for _, _, text in sentences(path)]
PHRASES = [
    "3天内", "两周后", "3个工作日内", "未来半年内", "5个工作日", "24小时内", "within two weeks", "in 3 days", "a fortnight ago",
    "5 business days", "月底", "下月初", "四季度末", "q3末", "年底", "2023年末", "下个月", "本季度内", "end of month", "eom", "10月27日",
    "二〇二三年十月二十七日", "下月3日", "27号", "27 october 2023", "oct 27th", "the 3rd", "2023-10-27", "2023/10/27", "2023.10.27",
    "10/27", "下周五", "本周末", "礼拜三", "上星期", "next friday",
    "下一个工作日", "次一工作天", "本月最后一个工作日", "下周第一天", "下月首个工作日", "下周初",
]  # fmt: skip


@pytest.mark.parametrize("family", [one for one in _FAMILIES if one.signs], ids=lambda one: one.signs)
def test_no_phrase_lacks_its_sign(family):
    found = [
        (text, found)
        for text in (*PHRASES, *SENTENCES)
        for place, char in enumerate(text)
        if char in family.begins and (found := family.pattern.match(text, place))
    ]

    assert found
    for text, one in found:
        assert any(sign in one[0] for sign in family.signs), text
