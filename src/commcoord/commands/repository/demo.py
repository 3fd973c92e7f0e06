"""A guided tour on the example company."""

import os
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from commcoord.errors import RefusedError, UsageError
from commcoord.language.messages import Message, _, spoken
from commcoord.session import Session, standing
from commcoord.store import setup
from commcoord.store.shipped import put_example, shipped

NOW = "2023-12-29 17:00"
"""The day of the example company: all that is open, late or blocked there is so as seen from then."""


@dataclass(frozen=True)
class Stop:
    """One stop of the tour: what is said, what is run, and the exit code that belongs to it."""

    said: str
    command: str
    code: int


def run(
    ctx: typer.Context,
    directory: Annotated[
        str,
        typer.Argument(metavar=_("[DIR]"), help=_("where to put the example; commcoord-demo if not said")),
    ] = "commcoord-demo",
    pause: Annotated[bool, typer.Option("--pause", help=_("wait for Enter after each stop"))] = False,
) -> None:
    """Copy the example company to a folder and show the main job on it; the folder is yours to play with."""
    session: Session = ctx.obj
    root = standing(str(session.directory / directory))
    copy_company(root)
    strange = [stop.command for stop in tour() if not _visit(session, root, stop, pause=pause)]
    if strange:
        raise RefusedError(
            Message("The tour did not go as it should: {commands}", commands="; ".join(strange))
        )
    session.console.say(
        _("The example company is yours in {path}; its day is {day}.", path=root, day=NOW), "good"
    )
    session.console.say(
        f'cd {shlex.quote(str(root))}; export COMMCOORD_NOW="{NOW}"; commcoord --help', "faint"
    )


def copy_company(root: Path) -> None:
    """Copy the example company to a new folder and make a records repository of it; raises UsageError where one is."""
    if root.exists() and any(root.iterdir()):
        raise UsageError(Message("{path} is not empty.", path=str(root)), Message("Name another folder."))
    put_example(root)
    for _sentence in setup.made(root, ""):
        pass


def tour() -> Iterator[Stop]:
    """Yield the stops in the language in use; Traditional Chinese goes with the tour in Chinese."""
    language = "en" if spoken() == "en" else "zh-Hans"
    said: list[str] = []
    for line in (shipped("examples") / f"tour.{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            said.append(line.lstrip("# "))
        elif line.startswith("$"):
            command, _mark, code = line.removeprefix("$ commcoord ").partition(" #=> ")
            yield Stop("\n".join(said), command, int(code or 0))
            said = []


def _visit(session: Session, root: Path, stop: Stop, *, pause: bool) -> bool:
    """Run one stop as its own call of the program and return whether it ended as it should."""
    console = session.console
    if stop.said:
        console.answer("", "─" * 78 if console.fits("─") else "-" * 78)
        console.answer_styled(console.styled(stop.said, "strong"))
    console.answer_styled("\n" + console.styled(f"$ commcoord {stop.command}", "info"))
    sys.stdout.flush()
    os.environ.setdefault("COMMCOORD_NOW", NOW)
    assert session.call is not None  # the command line has made this session
    code = session.call(["-C", str(root), "--lang", spoken(), *shlex.split(stop.command)])
    sys.stderr.flush()
    if pause and console.interactive:
        from commcoord.commands.prompting import read_line

        read_line(_("Enter goes on … "))
    return code == stop.code
