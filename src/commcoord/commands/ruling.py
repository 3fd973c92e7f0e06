"""What a gate's rules found, as commands tell it and as JSON has it."""

from commcoord.console import one_line
from commcoord.language.placeholders import shown
from commcoord.rules.finding import Ruling
from commcoord.session import Session


def tell_ruling(session: Session, ruling: Ruling) -> None:
    """Tell one finding with the command or the words that mend it."""
    console, finding = session.console, ruling.finding
    console.say(f"  {ruling.rule} {one_line(finding.message)}", ruling.severity)
    if finding.command:
        console.say(f"    → {one_line(shown(finding.command))}", "faint")
    if finding.hint is not None:
        console.say(f"    {one_line(finding.hint)}", "faint")


def blocker_json(ruling: Ruling) -> dict[str, str]:
    """Return a blocker as the contract has it in JSON."""
    return {"rule": ruling.rule, "message": ruling.finding.message.english, "command": ruling.finding.command}
