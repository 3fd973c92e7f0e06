"""A list of words is found in a text as a plain pattern of all of them would find them, however few are compiled."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.language.folding import folded
from commcoord.language.wording import doing, guilt, talking
from commcoord.language.wording.beginnings import beginnings, needle
from commcoord.language.wording.lists import FEW, _Listed, pattern, words
from tests.language.wording.test_labelled import LABELLED, sentences

LISTS = {
    name: found
    for room in (doing, guilt, talking)
    for name, found in vars(room).items()
    if isinstance(found, _Listed)
}
SENTENCES = [folded(text) for path in sorted(LABELLED.glob("*.txt")) for _, _, text in sentences(path)]


def plain(listed):
    """Return the pattern as anybody would write it: all words, the longest first."""
    chinese, english = (
        "|".join(sorted(some, key=len, reverse=True)) or "(?!)" for some in (listed._chinese, listed._english)
    )
    return re.compile(
        rf"(?=[a-z])(?<![a-z0-9])(?:{english})(?![a-z0-9])|(?![a-z])(?:{chinese}){listed._not_before}"
    )


def fresh(listed):
    copy = _Listed(listed._chinese, listed._english, "")
    copy._not_before = listed._not_before
    return copy


def places(found):
    return [one.span() for one in found]


@pytest.mark.parametrize("name", LISTS)
def test_every_labelled_sentence_holds_the_same_words(name):
    listed, all_words = fresh(LISTS[name]), plain(LISTS[name])
    for text in SENTENCES:  # the first with a few words each, the others with all
        assert places(listed.finditer(text)) == places(all_words.finditer(text)), text
    assert len(listed._chosen) <= FEW


@settings(max_examples=50)
@given(
    st.sampled_from(sorted(LISTS)), st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4), st.data()
)
def test_pieces_of_sentences_hold_the_same_words(name, texts, data):
    text = "".join(one[data.draw(st.integers(0, len(one))) :][:30] for one in texts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    listed, all_words = fresh(LISTS[name]), plain(LISTS[name])

    for one in ("search", "match"):
        few, everything = getattr(listed, one)(text, start, end), getattr(all_words, one)(text, start, end)
        assert (few and few.span()) == (everything and everything.span())


@pytest.mark.parametrize("name", LISTS)
def test_a_word_is_not_found_without_its_needle(name):
    for word in (*LISTS[name]._chinese, *LISTS[name]._english):
        found = (each for text in SENTENCES for each in re.finditer(word, text))
        assert all(needle(word) in each[0] for each in found), word


@pytest.mark.parametrize(
    ("word", "begins", "sign"),
    [
        ("推进", [("推", "进")], "推进"),
        ("(?<!首)问责(?!制)", [("问", "(?<!首问)责(?!制)")], "问责"),
        ("[作写]检讨", [("作", "检讨"), ("写", "检讨")], "检讨"),
        ("(?:都|全)怪(?!味)", [("都", "怪(?!味)"), ("全", "怪(?!味)")], "怪"),
        ("(?:all|the (?:whole|entire)) staff", [("a", "ll staff"), ("t", "he (?:whole|entire) staff")], " staff"),
        ("碰一?下", [("碰", "一?下")], "碰"),
        ("keep .{0,20} informed", [("k", "eep .{0,20} informed")], " informed"),
        ("kick-?off", [("k", "ick-?off")], "kick"),
    ],
)  # fmt: skip
def test_how_a_word_begins_and_what_it_has_in_it(word, begins, sign):
    assert list(beginnings(word)) == begins
    assert needle(word) == sign


@pytest.mark.parametrize(
    "word", ["推?进", "(?:一|两)?下", "[^a]b", ".b", "(?<!a|b)c", "(?<!a)(?<!b)c", "(?:a"]
)
def test_a_word_that_may_begin_otherwise_is_refused(word):
    with pytest.raises(ValueError, match=re.escape(word[-1])):
        list(beginnings(word))


def test_of_two_words_the_longer_one_is_found_and_english_words_stand_alone():
    found = pattern(words("跟进, 跟进一下"), words("look, look into"), unless_before="表")

    assert [one[0] for one in found.finditer("跟进一下 overlook, look into 跟进表")] == [
        "跟进一下",
        "look into",
    ]
