"""A form as a page: it asks nothing of the network, obeys nothing in a record, and has the form's headings."""

from html.parser import HTMLParser

import pytest

from commcoord.render.to import html
from tests.render.conftest import FEEDBACK, MINUTES, PLAN, TASK
from tests.render.test_forms import ENGLISH, HEADINGS, TRADITIONAL

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser makes of a page: its elements, and the text of the headings of its rows."""

    def __init__(self, document):
        super().__init__()
        self.elements, self.open, self.texts = [], [], []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, text):
        if self.open and self.open[-1][0] != "style":
            self.texts.append((self.open[-1], text))

    def texts_in(self, tag, **attributes):
        return [
            text for (name, given), text in self.texts if name == tag and attributes.items() <= given.items()
        ]


@pytest.mark.parametrize(
    ("kind", "text"), [("plan", PLAN), ("minutes", MINUTES), ("task", TASK), ("feedback", FEEDBACK)]
)
@pytest.mark.parametrize(
    ("language", "known"), [("zh-Hans", HEADINGS), ("zh-Hant", TRADITIONAL), ("en", ENGLISH)]
)
def test_a_page_has_the_headings_of_the_form(form, kind, text, language, known):
    page = Page(html.rendered(form(text, language=language)))

    wanted = known[kind].split("|") if language == "en" else known[kind].split()
    assert page.texts_in("th", scope="row")[: len(wanted)] == wanted
    assert page.open == []  # every element was closed
    assert page.elements[0] == ("html", {"lang": language})


HOSTILE = "</td><script>alert(1)</script><img src=x onerror=y><a href='javascript:z'>{{ 1 }}"


def test_a_page_obeys_nothing_in_a_record(form):
    text = MINUTES.replace("提交场地清单", f'"{HOSTILE}"').replace("财务部同意总额", f'"{HOSTILE}"')
    page, plain = Page(html.rendered(form(text))), Page(html.rendered(form(MINUTES)))

    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert HOSTILE in page.texts_in("p")


def test_a_page_needs_nothing_else(form):
    page = Page(html.rendered(form(MINUTES, PLAN)))

    assert {tag for tag, _ in page.elements} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "a",
        "form",
    } == set()
    assert any(
        given.get("http-equiv") == "Content-Security-Policy"
        and given["content"].startswith("default-src 'none'")
        for _tag, given in page.elements
    )
    assert "url(" not in html.rendered(form(MINUTES))


def test_what_nobody_confirmed_stands_out(form):
    assert Page(html.rendered(form(MINUTES))).texts_in("li", **{"class": "open"}) == [
        "【待确认】首批8家门店 "
    ]


def test_an_item_can_be_pointed_at(form):
    assert Page(html.rendered(form(MINUTES))).texts_in("small", id="a-3f9k") == ["a-3f9k"]


def test_a_narrow_screen_has_headings_above_and_columns_beside_their_contents(form):
    page = html.rendered(form(MINUTES))

    assert "@media screen and (max-width: 600px)" in page
    assert 'class="owner" data-column="负责人">王强（销售部）' in page
