"""The answer of `check`: the findings, in a format; and beside it how many there are."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from commcoord import __version__
from commcoord.commands.checking import found_in, repository_around
from commcoord.console import safe
from commcoord.errors import UsageError
from commcoord.language.messages import Message, Several
from commcoord.render.findings.report import Report, format_called, formats
from commcoord.rules.located import Located
from commcoord.session import Session
from commcoord.store import tree

Chosen = Callable[[str], bool]


def answer(
    session: Session,
    *,
    paths: Sequence[str] | None = None,
    form: str = "text",
    verbose: bool = False,
    as_json: bool = False,
) -> bool:
    """Tell what is at fault with these files, or with the whole repository; return whether nothing is an error.

    Raises UsageError for a format or a path that there is not.
    """
    name = format_named(form, as_json=as_json)
    session.place = repository_around(session.directory, paths or ())
    return told(session, name, paths or (), verbose=verbose)


def format_named(form: str, *, as_json: bool) -> str:
    """Return the name of a format; raises UsageError where there is none of that name."""
    name = "json" if as_json else form
    if name not in formats():
        raise UsageError(Message("“{text}” is none of {known}.", text=name, known=Several(formats())))
    return name


def told(
    session: Session,
    name: str,
    paths: Sequence[str],
    chosen: Chosen = lambda _rule: True,
    *,
    verbose: bool = False,
) -> bool:
    """Print the findings of the chosen rules in a format; return whether none of them is an error."""
    found = found_in(session, paths)
    shown = [one for one in found if chosen(one.ruling.rule) and (verbose or one.severity != "info")]
    _print(session, name, shown)
    return not any(one.severity == "error" for one in shown)


def _print(session: Session, name: str, found: Sequence[Located]) -> None:
    console, root = session.console, tree.root_above(session.place or session.directory)
    report = Report(
        found,
        version=__version__,
        prefix="" if name in ("text", "json") else _below_git(root),
        near=_near(root, session.directory),
        styled=console.styled,
        safe=safe,
        width=min(console.width, 120),
    )
    text = format_called(name).rendered(report).removesuffix("\n")
    if text:
        console.answer_styled(text)
    console.say(report.summary, "faint")


def _near(root: Path, directory: Path) -> Callable[[str], str]:
    """Return what makes of a path below the root one that can be typed in the directory."""
    if root == directory:
        return str  # thousands of times
    return lambda path: os.path.relpath(root / path, directory)


def _below_git(root: Path) -> str:
    """Return what goes before a path so that it counts from git's root, where the hosts of repositories count."""
    from commcoord.store.git import ask

    answer = ask(root, "rev-parse", "--show-prefix")
    return "" if answer.code else answer.text.removesuffix("\n")
