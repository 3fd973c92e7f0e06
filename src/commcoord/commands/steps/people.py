"""Who decides, who carries it out, who takes part, who must be informed."""

from commcoord.commands import answering
from commcoord.commands.walking import step_command

run = step_command("people")


def extra_options() -> list[object]:
    """Return the options of the answers that this step takes."""
    return list(answering.options_for("people"))
