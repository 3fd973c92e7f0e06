"""The program's first lines: answers what needs no imports, then hands over to the command line."""

import gc
import os
import sys

from commcoord import __version__


def main() -> None:
    """Run commcoord with the arguments of this process; ends the process with its exit code."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _open_what_is_closed()
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"commcoord {__version__}", flush=True)
        except BrokenPipeError:  # whoever asked has gone; the interpreter must not complain at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        except OSError:  # a full disk: it fails once more below, where the reader's language is known
            pass
        else:
            return
    from commcoord.beginning import only_looks, scout_for  # the answer above must not wait for it

    gc.disable()  # what is loaded stays; commands that take their time have it on again (`commands.frame`)
    scout = scout_for(sys.argv[1:])
    from contextlib import suppress

    from commcoord.cli import run  # the look at the files must not wait for it

    code = run(sys.argv[1:], scout)
    if scout is not None:
        scout.dismiss()
    if only_looks(sys.argv[1:]):
        with suppress(OSError):  # `run` has told of it
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)  # to take apart what was loaded takes longer than to answer some questions
    gc.freeze()  # thousands of records go back to the system with the process, and not one by one before its end
    sys.exit(code)


def _open_what_is_closed() -> None:
    """Let what nobody reads go nowhere; the next file opened would take its place, and be written into."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004  0, 1 and 2 are what programs begin with
        pass
    os.close(opened)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  for as long as it runs
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


if __name__ == "__main__":
    main()
