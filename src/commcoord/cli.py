"""The command line: finds the command's file, gives every command the global options, turns errors into exit codes."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord import __version__
from commcoord.errors import CommcoordError, UsageError, code_of
from commcoord.language import messages
from commcoord.language.messages import Message, Several, _, mark

if TYPE_CHECKING:
    from commcoord.store.scouting import Scout

GLOBAL_VALUES = ("-C", "--lang", "--as-of")
GLOBAL_FLAGS = ("--no-color", "--quiet", "-q")
COMMANDS = Path(__file__).parent / "commands"
GROUPS = {
    "records": mark("Make and look at records"),
    "steps": mark("The seven steps"),
    "items": mark("The life of an action, milestone or measure"),
    "chase": mark("Chase and send"),
    "quality": mark("Check and learn"),
    "exchange": mark("Render, import and export"),
    "repository": mark("The repository"),
}


COMPLETE = "__complete"
"""What the scripts of `commcoord completion` call; no command of a person."""


def run(arguments: Sequence[str], scout: "Scout | None" = None) -> int:
    """Run one command and return the exit code; no traceback ever reaches a user.

    A scout who was sent out before has looked at the files already.
    """
    code = 0
    try:
        before, name, after = split(arguments)
        speak(arguments)
        code = _dispatch(before, name, after, scout)
        sys.stdout.flush()
    except CommcoordError as error:
        _complain(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt as stop:
        return code_of(stop)
    except BrokenPipeError:
        # Whoever read the answer has had enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code
    except OSError as error:
        reason = error.strerror or type(error).__name__
        named = Message("{reason}: {path}", reason=reason, path=str(error.filename))
        _complain(named if error.filename else Message("{reason}.", reason=reason))
        return 3
    except Exception as error:
        # The one boundary: whatever was not foreseen reaches a user as a sentence, and a developer as a file.
        if os.environ.get("COMMCOORD_TRACEBACK"):
            raise
        _complain(
            Message(
                "Something went wrong inside commcoord: {kind}: {sentence}",
                kind=type(error).__name__,
                sentence=error,
            ),
            Message("COMMCOORD_TRACEBACK=1 shows where; please report it with the command."),
        )
        return 3
    return code


def split(arguments: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """Part the global options before the command, the command's name, and what comes after it."""
    rest = list(arguments)
    before: list[str] = []
    while rest and rest[0].startswith("-") and rest[0] != "-":
        before.append(rest.pop(0))
        if before[-1] in GLOBAL_VALUES and rest:
            before.append(rest.pop(0))
    return before, rest.pop(0) if rest else "", rest


def speak(arguments: Sequence[str]) -> None:
    """Choose the language before anything is said: `--lang`, COMMCOORD_LANG, the repository's, the system's."""
    wanted = (
        _value_of("--lang", arguments) or os.environ.get("COMMCOORD_LANG") or _repository_language(arguments)
    )
    language = _named(wanted) if wanted else _system_language()
    if not language:
        known = Several(messages.LANGUAGES)
        raise UsageError(
            Message("“{text}” is no language of commcoord.", text=wanted),
            Message("Use one of {known}.", known=known),
        )
    messages.use(language)


def _value_of(option: str, arguments: Sequence[str]) -> str:
    """Return what an option was given; of several times the last, as the parser has it."""
    found = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option:
            found = arguments[index + 1] if index + 1 < len(arguments) else ""
        elif argument.startswith(f"{option}="):
            found = argument.partition("=")[2]
    return found


def _repository_language(arguments: Sequence[str]) -> str:
    """Return the settings' language by a look at one line, so that help need not wait for a YAML parser."""
    here = Path(os.path.realpath(_value_of("-C", arguments) or "."))
    for folder in (here, *here.parents):
        settings = folder / "commcoord.yaml"
        if settings.is_file():
            for line in settings.read_bytes().decode("utf-8", "replace").splitlines():
                if line.startswith("language:"):
                    word = line.partition(":")[2].partition("#")[0].strip(" \t\"'")
                    return word if word in messages.LANGUAGES else ""
            return ""
    return ""


def _system_language() -> str:
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return _named(name) or "en"


def _named(name: str) -> str:
    """Return the language that a name as systems have it means, `zh_TW.UTF-8` or `en-GB`; empty where we speak none."""
    first, *places = name.partition(".")[0].partition("@")[0].lower().replace("_", "-").split("-")
    if first == "zh":
        return "zh-Hant" if {"hant", "tw", "hk", "mo"}.intersection(places) else "zh-Hans"
    return "en" if first == "en" else ""


