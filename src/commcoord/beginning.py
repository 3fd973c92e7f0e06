"""What may begin before anything is imported: the look at all files, for the commands that answer from the index."""

from commcoord.store.scouting import Scout, sent_out

LOOKING = ("list", "search", "today", "show", "status", "trace", "followup", "check")
"""The commands that `commands.shortcut` knows a short way to."""
VALUED = ("-C", "--lang", "--as-of")
"""The options before a command that take the word after them."""


def scout_for(arguments: list[str]) -> Scout | None:
    """Send out a scout where a call seems to look at all records; whoever reads the call well may still let it go."""
    directory, command = _meant(arguments)
    return sent_out(directory) if command in LOOKING else None


def only_looks(arguments: list[str]) -> bool:
    """Whether a call seems to be one of those that only look."""
    return _meant(arguments)[1] in LOOKING


def _meant(arguments: list[str]) -> tuple[str, str]:
    """Return where a call stands, and its command."""
    directory, command, words = ".", "", iter(arguments)
    for word in words:
        if word == "-C":
            directory = next(words, "")
        elif word in VALUED and not command:
            next(words, "")
        elif not word.startswith("-"):
            command = command or word
    return directory, command
