"""One line typed on a terminal: edited there, asked again where no record could hold it, and yes or no."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import TextIOWrapper

from commcoord.console import Console, talk
from commcoord.language.messages import _

YES = ("y", "yes", "是", "是的", "对", "對", "要", "好")
NO = ("n", "no", "否", "不", "不是", "不对", "不對", "不要", "不用")


class HungUpError(KeyboardInterrupt):
    """The system or a terminal that was closed ended the program at a question; as for Ctrl-C, answers are kept."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


def read_line(prompt: str) -> str:
    """Read a line from the terminal, the question going to stderr, so that stdout stays the answer.

    What cannot be decoded is kept as lone surrogates. Raises EOFError at the end of the input, HungUpError where the
    program is told to end, or the terminal is closed.
    """
    asked_on_terminal = sys.stdin.isatty()
    with _signals_raised():
        try:
            return _line(prompt)
        except EOFError:
            if asked_on_terminal and not sys.stdin.isatty():
                _hang_up(getattr(signal, "SIGHUP", signal.SIGTERM))
            raise


def _line(prompt: str) -> str:
    if _edits():
        with _stdout_on_stderr():
            return input(prompt).strip()
    sys.stderr.write(prompt)
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except OSError:  # the terminal has gone
        line = ""
    if not line:
        raise EOFError
    return line.strip()


def line_typed(console: Console, prompt: str) -> str:
    """Read a line as `read_line` does, and again as long as it holds what no record may: an arrow key, a stray byte.

    A prompt that is wider than the screen is broken between its words.
    """
    from commcoord.store.yaml_wanted import refusal_of

    bare = prompt.rstrip()
    *before, last = console.lines(bare)
    while refusal := refusal_of(line := _read_below(before, last + prompt[len(bare) :])):
        console.warn_wrapped(f"  {refusal}")
    return line


def _read_below(before: Sequence[str], prompt: str) -> str:
    """Read a line behind a prompt that has lines above it."""
    for line in before:
        talk(line)
    return read_line(prompt)


def agreed(console: Console, question: str) -> bool:
    """Ask yes or no; yes where nothing is typed."""
    return _yes_or_no(console, _("{question} [Y/n] ", question=question)) is not False


def said_yes_or_no(console: Console, question: str) -> bool:
    """Ask yes or no; no where nothing is typed, which is an answer like any other."""
    return _yes_or_no(console, _("{question} [y/N] ", question=question)) is True


def _yes_or_no(console: Console, prompt: str) -> bool | None:
    while typed := line_typed(console, prompt):
        meant = typed.casefold()
        if meant in YES or meant in NO:
            return meant in YES
        console.warn_wrapped(_("  “{text}” is neither yes nor no: type y or n.", text=typed))
    return None


@cache
def _edits() -> bool:
    """Make ready to read, and say whether lines can be edited here; Windows edits them by itself."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    try:
        import readline
    except ImportError:
        return False
    readline.parse_and_bind(
        "set enable-bracketed-paste off"
    )  # several lines that are pasted are several answers
    return True


@contextmanager
def _signals_raised() -> Iterator[None]:
    """Raise HungUpError for the signals that else end a program at once, with all that was typed."""
    known = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {one: signal.signal(one, _hang_up) for one in known if signal.getsignal(one) is signal.SIG_DFL}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _writes(stream: int) -> bool:
    try:
        os.write(stream, b"")
    except OSError:
        return False
    return True


def _hang_up(number: int, _frame: object = None) -> None:
    """Raise HungUpError; nobody is asked any more, and what is said to a terminal that is closed goes nowhere."""
    closed = number == getattr(signal, "SIGHUP", None)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2) if closed else (0,):
        if stream == 0 or not _writes(stream):
            os.dup2(nowhere, stream)
    os.close(nowhere)
    raise HungUpError(number)


@contextmanager
def _stdout_on_stderr() -> Iterator[None]:
    """Let readline, which writes to stdout only, reach the screen even in `path=$(commcoord new plan)`."""
    sys.stdout.flush()
    sys.stderr.flush()
    screen, answer = sys.stderr.fileno(), sys.stdout.fileno()
    kept = os.dup(answer)
    try:
        os.dup2(screen, answer)
        yield
    finally:
        os.dup2(kept, answer)
        os.close(kept)
