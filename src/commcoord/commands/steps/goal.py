"""What is to be achieved, as a result and not as a topic."""

from commcoord.commands import answering
from commcoord.commands.walking import step_command

run = step_command("goal")


def extra_options() -> list[object]:
    """Return the options of the answers that this step takes."""
    return list(answering.options_for("goal"))
