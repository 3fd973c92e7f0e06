"""Text of records as a format's text: one escape a context, chosen by the format, never by a template."""

import re
from collections.abc import Callable

from markupsafe import Markup

from commcoord.console import safe

LINK_SCHEMES = ("http://", "https://", "mailto:")
"""What a rendered document may link to; everything else is shown as text."""

_MARKDOWN = re.compile(
    r"[\\`*\[\]<>|~$]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is no emphasis
    r"|&(?=#?\w+;)"
    r"|:(?=[\w+-]+:)"  # :warning: is a picture on GitHub
)
_LINE_START = re.compile(r"([ \t]*)(?:([-=](?=[-=\s]|$)|\+(?=\s|$)|#(?=[#\s]|$))|(\d{1,9})([.)])(?=\s|$))")


def markdown_inline(text: str) -> Markup:
    """Return a text that stands in one line of Markdown, or in a cell of a table, exactly as it reads."""
    return Markup(_line(" ".join(safe(text).split())))  # noqa: S704  it is Markdown that is escaped here


def markdown_cell(text: str) -> Markup:
    """Return a text of several lines for one cell of a table."""
    lines = [_line(" ".join(line.split())) for line in safe(text).splitlines()]
    return Markup("<br>".join(line for line in lines if line))  # noqa: S704


def markdown_quote(text: str) -> Markup:
    """Return a text of several lines as a quotation, every line in it."""
    lines = [_line(" ".join(line.split())) for line in safe(text).splitlines()]
    return Markup("\n".join(f"> {line}".rstrip() for line in lines))  # noqa: S704


def _line(text: str) -> str:
    """Escape what Markdown would obey in a line that begins here."""
    found = _LINE_START.match(text)
    if found is None:
        return _MARKDOWN.sub(r"\\\g<0>", text)
    begin = f"\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}"
    return begin + _MARKDOWN.sub(r"\\\g<0>", text[found.end() :])


def html_lines(text: str) -> Markup:
    """Return a text of several lines as HTML that keeps them."""
    return Markup("<br>").join(safe(line) for line in text.splitlines())


def svg(picture: str) -> Markup:
    """Return a picture of our own making as markup; any other text is escaped."""
    return Markup(picture) if picture.startswith("<svg ") else Markup.escape(safe(picture))  # noqa: S704


def href(link: str | None) -> str:
    """Return a link that a document may carry, else nothing: `javascript:` and the like are text."""
    found = (link or "").strip()
    harmless = found.casefold().startswith(LINK_SCHEMES) and not re.search(r"[\s<>\"\\\x00-\x20]", found)
    return found if harmless else ""


def finisher(escape: Callable[[str], object]) -> Callable[[object], object]:
    """Return what every `{{ value }}` goes through: nothing for none, text escaped once, markup as it is."""

    def finish(value: object) -> object:
        if value is None:
            return ""
        return escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    return finish
