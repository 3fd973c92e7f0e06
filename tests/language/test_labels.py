"""What people call fields and values."""

from commcoord.language.labels import field_label, field_named, label, named
from commcoord.language.messages import Message


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
