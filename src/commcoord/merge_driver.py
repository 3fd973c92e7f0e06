"""Git's merge driver for records, a program of its own: `commcoord-merge %O %A %B %P %L`.

Ends with 0 where the merge is clean, 1 where the file carries conflict markers; with anything above where it could
do nothing, so that the configured command goes on with git's own text merge.
"""

import os
import sys
from collections.abc import Sequence

CLEAN, CONFLICT, IMPOSSIBLE = 0, 1, 3
FORMS = (3, 4, 5)  # arguments
MARKER = 7  # characters; git's own length of a conflict marker


def main() -> None:
    """Merge as git asks; ends the process at once, since to take an interpreter down takes longer than a merge."""
    code = run(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Merge the files named by base, ours (which takes the result) and theirs; return the exit code."""
    if len(arguments) not in FORMS:
        print("usage: commcoord-merge BASE OURS THEIRS [PATH [MARKER-SIZE]]", file=sys.stderr)
        return IMPOSSIBLE
    base, ours, theirs, path, size = [*arguments, *("", "", "")][:5]
    from commcoord.errors import CommcoordError
    from commcoord.store.yaml_faults import NotYaml

    try:
        return _merged(base, ours, theirs, int(size) if size.isdecimal() else MARKER)
    except (OSError, CommcoordError, NotYaml, UnicodeDecodeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        print(ascii(f"commcoord-merge: {path or ours}: {reason}")[1:-1], file=sys.stderr)
        return IMPOSSIBLE


def _merged(base: str, ours: str, theirs: str, size: int) -> int:
    versions = [_content(path) for path in (base, ours, theirs)]
    from commcoord.store.merging.writing import merged_texts

    merge = merged_texts(versions[0], versions[1], versions[2], size)
    # A program that is killed here must leave ours whole for git's own merge that comes after it.
    beside = f"{ours}.merged"
    with open(beside, "wb") as file:  # noqa: PTH123  pathlib takes longer to import than all this to run
        file.write(merge.text.encode())
    os.replace(beside, ours)  # noqa: PTH105  as above
    return CLEAN if merge.clean else CONFLICT


def _content(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  as above
        return file.read()


if __name__ == "__main__":
    main()
