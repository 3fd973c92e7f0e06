"""Git's merge driver for records, a program of its own: `commcoord-merge %O %A %B %P %L`.

Ends with 0 where the merge is clean, 1 where the file carries conflict markers; with anything above where it could
do nothing, so that the configured command goes on with git's own text merge.

Git starts it for each record of each commit: it imports nothing that it can do without, and looks for packages only
where it must read YAML (see merge_start.py).
"""

import os
import sys

CLEAN, CONFLICT, IMPOSSIBLE = 0, 1, 3
FORMS = (3, 4, 5)  # arguments
MARKER = 7  # characters; git's own length of a conflict marker


def main() -> None:
    """Merge as git asks; ends the process at once, since to take an interpreter down takes longer than a merge."""
    code = IMPOSSIBLE  # what nobody foresaw leaves the merge to git, too; as 1 it would pass for markers in the file
    try:
        code = run(sys.argv[1:])
    finally:
        sys.stderr.flush()
        os._exit(code)


def run(arguments: list[str]) -> int:
    """Merge the files named by base, ours (which takes the result) and theirs; return the exit code."""
    if len(arguments) not in FORMS:
        print("usage: commcoord-merge BASE OURS THEIRS [PATH [MARKER-SIZE]]", file=sys.stderr)
        return IMPOSSIBLE
    base, ours, theirs, path, size = [*arguments, *("", "", "")][:5]
    from commcoord.store.merging.pieces import merged_pieces

    try:
        versions = (_content(base), _content(ours), _content(theirs))
        merged = merged_pieces(*versions)
        if merged is None:
            return _merged_by_reading(versions, ours, path or ours, int(size) if size.isdecimal() else MARKER)
        _write(ours, merged)
    except OSError as error:
        return _impossible(path or ours, error)
    return CLEAN


def _merged_by_reading(versions: tuple[bytes, bytes, bytes], ours: str, name: str, size: int) -> int:
    if sys.flags.no_site:
        import site  # where the YAML readers are

        site.main()
    from commcoord.errors import CommcoordError
    from commcoord.store.merging.writing import merged_texts
    from commcoord.store.yaml_faults import NotYaml

    try:
        merge = merged_texts(*versions, size)
    except (CommcoordError, NotYaml, UnicodeDecodeError, RecursionError) as error:
        return _impossible(name, error)
    _write(ours, merge.text.encode())
    return CLEAN if merge.clean else CONFLICT


def _impossible(name: str, error: Exception) -> int:
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    print(ascii(f"commcoord-merge: {name}: {reason}")[1:-1], file=sys.stderr)
    return IMPOSSIBLE


def _content(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  pathlib takes longer to import than all this to run
        return file.read()


def _write(path: str, content: bytes) -> None:
    # A program that is killed here must leave ours whole for git's own merge that comes after it.
    beside = f"{path}.merged"
    with open(beside, "wb") as file:  # noqa: PTH123  as above
        file.write(content)
    os.replace(beside, path)  # noqa: PTH105  as above


if __name__ == "__main__":
    main()
