"""A folded text has one form for each character, and every character its place."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.folding import _table, folded
from commcoord.language.traditional import simplified
from commcoord.language.wording import doing, guilt, talking
from commcoord.language.wording.lists import _Listed

MIXED = st.text(st.one_of(st.sampled_from([chr(code) for code in _table()]), st.characters()), max_size=400)


@given(MIXED.filter(lambda text: "畫" not in text))
def test_what_is_folded_is_what_the_table_says_of_each_character(text):
    assert folded(text) == "".join(chr(_table().get(ord(one), ord(one))) for one in text)


@given(MIXED)
def test_what_is_folded_is_as_long_and_is_not_folded_again(text):
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


def test_widths_capitals_and_traditional_characters_are_folded():
    assert folded("ＡBC，後週\t＃") == "abc,后周 #"
    assert folded("Plain\tText") == "plain text"


@pytest.mark.parametrize(
    ("traditional", "plain"),
    [
        ("計畫、規畫與企畫", "计划、规划与企划"),
        ("畫出動線，規劃路徑", "画出动线,规划路径"),
        ("瞭解情況", "了解情况"),
        ("答覆客戶，覆蓋二十家門市", "答复客户,复盖二十家门市"),
        ("盯著進度", "盯着进度"),
        ("裡外，裏外", "里外,里外"),
        ("臺北，檯面", "台北,台面"),
        ("找藉口，揹黑鍋", "找借口,背黑锅"),
        ("後天，皇后", "后天,皇后"),
    ],
)
def test_characters_that_several_may_stand_for(traditional, plain):
    assert folded(traditional) == folded(plain)


def characters(codec, high, low):
    for first in high:
        for second in low:
            yield bytes((first, second)).decode(codec, "ignore")


def test_everyday_traditional_chinese_is_known():
    everyday = set(characters("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))))
    plain = set(characters("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)))
    unknown = {one for one in everyday - plain - set(map(chr, simplified())) if "一" <= one <= "鿿"}

    assert len(unknown) < len(everyday) / 25  # what is left are rare names


def test_no_word_that_is_looked_for_would_be_folded():
    listed = [
        one for room in (doing, guilt, talking) for one in vars(room).values() if isinstance(one, _Listed)
    ]
    written = Counter("".join(word for one in listed for word in one._chinese))

    assert written
    assert not written.keys() & set(map(chr, simplified()))
