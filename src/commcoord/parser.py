"""typer's commands and groups, speaking the language in use: `typer.Typer(cls=Group, rich_markup_mode=None)`.

The language has to be chosen (`messages.use`) before the commands are declared: typer keeps their help.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, cast

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

from commcoord.language.messages import _
from commcoord.language.parser_words import retold, speaking
from commcoord.language.widths import padded, width, wrapped

WIDEST = 100  # columns; longer lines are hard to read
NARROWEST = 50
FIRST_COLUMN = 30  # columns; what is wider has its explanation on the next line

if TYPE_CHECKING:
    Parser = TyperCommand
else:
    Parser = object  # the class behind it in the order of inheritance is typer's own


class HelpPage:
    """A help page as typer writes it, laid out by the width that Chinese has on a terminal."""

    def __init__(self) -> None:
        self.width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST) - 2)
        self.margin = 0
        self.lines: list[str] = []

    def write_usage(self, prog: str, args: str = "", prefix: str = "") -> None:
        """Write how the command is called; what does not fit goes under the first argument."""
        start = f"{prefix}{prog} "
        first, *rest = wrapped(args, self.width - width(start))
        self.lines += [f"{start}{first}".rstrip(), *(" " * width(start) + line for line in rest)]

    def write_text(self, text: str) -> None:
        """Write paragraphs, which an empty line divides; single line breaks are those of the source."""
        for paragraph in text.split("\n\n"):
            self.write_paragraph()
            for line in wrapped(paragraph, self.width - self.margin):
                self._write_line(line)

    def write_paragraph(self) -> None:
        """Leave a line empty, once."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _write_line(self, line: str) -> None:
        self.lines.append((" " * self.margin + line).rstrip())

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write names and their explanations in two columns."""
        column = min(max(width(name) for name, _explanation in rows), FIRST_COLUMN) + 2
        for name, explanation in rows:
            first, *rest = wrapped(explanation, self.width - self.margin - column)
            if width(name) > FIRST_COLUMN:
                self._write_line(name)
                name = ""  # noqa: PLW2901  its explanation begins on the next line
            self._write_line(padded(name, column) + first)
            for line in rest:
                self._write_line(" " * column + line)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Put a heading before what is written in the block, and indent that."""
        self.write_paragraph()
        self.lines.append(_("{heading}:", heading=name))
        with self.indentation():
            yield

    @contextmanager
    def indentation(self) -> Iterator[None]:
        """Indent what is written in the block."""
        self.margin += 2
        yield
        self.margin -= 2

    def getvalue(self) -> str:
        """Return the page."""
        return "\n".join(self.lines)


class Speaking(Parser):
    """Says what typer would say in English; contexts are typer's, which has no public name for their type."""

    def get_help(self, ctx: Any) -> str:
        """Return the page that `--help` prints."""
        page = HelpPage()
        with speaking():
            self.format_help(ctx, cast("Any", page))
        return page.getvalue()

    def get_usage(self, ctx: Any) -> str:
        """Return the line that shows how the command is called."""
        page = HelpPage()
        self.format_usage(ctx, page)
        return page.getvalue()

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is called."""
        pieces = [_(piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help` itself, with its line of help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the parameters, each under the heading that its `rich_help_panel` names."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            usual = _("Arguments") if parameter.param_type_name == "argument" else _("Options")
            row = parameter.get_help_record(ctx)
            if row is not None:
                sections.setdefault(getattr(parameter, "rich_help_panel", None) or usual, []).append(row)
        for heading, rows in sections.items():
            with formatter.section(heading):
                formatter.write_dl(rows)


class Command(Speaking, TyperCommand):
    """One command: `@app.command(cls=Command)`."""


class Group(Speaking, TyperGroup):
    """The commands together."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the parameters, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def page(docstring: str) -> str:
    """Return a command's page of help, made of the summary and the paragraphs of its docstring."""
    summary, _blank, below = cleandoc(docstring).partition("\n\n")
    return "\n\n".join(_(text) for text in (summary, below) if text)


def complaint(error: TyperException) -> str:
    """Return what to tell somebody whom typer did not understand: the usage, where to look, what is wrong."""
    context = getattr(error, "ctx", None)
    said = retold(error.format_message())
    if context is None:
        return _("Error: {reason}", reason=said)
    usage = context.get_usage()
    if said.startswith(usage):  # a group called without a command answers with its help
        return said
    look = _("Try '{command} --help' for help.", command=context.command_path)
    return f"{usage}\n{look}\n\n{_('Error: {reason}', reason=said)}"
