"""The program's first lines: answers what needs no imports, then hands over to the command line."""

import sys

from commcoord import __version__


def main() -> None:
    """Run commcoord with the arguments of this process; ends the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        print(f"commcoord {__version__}")
        return
    from commcoord.cli import run  # the answer above must not wait for it

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
