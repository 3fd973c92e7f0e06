"""File it with its conclusion, and learn from it."""

from commcoord.commands import answering
from commcoord.commands.walking import step_command

run = step_command("archive")


def extra_options() -> list[object]:
    """Return the options of the answers that this step takes."""
    return list(answering.options_for("archive"))
