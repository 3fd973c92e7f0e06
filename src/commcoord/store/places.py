"""Where files may be written: below the root, under names that every system can hold."""

from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.language.later import later
from commcoord.language.messages import Message

LONGEST_NAME = 255
"""Bytes of UTF-8 in one name, the limit of the file systems of Linux; 85 Chinese characters fill it."""

_RESERVED = later(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
_UNFIT = later(r'[<>:"/\\|?*\x00-\x1f]')


def is_portable(name: str) -> bool:
    """Say whether Windows, macOS and Linux alike can hold a file of this name, and no program takes it for an option.

    Windows' rules: learn.microsoft.com/windows/win32/fileio/naming-a-file.
    """
    return not (
        not name
        or name.startswith("-")
        or name.endswith((" ", "."))
        or _UNFIT.search(name)
        or _RESERVED.fullmatch(name)
        or len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME
    )


def written_place(path: Path, root: Path) -> Path:
    """Return the real place of a file below a root, links followed.

    Raises ImpossibleError where it lies outside of the root or in `.git`, or has a name that not every system holds.
    """
    real_root, real = root.resolve(), path.resolve()
    if not real.is_relative_to(real_root) or real == real_root:
        raise ImpossibleError(
            Message("{path} lies outside of the repository; nothing was written.", path=str(path)),
            Message("A link that leads out is not followed: put the file itself into the repository."),
        )
    for name in real.relative_to(real_root).parts:
        if name.lower() == ".git" or not is_portable(name):
            raise ImpossibleError(
                Message("A file cannot be called “{name}”; nothing was written.", name=name),
                Message("Use letters, digits, dots, dashes and underscores."),
            )
    return real
