"""Whatever a record says, Markdown and HTML show it as text."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from commcoord.console import safe
from commcoord.render.escaping import href, html_lines, markdown_cell, markdown_inline, markdown_quote

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

lines = st.text(st.characters(codec="utf-8"), max_size=40)
hostile = st.lists(
    st.sampled_from(
        [
            "|",
            "*",
            "_",
            "a",
            " ",
            "#",
            "- ",
            "1. ",
            "1) ",
            "<b>",
            "&amp;",
            "`",
            "[x](javascript:a)",
            "![",
            "]",
            "\\",
            "~~",
            "> ",
            "=",
            "\n",
            "    ",
        ]
    ),
    max_size=8,
).map("".join)


def shown(tokens) -> str:
    """The text that a reader of the document sees."""
    parts = []
    for token in tokens:
        if token.type == "inline":
            parts += [shown(token.children)]
        elif token.type in ("text", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        else:
            assert token.type.startswith(
                ("paragraph", "table", "thead", "tbody", "tr", "th", "td", "blockquote")
            ) or (token.type == "html_inline" and token.content == "<br>"), token
    return "".join(parts)


@given(lines | hostile)
@example("1986. A great year")
@example("a_b _c_ __init__ x_")
@example("<script>alert(1)</script> &lt; ![x](y) | `code`")
def test_inline_text_reads_as_it_was_written(text):
    wanted = " ".join(safe(text).split())

    assert shown(READER.parse(str(markdown_inline(text)))) == wanted


@given(lines | hostile)
def test_a_cell_stays_one_cell(text):
    table = f"| a | b |\n|---|---|\n| {markdown_cell(text)} | end |\n"
    tokens = READER.parse(table)
    cells = [after for before, after in pairwise(tokens) if before.type == "td_open"]

    assert len(cells) == 2
    assert cells[1].content == "end"
    assert shown(cells[:1]) == "".join(" ".join(line.split()) for line in safe(text).splitlines())


@given(hostile)
def test_a_quotation_holds_all_its_lines(text):
    tokens = READER.parse(f"{markdown_quote(text)}\n\nafter\n")

    assert [token.type for token in tokens if token.level == 0 and token.nesting == 1] in (
        ["blockquote_open", "paragraph_open"],
        ["paragraph_open"],
    )


def test_words_with_underscores_and_figures_stay_readable():
    assert markdown_inline("+2") == "+2"
    assert markdown_inline("task_20231020 costs 1.5 (+10%)") == "task_20231020 costs 1.5 (+10%)"
    assert markdown_inline("- first") == "\\- first"
    assert markdown_inline(":warning: $x$") == "\\:warning: \\$x\\$"


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202eabc", "\x00"])
def test_what_a_terminal_or_reader_would_obey_is_made_visible(text):
    assert "\\x" in safe(text)
    assert not set(str(markdown_inline(text))) & {"\x1b", "\u202e", "\x00"}


def test_lines_of_html_are_escaped_one_by_one():
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, attrs))

    Reader().feed(str(html_lines("<b onclick=x>\n<script>")))

    assert found == [("br", [])]


@pytest.mark.parametrize(
    ("link", "allowed"),
    [
        ("https://example.com/a?b=c", True),
        ("mailto:a@example.com", True),
        ("HTTP://example.com", True),
        ("javascript:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("docs/sites.xlsx", False),
        ('https://a" onclick="x', False),
        (None, False),
    ],
)
def test_only_harmless_links_are_links(link, allowed):
    assert bool(href(link)) is allowed