def _dispatch(before: list[str], name: str, after: list[str], scout: "Scout | None") -> int:
    if "--version" in before:
        print(f"commcoord {__version__}")
        return 0
    if name in ("", "help") or "--help" in before or "-h" in before:
        if name in ("", "help") and not after:
            asked = name or "--help" in before or "-h" in before
            if not asked:
                _demand_known(before)
            print(overview())
            return 0 if asked else 2
        name, after = (after[0], ["--help"]) if name == "help" else (name, ["--help"])
    if name == COMPLETE:
        from commcoord.completion.answering import answer

        return answer(after)
    from commcoord.commands.shortcut import taken

    code = taken(name, [*before, *after], run, scout)
    if code is not None:
        return code
    from commcoord.commands.frame import invoke

    return invoke(_understood(name, after), name, before, after, run)


def _demand_known(options: Iterable[str]) -> None:
    """Raise UsageError for an option that is none, or lacks its value, where no command is there to look at them."""
    words = iter(options)
    for word in words:
        option, equals, _value = word.partition("=")
        if option not in (*GLOBAL_VALUES, *GLOBAL_FLAGS):
            raise UsageError(Message("No such option: {name}", name=option))
        if option in GLOBAL_VALUES and not equals and next(words, None) is None:
            raise UsageError(Message("Option {name} requires an argument.", name=option))


def _understood(name: str, after: Sequence[str]) -> object:
    """Return the module of a command; raises UsageError as `module_of`, with what was typed after the name."""
    try:
        return module_of(name)
    except UsageError as error:
        from commcoord.commands.typed_words import typed_in_vain

        shown = typed_in_vain(after)
        if shown is not None:
            error.hint = Message("{remedy}\n  {typed}", remedy=error.hint, typed=shown)
        raise


def commands() -> dict[str, Path]:
    """Return every command's file by its name: the folder is the registry, its sub-folders are the groups."""
    found = {}
    for group in GROUPS:
        for path in sorted((COMMANDS / group).glob("*.py")):
            if not path.stem.startswith("_"):
                found[path.stem.rstrip("_")] = path
    return found


def module_of(name: str) -> object:
    """Return the module of a command; raises UsageError with near names where there is none."""
    from importlib import import_module

    known = commands()
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, 3, 0.6)
        hint = (
            Message("Did you mean {near}?", near=Several(near)) if near else Message("See commcoord --help.")
        )
        raise UsageError(Message("commcoord has no command “{name}”.", name=name), hint)
    path = known[name]
    return import_module(f"commcoord.commands.{path.parent.name}.{path.stem}")


def overview() -> str:
    """Return the page of all commands with what each does, from the first lines of their files."""
    from commcoord.records.vocabulary import STEPS

    known = commands()
    order = {name: place for place, name in enumerate(STEPS)}
    lines = [_("Usage: commcoord [OPTIONS] COMMAND [ARGUMENTS]"), ""]
    for group, heading in GROUPS.items():
        names = [name for name, path in known.items() if path.parent.name == group]
        names.sort(key=lambda one: (order.get(one, len(order)), one))
        lines.append(_(heading))
        for name in names:
            lines += _row(name, _(summary_of(known[name])).rstrip(".。"), 12)
        lines.append("")
    lines.append(_("Options of every command"))
    for option, value, what in GLOBAL_HELP:
        lines += _row(f"{option} {value and _(value)}".rstrip(), _(what), 18)
    return "\n".join([*lines, "", _("commcoord COMMAND --help tells more. Start with: commcoord demo")])


def _row(term: str, what: str, indent: int) -> list[str]:
    """Return a term and what it is in lines that fit the screen, those after the first indented."""
    import shutil

    from commcoord.language.widths import padded, wrapped

    room = min(shutil.get_terminal_size().columns, 100) - indent - 3
    first, *rest = wrapped(what, max(room, 20))
    return [f"  {padded(term, indent)}{first}", *(f"  {' ' * indent}{line}" for line in rest)]


GLOBAL_HELP = (
    ("-C", mark("DIR"), mark("run as if started in DIR")),
    ("--lang", mark("LANGUAGE"), mark("zh-Hans, zh-Hant or en, for what is said and rendered")),
    ("--as-of", mark("TIME"), mark("the time to go by, 2023-10-25 or 2023-10-25 14:00, instead of now")),
    ("--no-color", "", mark("no colours")),
    ("--quiet, -q", "", mark("only the answer, no talk")),
    ("--version", "", mark("the version")),
    ("--help, -h", "", mark("this page, or a command's")),
)


def summary_of(path: Path) -> str:
    """Return the first line of a command's file, which is its summary, without importing it."""
    with path.open(encoding="utf-8") as file:
        return file.readline().strip().strip('"')


def _complain(message: Message, hint: Message | None = None) -> None:
    from commcoord.console import Console

    console = Console()
    console.warn(_("error: {sentence}", sentence=message))
    if hint is not None:
        console.warn(f"  {hint}", "faint")
