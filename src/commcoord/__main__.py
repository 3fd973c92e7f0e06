"""The program's first lines: answers what needs no imports, then hands over to the command line."""

import os
import sys

from commcoord import __version__


def main() -> None:
    """Run commcoord with the arguments of this process; ends the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"commcoord {__version__}", flush=True)
        except BrokenPipeError:  # whoever asked has gone; the interpreter must not complain at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    from commcoord.cli import run  # the answer above must not wait for it

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
