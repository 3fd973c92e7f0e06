"""A finding: which rule, where in the record, and the sentence; it knows neither file nor line nor format."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from commcoord.language.messages import Message

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the worst to the mildest."""


class Finding(NamedTuple):
    """What a rule found; the severity and the item are left out where the rule's own stand."""

    message: "Message"
    path: tuple[str | int, ...] = ()
    """The field that the fault is in, as keys and list places."""
    command: str = ""
    """The commcoord command that mends it, in every language the same."""
    hint: "Message | None" = None
    """How to mend it in words, where no command does."""
    item: str = ""
    severity: Severity | None = None
    """Set where this case is milder or graver than the rule's default."""


class Ruling(NamedTuple):
    """A finding together with its rule and the severity that counts in this repository."""

    rule: str
    name: str
    severity: Severity
    finding: Finding
    record: str = ""
    source: str = ""
    """The path of the file below the root."""
