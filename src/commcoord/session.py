"""What one call of the program knows from its edge: where it stands, the time, who calls, and how to answer."""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, chdir, nullcontext, suppress
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.console import Console
from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.instants import FIRST_YEAR, LAST_YEAR
from commcoord.language.messages import Message

if TYPE_CHECKING:
    from datetime import tzinfo

    from commcoord.records.view import View
    from commcoord.register import Register
    from commcoord.store.scouting import Scout
    from commcoord.workspace import Workspace

Call = Callable[[Sequence[str]], int]


class Session:
    """The values of the global options, and what is opened from them when it is needed."""

    def __init__(
        self,
        directory: Path,
        as_of: str | None = None,
        *,
        colour: bool = True,
        quiet: bool = False,
        call: Call | None = None,
    ) -> None:
        self.directory = directory
        self.as_of = as_of
        self.colour = colour
        self.quiet = quiet
        self.call = call
        """The whole program, for a command that shows others at work."""
        self.place: Path | None = None
        """Where to look for the repository, if not around the directory."""
        self.staged = False
        """Whether to look at what is about to be committed instead of what lies in the folder."""
        self.scout: Scout | None = None
        """Whoever was sent out to look at the files."""
        self.sections: Sequence[str] = ()
        """What will be asked of an index that has to be made, besides what everybody asks."""
        self.piped: str | None = None
        """The text that a command has read from a pipe."""
        self.rehearsal_told = False
        """Whether it was said already that nothing is written, since it is a rehearsal."""
        self.given: dict[str, Any] = {}
        """What was given by the options that a command shares with others, by name."""

    @cached_property
    def console(self) -> Console:
        """Where this call answers."""
        return Console(colour=self.colour, quiet=self.quiet)

    @cached_property
    def workspace(self) -> "Workspace":
        """The records repository around the directory; raises ImpossibleError where there is none."""
        from commcoord.workspace import Workspace

        return Workspace.open(self.place or self.directory, self.clock, staged=self.staged)

    @cached_property
    def register(self) -> "Register":
        """The rows of all records; raises ImpossibleError where there is no repository."""
        from commcoord.register import Register

        return Register(self.directory, self.clock, scout=self.scout, sections=self.sections)

    def overview(self, since: date) -> "View":
        """Return all records, for questions that look at many of those from a day on.

        Raises ImpossibleError where there is no repository.
        """
        from commcoord.overview import overview
        from commcoord.register import HALVES

        self.sections = HALVES
        return overview(self.written, self.workspace, since)

    @cached_property
    def written(self) -> "Register":
        """The rows of all records as they are written, whatever the time; raises as `register` does."""
        from commcoord.register import Register

        return Register(self.directory, self.clock, timeless=True, scout=self.scout, sections=self.sections)

    def close(self) -> None:
        """Let go of what was opened."""
        for name in ("register", "written", "workspace"):
            if name in self.__dict__:
                self.__dict__[name].close()

    def clock(self, zone: "tzinfo") -> datetime:
        """Return the time for everything: `--as-of`, else COMMCOORD_NOW, else the system's, in that zone."""
        text = self.as_of or os.environ.get("COMMCOORD_NOW")
        return read_clock(text, zone) if text else self._began.astimezone(zone)

    @cached_property
    def _began(self) -> datetime:
        """The system's time, asked once, so that one call speaks of one moment."""
        return datetime.now(UTC)

    @cached_property
    def caller(self) -> str:
        """Who calls: git's user, by the directory's name where the name or address is in it."""
        name, email = _git_setting("user.name", self.directory), _git_setting("user.email", self.directory)
        people = (
            self.workspace.settings.people if "workspace" in self.__dict__ else self.register.directory.people
        )
        for colleague in people:
            if (name in (colleague.name, "") and name) or (email and email == colleague.email):
                return colleague.name
        return name


def standing(directory: str | None) -> Path:
    """Return where a call stands that `-C` sends to a folder: where `..` leads, and links."""
    return Path(os.path.realpath(directory or "."))


def standing_in(directory: Path) -> AbstractContextManager[None]:
    """Make every path that a command was given count from `-C`; one that is no folder is left to the command."""
    index = os.environ.get("GIT_INDEX_FILE")
    if index:  # a hook of git names it relative to where git called us, which is not where we go
        os.environ["GIT_INDEX_FILE"] = str(Path(index).absolute())
    return chdir(directory) if directory.is_dir() else nullcontext()


def read_clock(text: str, zone: "tzinfo") -> datetime:
    """Return the time that `--as-of` names, `2023-10-25` (its beginning), `2023-10-25 14:00` or with an offset.

    Raises UsageError where the text is no time.
    """
    refusal = UsageError(
        Message("“{text}” is not a time.", text=text), Message("Write 2023-10-25 or 2023-10-25 14:00.")
    )
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise refusal from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise refusal
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def _git_setting(name: str, directory: Path) -> str:
    """Return a setting of git, which writes UTF-8 on every system; empty where none can be read."""
    from commcoord.store import git  # most commands need not know who calls

    with suppress(ImpossibleError):
        found = (git.setting(directory, name) or "").strip()
        return found if found.isascii() or found.isprintable() else ""
    return ""
