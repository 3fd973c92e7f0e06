"""What an answer after an edit takes at the least, whoever writes the program.

    python benchmarks/least.py FOLDER

takes the records repository in a folder, whose index is up to date, and runs commands by turns: as they are, and
followed in the same process by what cannot be left out where a file has changed. That is to load the YAML reader, read
that one file, and keep one row of it. What the file says is not even looked at, and no answer changes. It prints
medians in milliseconds.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 21
COMMANDS = (["followup"], ["list"], ["search", "物流"])


def least(path: str) -> None:
    """Read one file of the repository in this folder, and write a row of the index as it is."""
    from yaml_rs import loads

    loads(Path(path).read_text("utf-8"), parse_datetime=False)
    index = sqlite3.connect(".commcoord/index.sqlite", isolation_level=None)
    index.execute("PRAGMA synchronous = NORMAL")
    index.execute("BEGIN IMMEDIATE")
    index.execute("UPDATE files SET title = title WHERE path = ?", (path,))
    index.execute("COMMIT")


def answered(path: str, command: list[str]) -> None:
    """Be the program: answer, and do the least for a changed file if there is one."""
    from commcoord.beginning import scout_for
    from commcoord.cli import run

    run(command, scout_for(command))
    if path:
        least(path)
    sys.stdout.flush()
    os._exit(0)


def timed(folder: Path, path: str, command: list[str]) -> float:
    """Return the milliseconds that one call takes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, __file__, "--", path, *command], cwd=folder, capture_output=True, check=True
    )
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Time the commands and print what was found."""
    folder = Path(sys.argv[1]).resolve()
    path = max(folder.glob("records/*/minutes/*.yaml")).relative_to(folder).as_posix()
    for command in COMMANDS:
        for one in ("", path):
            timed(folder, one, command)
        pairs = [(timed(folder, "", command), timed(folder, path, command)) for _turn in range(RUNS)]
        warm = statistics.median(one for one, _other in pairs)
        more = statistics.median(other - one for one, other in pairs)
        told = f"the least for an edit {more:.1f} ms more, a tenth is {warm / 10:.1f} ms"
        print(f"{' '.join(command)}: {warm:.1f} ms; {told}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--"]:
        answered(sys.argv[2], sys.argv[3:])
    else:
        main()
