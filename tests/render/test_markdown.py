"""Text of records is data in Markdown too: whatever it says, the document keeps its shape and shows it as it is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from commcoord.records.calendars import calendar_for
from commcoord.records.scalars import REFUSED
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.view import View
from commcoord.render.composing import composed
from commcoord.render.to import md
from tests.render.conftest import NOW

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "|", "\n", "# ", "- ", "1. ", "> ", "```", "`", "**", "_x_", "[a](http://x)", "![a](http://x)", "<script>",
    "<b>", "</td>", "&amp;", "&#60;", "http://x.y", "\\", "~~", "---", "===", "    ", ":tada:", "{{ 1 }}", "{% raw %}",
    "$x$", "<!-- ", "[^1]", "* * *", "+ ", "\t", "【】", "中文", "word", "é",
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(HOSTILE) | st.characters(exclude_categories=["Cs", "Co", "Cn"]), max_size=6
).map(lambda parts: REFUSED.sub("", "".join(parts)).replace("\r", ""))


def minutes(texts):
    title, goal, note, what, owner, fact, absent = texts
    return {
        "kind": "minutes",
        "id": "minutes-20231020-7qk2",
        "title": title,
        "scenario": "routine",
        "step": "hold",
        "date": "2023-10-20",
        "goal": goal,
        "topics": [{"topic": title, "notes": note}],
        "decisions": [{"id": "d-5c7w", "what": what, "by": owner}],
        "actions": [{"id": "a-3f9k", "what": what, "owner": owner, "due": "2023-10-24"}],
        "facts": [{"id": "f-8w2d", "what": fact}],
        "absent": [{"who": owner, "why": absent}],
    }


def document_of(tree):
    source = source_of("x.yaml", tree)
    view = View((source,), Settings(), NOW, calendar_for("none"))
    return md.rendered(composed(source.record, view, "internal", "en"))


def shape(document):
    """The tokens of a document without its texts: what a reader makes of the marks in it."""
    return [token.type for token in PARSER.parse(document)]


def inline(document):
    return [child for token in PARSER.parse(document) for child in token.children or ()]


def shown(document):
    """The text that a reader sees, without spaces."""
    return "".join(
        "".join(one.content for one in inline(document) if one.type in ("text", "code_inline")).split()
    )


PLAIN = minutes(["x"] * 7)
ALLOWED = {"text", "strong_open", "strong_close", "code_inline", "softbreak", "html_inline"}


@settings(max_examples=150, deadline=None)
@given(st.tuples(*[TEXTS.map(lambda text: f"x{text}x")] * 7))
def test_no_text_changes_the_shape_of_the_document(texts):
    document = document_of(minutes(texts))

    assert shape(document) == shape(document_of(PLAIN))
    assert {one.type for one in inline(document)} <= ALLOWED
    assert {one.content for one in inline(document) if one.type == "html_inline"} <= {"<br>"}


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_text_is_shown_as_it_is(text):
    document = document_of(minutes(["x", "x", "x", f"q{text}q", "x", "x", "x"]))

    assert "".join(f"q{text}q".split()) in shown(document)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_text_at_the_beginning_of_a_line_is_no_mark(text):
    """What follows `- ` or `| ` may begin with anything."""
    tree = minutes(["x", "x", f"{text}", f"{text} q", "x", f"{text} q", "x"])

    assert set(shape(document_of(tree))) <= set(shape(document_of(PLAIN)))
    assert {one.content for one in inline(document_of(tree)) if one.type == "html_inline"} <= {"<br>"}
