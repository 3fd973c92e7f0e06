"""The parser's own sentences, recognised and said again."""

import gettext
import os
import time

import pytest

from commcoord.language import messages
from commcoord.language.parser_words import ASKED_FOR, COMPLAINTS, retold, speaking

TOLD = [
    ("No such command 'foo'.", "没有“foo”这个命令。"),
    ("No such command 'shw'. Did you mean 'show'?", "没有“shw”这个命令。是不是想用“show”？"),
    ("No such option: --titel (Possible options: --title)", "没有 --titel 这个选项；是不是想用 --title？"),
    ("No such option: --kk (Possible options: --ask, --link)", "没有 --kk 这个选项；是不是想用 --ask、--link？"),
    ("No such option: --标题", "没有 --标题 这个选项"),
    ("Invalid value for '--days': 'z' is not a valid int.", "“--days”的值无效：“z”不是整数。"),
    ("Invalid value for '--days' (env var: 'DAYS'): 'z' is not a valid int.",
     "“--days”（环境变量“DAYS”）的值无效：“z”不是整数。"),
    ("Missing argument 'KIND'. Choose from:\n\tplan,\n\ttask", "缺少参数“KIND”。可以选：\n\tplan,\n\ttask"),
    ("Missing argument 'NOTE'.", "缺少参数“NOTE”。"),
    ("Invalid value: Something of our own", "值无效：Something of our own"),
    ("A sentence that nobody knows.", "A sentence that nobody knows."),
    ("No such option: --{name}%s", "没有 --{name}%s 这个选项"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def english_again():
    yield
    messages.use("en")


@pytest.mark.parametrize(("english", "chinese"), TOLD)
def test_a_sentence_is_said_again(english, chinese):
    messages.use("zh-Hans")

    assert retold(english) == chinese


@pytest.mark.parametrize("english", [english for english, _ in TOLD])
def test_in_english_it_stays_as_it_was(english):
    assert retold(english) == english


def test_the_order_of_the_list_hides_no_sentence():
    """A sentence earlier in the list that is too wide would swallow one that comes after it."""
    messages.use("zh-Hans")
    hidden = [text for text in COMPLAINTS if retold(text) != messages.translated(text, "zh-Hans")]

    assert [text for text in hidden if "{reason}" not in text and "{more}" not in text] == []


def test_a_hostile_sentence_takes_no_time():
    messages.use("zh-Hans")
    began = time.process_time()

    retold("Invalid value for " + "(env var: : (" * 3000)

    assert time.process_time() - began < 2


@pytest.mark.parametrize("before", ["de_DE", None])
def test_gettext_speaks_chinese_within_the_block_only(monkeypatch, before):
    if before is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", before)
    messages.use("zh-Hant")

    with speaking():
        said = [gettext.gettext(text) for text in ASKED_FOR]

    assert said == [messages.translated(text, "zh-Hant") for text in ASKED_FOR]
    assert gettext.gettext("Commands") == "Commands"
    assert os.environ.get("LANGUAGE") == before
