"""What people call fields and values."""

import pytest

from commcoord.language.labels import field_label, field_named, label, named, value_called, words_named
from commcoord.language.messages import Message
from commcoord.records.vocabulary import MEANS
from commcoord.steps.forms import MATERIALS, OUTCOMES


def test_a_value_is_called_by_its_word():
    assert label("im", "en") == "instant message"
    assert label("im", "zh-Hans") == "即时消息"


def test_a_companys_own_word_stays():
    assert label("物流延迟", "en") == "物流延迟"
    assert named("物流延迟") == "物流延迟"


def test_a_field_may_be_called_otherwise_within_another():
    assert field_label("to", "zh-Hans") == "至"
    assert field_label("to", "zh-Hans", within="circulated") == "发给"
    assert field_label("at", "zh-Hans", within="circulated") == "时间"


def test_a_name_can_be_put_into_words_later():
    message = Message("{means}: {field}", means=named("phone"), field=field_named("urgent"))

    assert message.english == "phone: urgent"
    assert message.in_language("zh-Hant") == "電話: 緊急"


@pytest.mark.parametrize(
    ("typed", "values", "meant"),
    [
        ("im", MEANS, "im"),
        ("即时消息", MEANS, "im"),
        ("即時訊息", MEANS, "im"),
        ("Instant Message", MEANS, "im"),
        ("会议", MEANS, "meeting"),  # the whole word, though 视频会议 has it too
        ("背景", MATERIALS, "background"),
        ("方案", MATERIALS, None),  # 备选方案, or 方案或报价?
        ("决定", OUTCOMES, "decided"),
        ("in", OUTCOMES, None),
        ("", OUTCOMES, None),
        ("三家门店", OUTCOMES, None),
    ],
)
def test_a_value_may_be_typed_as_people_call_it(typed, values, meant):
    assert value_called(typed, values) == meant


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "cross-level, im, fax"),
        ("zh-Hans", "跨层级同步（cross-level）、即时消息（im）、fax"),
        ("zh-Hant", "跨層級同步（cross-level）、即時訊息（im）、fax"),
    ],
)
def test_a_word_of_the_files_is_named_with_what_it_is_called(language, said):
    assert words_named(["cross-level", "im", "fax"]).in_language(language) == said
