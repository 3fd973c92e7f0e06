"""The page of HTML: one file, no network, nothing that runs, and every section in every language."""

import re
from html.parser import HTMLParser

import pytest

from commcoord.language import messages
from commcoord.render.review.document import PARTS, document, report
from tests.review.conftest import example  # noqa: F401  a fixture

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What stands in a page: its elements, all closed, and the text outside of its style."""

    def __init__(self):
        super().__init__()
        self.open, self.elements, self.texts = [], [], []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, said):
        if self.open and self.open[-1] != "style":
            self.texts.append(said)


@pytest.fixture(params=messages.LANGUAGES)
def page(request, example):  # noqa: F811
    messages.use(request.param)
    page = Page()
    page.feed(report(example().as_json(), "远航家电", "html"))
    yield request.param, page
    messages.use("en")


def test_the_page_is_whole_and_alone(page):
    language, found = page
    names = [name for name, _ in found.elements]

    assert found.open == []
    assert ("html", {"lang": language}) in found.elements
    assert not set(names) & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert not [
        one
        for _, one in found.elements
        if {"src", "href"} & one.keys() or any(key.startswith("on") for key in one)
    ]


def test_the_page_forbids_whatever_it_does_not_need(page):
    policy = next(
        one["content"] for name, one in page[1].elements if one.get("http-equiv") == "Content-Security-Policy"
    )

    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy


def test_every_section_has_a_heading_and_pictures_have_words(page):
    _, found = page
    sections = [one["id"] for name, one in found.elements if name == "section"]

    assert sections == [*[part.__name__ for part in PARTS], "definitions"]
    assert (
        sum(name == "svg" for name, _ in found.elements)
        == sum(name == "desc" for name, _ in found.elements)
        == 7
    )


def test_the_page_has_both_lights_and_prints(example):  # noqa: F811
    text = report(example().as_json(), None, "html")

    assert "prefers-color-scheme: dark" in text
    assert "size: A4" in text
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", text)


def test_the_cards_tell_good_from_bad(example):  # noqa: F811
    cards = {one["name"]: one for one in document(example().as_json(), None)["cards"]}

    assert cards["Minutes sent in time"] == {
        "name": "Minutes sent in time",
        "value": "91.7%",
        "of": "22/24",
        "change": "−8.3 points",
        "tone": "bad",
    }
    assert cards["Open and overdue"]["tone"] == "bad"
    assert cards["Records"]["tone"] == "same"
