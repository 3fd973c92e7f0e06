"""Templates to text: sandboxed, nothing undefined in silence, escaped by the format, bounded.

`rendered("review.md.j2", context, company=root / "templates")` is all that a renderer needs. The ending of a
name decides what is escaped how (`.html.j2`, `.md.j2`, else plain text), in what it includes or extends too.
A context is plain: mappings, lists, texts, numbers, switches and none, so a template can reach nothing else.
`_` and `plural` speak the language in use. Filters: `href`; `cell` and `quote` in Markdown; `lines`, `svg` in HTML.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from commcoord.console import safe
from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, _, plural, spoken
from commcoord.render.escaping import (
    finisher,
    href,
    html_lines,
    markdown_cell,
    markdown_inline,
    markdown_quote,
    svg,
)
from commcoord.render.loading import FolderLoader, has_templates

LARGEST_OUTPUT = 20_000_000  # characters
LONGEST_REPEAT = 1_000_000  # characters or places that a multiplication may make
HTML, MARKDOWN = ".html.j2", ".md.j2"
FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TemplateError,
    TypeError,
    ValueError,
)
"""What a template can do wrong while it runs."""


def rendered(name: str, context: Mapping[str, Any], company: Path | None = None) -> str:
    """Return a template's text for a plain context, in the language in use.

    Where the company has templates, all runs in a child process with bounds on time, memory and output.
    Raises ImpossibleError with the template's name and line where it is broken or exceeds the bounds.
    """
    if has_templates(company):
        from commcoord.render.child import rendered_apart

        return rendered_apart(name, context, company, spoken())
    return rendered_here(name, json.loads(json.dumps(context)))


def rendered_here(name: str, context: Mapping[str, Any], company: Path | None = None) -> str:
    """Render within this process, bounded only in output; raises ImpossibleError."""
    try:
        return _gathered(name, environment(name, company).get_template(name).generate(**context))
    except FAULTS as error:
        raise ImpossibleError(fault_of(error, name)) from error


def environment(name: str, company: Path | None = None) -> ImmutableSandboxedEnvironment:
    """Return the environment of the format that a template's name ends in."""
    markup = name.endswith((HTML, MARKDOWN))
    ending = next((one for one in (HTML, MARKDOWN) if name.endswith(one)), ".j2")
    found = _Sandbox(
        loader=FolderLoader(company, ending),
        autoescape=markup,
        undefined=StrictUndefined,
        finalize=finisher(markdown_inline if ending == MARKDOWN else safe),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for dangerous in ("lipsum", "cycler", "joiner"):
        del found.globals[dangerous]
    del found.filters["safe"]  # no text of a record is ever markup
    found.globals.update(_=_, plural=plural)
    found.filters.update(_filters(ending))
    return found


def _filters(ending: str) -> dict[str, Callable[..., Any]]:
    if ending == MARKDOWN:
        return {"cell": markdown_cell, "quote": markdown_quote, "href": href}
    return {"lines": html_lines, "href": href, "svg": svg} if ending == HTML else {"href": href}


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which no multiplication fills the memory."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute a product or a power whose size is bounded; raises SecurityError where it is not."""
        sizes = [len(one) if isinstance(one, str | list | tuple) else abs(one) for one in (left, right)]
        numbers = all(isinstance(one, int | float) for one in (left, right))
        if not numbers and sizes[0] * sizes[1] > LONGEST_REPEAT:
            raise SecurityError("this would repeat a text too often")
        if operator == "**" and max(sizes) > 1000:  # noqa: PLR2004  1000 ** 1000 is a moment's work
            raise SecurityError("this power is too large")
        return super().call_binop(context, operator, left, right)


def _gathered(name: str, pieces: Iterable[str]) -> str:
    found, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > LARGEST_OUTPUT:
            raise ImpossibleError(
                Message(
                    "The template {name} writes more than {limit} characters.",
                    name=name,
                    limit=LARGEST_OUTPUT,
                )
            )
        found.append(piece)
    return "".join(found)


def fault_of(error: BaseException, name: str) -> Message:
    """Return the sentence for what went wrong in a template, with the line where it is known."""
    if isinstance(error, TemplateNotFound):
        return Message("There is no template {name}.", name=error.name or name)
    if isinstance(error, MemoryError):
        return Message("The template {name} uses too much memory.", name=name)
    if isinstance(error, TemplateSyntaxError):
        where, line = error.name or name, error.lineno
    else:
        where, line = _place(error, name)
    reason = error.message if isinstance(error, TemplateError) else str(error)
    return Message(
        "The template {name}, line {line}: {reason}",
        name=where,
        line=line,
        reason=reason or type(error).__name__,
    )


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """Return the template and the line in which an error arose: the innermost that is no Python file."""
    found = (name, 0)
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename.endswith(".j2"):
            found = (frame.f_code.co_filename, line)
    return found
