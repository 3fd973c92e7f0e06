"""Answers a shell that asks what may stand where the cursor is: one candidate a line, a tab, what it is."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from commcoord.completion.harmless import description, is_name, is_word
from commcoord.completion.places import AFTER_OPTION, AT_ARGUMENT, OF_COMMAND
from commcoord.completion.repository import MOST, Candidate, Offers

TAKES_VALUE = ("-C", "--lang", "--as-of")


def answer(arguments: Sequence[str]) -> int:
    """Print candidates for `SHELL -- WORD… CURRENT`; what cannot be known prints nothing."""
    shell, *words = [one for place, one in enumerate(arguments) if not (place == 1 and one == "--")] or [""]
    if (
        shell == "powershell" and words
    ):  # it cannot hand over an empty word, so the last one begins with a mark
        words[-1] = words[-1].removeprefix("=")
    lines = [_line(text, about, shell) for text, about in candidates(words or [""])]
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def _line(text: str, about: str, shell: str) -> str:
    shown = (
        text.replace(" ", "\\ ") if shell == "bash" else text
    )  # bash inserts what it gets, the others quote it
    return f"{shown}\t{about}".rstrip("\t")


def candidates(words: Sequence[str]) -> list[Candidate]:
    """Return what the last of the words may become: harmless, each once, at most `MOST`."""
    current = words[-1].strip("\"'")
    found: dict[str, str] = {}
    for text, about in _offered(words, current):
        if (is_word(text) or is_name(text)) and _fits(text, current):
            found.setdefault(text, description(about))
        if len(found) == MOST:
            break
    return list(found.items())


def _fits(text: str, current: str) -> bool:
    """Whether a candidate begins with what is typed, or its random part does."""
    wanted = current.replace("\\ ", " ").casefold()
    return text.casefold().startswith(wanted) or text.rpartition("-")[2].startswith(wanted)


def _offered(words: Sequence[str], current: str) -> Iterator[Candidate]:
    command, directory = _command(words[:-1])
    before = words[-2] if len(words) > 1 else ""
    offers = Offers(Path(directory), lambda text: _fits(text, current))
    if (command, before) in OF_COMMAND:
        yield from OF_COMMAND[command, before](offers)
    elif before in AFTER_OPTION:
        yield from AFTER_OPTION[before](offers)
    elif before in TAKES_VALUE:
        return
    elif before.startswith("-") and (words_of := _values(command, before)) is not None:
        yield from ((word, "") for word in words_of)
    elif current.startswith("-"):
        yield from _options(command)
    elif not command or command == "help":
        yield from _commands()
    else:
        yield from AT_ARGUMENT[command](offers) if command in AT_ARGUMENT else ()


def _command(words: Sequence[str]) -> tuple[str, str]:
    """Return the command among the words before the current one, and the folder that -C names."""
    directory, command, rest = ".", "", list(words)
    while rest:
        word = rest.pop(0)
        if word in TAKES_VALUE:
            value = rest.pop(0) if rest else ""
            directory = value if word == "-C" and value else directory
        elif not word.startswith("-") and not command:
            command = word
    return command, directory


def _commands() -> Iterable[Candidate]:
    from commcoord.cli import commands, summary_of
    from commcoord.language.messages import _

    yield from ((name, _(summary_of(path))) for name, path in commands().items())


def _values(command: str, option: str) -> Sequence[str] | None:
    """Return the words that a command's option knows, of which its help tells; none where no value comes after it."""
    from commcoord.cli import commands, module_of

    if command not in commands():
        return None
    from commcoord.commands.frame import values_of

    return values_of(module_of(command), command, option)


def _options(command: str) -> Iterable[Candidate]:
    from commcoord.cli import GLOBAL_HELP, commands, module_of
    from commcoord.language.messages import _

    if command in commands():
        from commcoord.commands.frame import options_of

        yield from options_of(module_of(command), command)
    else:
        for names, _value, about in GLOBAL_HELP:
            yield names.partition(",")[0], _(about)
