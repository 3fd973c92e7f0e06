"""The frame around every command: one Typer command a call, with the global options and the answers it takes."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperOption
from typer.main import get_command

from commcoord.commands.committed import commit_written
from commcoord.console import Console, talk
from commcoord.errors import CommcoordError, code_of
from commcoord.language.messages import _
from commcoord.parser import Command, complaint, page
from commcoord.session import Call, Session, standing, standing_in
from commcoord.steps.answers import all_answers


def _global_options() -> list[TyperOption]:
    panel = _("Options of every command")
    shared: dict[str, Any] = {"rich_help_panel": panel}
    return [
        TyperOption(
            param_decls=["frame_directory", "-C"],
            metavar=_("DIR"),
            help=_("run as if started in DIR"),
            **shared,
        ),
        TyperOption(
            param_decls=["frame_language", "--lang"],
            help=_("zh-Hans, zh-Hant or en, for what is said and rendered"),
            metavar=_("LANGUAGE"),
            **shared,
        ),
        TyperOption(
            param_decls=["frame_as_of", "--as-of"],
            metavar=_("TIME"),
            help=_("the time to go by, 2023-10-25 or 2023-10-25 14:00, instead of now"),
            **shared,
        ),
        TyperOption(
            param_decls=["frame_no_color", "--no-color"], is_flag=True, help=_("no colours"), **shared
        ),
        TyperOption(
            param_decls=["frame_quiet", "--quiet", "-q"],
            is_flag=True,
            help=_("only the answer, no talk"),
            **shared,
        ),
    ]


GLOBAL_NAMES = ("frame_directory", "frame_language", "frame_as_of", "frame_no_color", "frame_quiet")


class _HungUpError(Exception):
    """Whoever read the answer has gone; typer would end with 1 for it, which is an answer of no."""


class FramedCommand(Command):
    """A command that takes the global options and hands a Session to its function as `ctx.obj`."""

    extra: Sequence[TyperOption] = ()
    call: Call

    def __init__(self, *arguments: Any, **values: Any) -> None:
        super().__init__(*arguments, **values)
        self.params.extend([*self.extra, *_global_options()])

    def invoke(self, ctx: Any) -> Any:
        """Take the frame's options out of the parameters and run the command's function with the rest."""
        given = {name: ctx.params.pop(name) for name in GLOBAL_NAMES}
        session = Session(
            standing(given["frame_directory"]),
            as_of=given["frame_as_of"],
            colour=not given["frame_no_color"],
            quiet=bool(given["frame_quiet"]),
            call=self.call,
        )
        session.given = {option.name: ctx.params.pop(option.name) for option in self.extra if option.name}
        ctx.obj = session
        gc.enable()  # it was off while the program was loaded
        with standing_in(session.directory), _told_as_rehearsal(session, dict(ctx.params)):
            try:
                return super().invoke(ctx)
            except BrokenPipeError as gone:
                raise _HungUpError from gone
            except CommcoordError as error:
                if "dry_run" in ctx.params:  # who only looks has typed nothing that could be lost
                    self._show_typed(error, session, ctx.params)
                raise
            finally:
                # a shut gate or an interrupt writes what was typed, too
                commit_written(session, str(ctx.info_name).removeprefix("commcoord "))
                session.close()

    def _show_typed(self, error: CommcoordError, session: Session, parameters: dict[str, Any]) -> None:
        from commcoord.commands.typed_words import left_in_pipe, show_typed

        piped = session.piped if session.piped is not None else left_in_pipe(parameters)
        show_typed(error, self.params, {**parameters, **session.given}, piped)


@contextmanager
def _told_as_rehearsal(session: Session, parameters: dict[str, Any]) -> Iterator[None]:
    """Say at the end of a rehearsal that it was one, also where the answer is no; an error says enough."""
    try:
        yield
    except typer.Exit:
        _tell_rehearsal(session, parameters)
        raise
    _tell_rehearsal(session, parameters)


def _tell_rehearsal(session: Session, parameters: dict[str, Any]) -> None:
    if parameters.get("dry_run") and not session.rehearsal_told:
        session.console.say(_("Nothing is written: this was a rehearsal."), "warning")


def invoke(module: Any, name: str, before: Sequence[str], after: Sequence[str], call: Call) -> int:
    """Run the command of a module with what was typed before and after its name, and return the exit code.

    `call` is the whole program.
    """
    app = _app(module, name, call)
    try:
        code = app([*before, *after], prog_name=f"commcoord {name}", standalone_mode=False)
    except typer.TyperException as error:
        talk(complaint(error))
        _show_in_vain(app, after)
        return 2
    except typer.Abort as stop:
        return code_of(stop.__cause__)
    except _HungUpError as hung_up:
        raise BrokenPipeError from hung_up
    return code if isinstance(code, int) else 0


def _show_in_vain(app: typer.Typer, arguments: Sequence[str]) -> None:
    """Show what was typed with a call that the parser refused, where the command would have kept it."""
    from commcoord.commands.typed_words import typed_in_vain

    if any(one.name == "dry_run" for one in get_command(app).params):
        shown = typed_in_vain(arguments)
        if shown is not None:
            Console().warn(f"  {shown}", "faint")


def options_of(module: Any, name: str) -> list[tuple[str, str]]:
    """Return the long options that a command shows, each with its line of help."""
    command = get_command(_app(module, name, lambda _arguments: 0))
    found = []
    for option in command.params:
        if option.param_type_name == "option" and not getattr(option, "hidden", False):
            longest = max(option.opts, key=len)
            found.append((longest, str(getattr(option, "help", "") or "")))
    return found


def values_of(module: Any, name: str, option: str) -> list[str] | None:
    """Return the words that an option of a command knows; none where no value comes after it."""
    for known in get_command(_app(module, name, lambda _arguments: 0)).params:
        if option not in known.opts or getattr(known, "is_flag", False):
            continue
        for answer in all_answers():
            if answer.option == option and answer.name == known.name and answer.choices:
                return list(answer.choices)
        metavar = str(known.metavar or "")
        return metavar.split("|") if "|" in metavar else []
    return None


def _app(module: Any, name: str, call: Call) -> typer.Typer:
    extra = list(module.extra_options()) if hasattr(module, "extra_options") else []
    framed = type("Framed", (FramedCommand,), {"extra": extra, "call": staticmethod(call)})
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(
        name,
        cls=framed,
        help=page(module.__doc__ or ""),
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )(module.run)
    return app
