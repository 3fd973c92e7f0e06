"""What to read beforehand, and an agenda that fits the time."""

from commcoord.commands import answering
from commcoord.commands.walking import step_command

run = step_command("prepare")


def extra_options() -> list[object]:
    """Return the options of the answers that this step takes."""
    return list(answering.options_for("prepare"))
