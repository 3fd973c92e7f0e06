"""What is said in which language, and when."""

import pytest

from commcoord.language import messages
from commcoord.language.messages import Message, Several, _, plural, translated


@pytest.fixture(autouse=True)
def english_again():
    yield
    messages.use("en")


def test_underscore_speaks_the_language_in_use():
    assert _("Options") == "Options"
    messages.use("zh-Hans")
    assert _("Options") == "选项"
    messages.use("zh-Hant")
    assert _("Options") == "選項"


def test_a_text_outside_the_catalogue_is_said_as_it_stands():
    assert translated("新品推广方案对接会", "zh-Hans") == "新品推广方案对接会"
    assert translated("", "zh-Hant") == ""


def test_a_message_is_put_into_words_when_it_is_shown():
    message = Message("{word}!", word=Message("Options"))

    messages.use("zh-Hans")

    assert str(message) == "选项!"
    assert message.english == "Options!"
    assert message.in_language("zh-Hant") == "選項!"


def test_values_of_a_message_are_data():
    assert Message("{title}", title="{0} {title} %s").english == "{0} {title} %s"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("张伟", "没有张伟的邮箱地址。"),
        ("张伟（市场部）", "没有张伟（市场部）的邮箱地址。"),
        ("Zhang Wei", "没有 Zhang Wei 的邮箱地址。"),
        ("张伟 2", "没有张伟 2 的邮箱地址。"),
        ("", "没有的邮箱地址。"),
    ],
)
def test_a_space_parts_chinese_from_a_latin_value_and_from_no_chinese_one(who, said):
    messages.use("zh-Hans")

    assert str(Message("No address is known for {who}.", who=who)) == said
    assert _("No address is known for {who}.", who=who) == said


def test_a_value_that_stands_twice_is_parted_once_each(monkeypatch):
    monkeypatch.setattr(messages, "translated", lambda *_: "由{who}验收，再由{who}签字")

    assert Message("twice", who="Ann").in_language("zh-Hans") == "由 Ann 验收，再由 Ann 签字"


def test_messages_compare_by_text_and_values():
    assert Message("late by {days}", days=2) == Message("late by {days}", days=2)
    assert Message("late by {days}", days=2) != Message("late by {days}", days=3)
    assert len({Message("late"), Message("late")}) == 1


@pytest.mark.parametrize(("count", "said"), [(1, "1 day"), (2, "2 days"), (0, "0 days")])
def test_plural_counts(count, said):
    assert plural("{count} day", "{count} days", count) == said


def test_a_language_that_is_not_spoken_is_refused():
    with pytest.raises(ValueError, match="fr"):
        messages.use("fr")


def test_texts_in_a_row_are_parted_as_the_language_parts_them():
    message = Message("{names}", names=Several([Message("Options"), "李娜"]))

    assert message.english == "Options, 李娜"
    assert message.in_language("zh-Hans") == "选项、李娜"
    assert str(Several(["a", "b"])) == "a, b"


def test_rows_compare_by_their_texts():
    assert Several(["a", "b"]) == Several(("a", "b"))
    assert Several(["a"]) != Several(["b"])
    assert len({Several(["a"]), Several(["a"])}) == 1
