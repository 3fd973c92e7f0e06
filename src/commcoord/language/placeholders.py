"""What stands in a command for what somebody has yet to fill in: the same in JSON, said in the language when shown."""

from commcoord.language.later import later
from commcoord.language.messages import _, mark

PLACEHOLDERS = (mark("DATE"), mark("LINK"))
_PLACEHOLDER = later(rf"\b(?:{'|'.join(PLACEHOLDERS)})\b")


def shown(command: str) -> str:
    """Return a command as people read it: 日期 for DATE."""
    return _PLACEHOLDER.sub(lambda found: _(found[0]), command)
