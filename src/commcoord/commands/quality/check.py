"""What is at fault in the records, where, and how to mend it."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from commcoord import __version__
from commcoord.commands import options
from commcoord.commands.checking import files_at, found_in, rules_named
from commcoord.console import safe
from commcoord.errors import UsageError
from commcoord.language.messages import Message, _
from commcoord.render.findings.report import Report, format_called, formats
from commcoord.rules.located import Located
from commcoord.session import Session


def run(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH…]", help=_("files or folders; the whole repository if not said")),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|github|gitlab|sarif", help=_("how to answer"))
    ] = "text",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar=_("RULE"), help=_("only these rules: CC103, its name, or CC1")),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar=_("RULE"), help=_("all rules but these"))
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("also what is only worth knowing"))
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Look for faults in the records; an error makes the answer no, exit 1.

    A rule is switched off for one record by `allow` in it, with the reason, and for all by `rules` in commcoord.yaml.
    """
    session: Session = ctx.obj
    name = "json" if as_json else form
    if name not in formats():
        raise UsageError(Message("“{text}” is none of {known}.", text=name, known=", ".join(formats())))
    chosen, unwanted = rules_named(select or ()), rules_named(ignore or ())
    files = files_at(session.workspace, session.directory, paths) if paths else None
    found = [
        one
        for one in found_in(session.workspace, files)
        if (not chosen or one.ruling.rule in chosen) and one.ruling.rule not in unwanted
        if verbose or one.severity != "info"
    ]
    answer(session, name, found)
    if any(one.severity == "error" for one in found):
        raise typer.Exit(1)


def answer(session: Session, name: str, found: Sequence[Located]) -> None:
    """Print the findings in a format, and beside it how many there are."""
    console, root = session.console, session.workspace.root
    report = Report(
        found,
        version=__version__,
        prefix="" if name in ("text", "json") else _below_git(root),
        near=lambda path: os.path.relpath(root / path, session.directory),
        styled=console.styled,
        safe=safe,
        width=min(console.width, 120),
    )
    text = format_called(name).rendered(report).removesuffix("\n")
    if text:
        console.answer_styled(text)
    console.say(report.summary, "faint")


def _below_git(root: Path) -> str:
    """Return what goes before a path so that it counts from git's root, where the hosts of repositories count."""
    from commcoord.store.git import ask

    answer = ask(root, "rev-parse", "--show-prefix")
    return "" if answer.code else answer.text.removesuffix("\n")
