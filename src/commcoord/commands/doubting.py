"""What a careful reader would ask back about a date phrase."""

from typing import TYPE_CHECKING

from commcoord.language.dates import spelled
from commcoord.language.messages import _, spoken

if TYPE_CHECKING:
    from commcoord.language.dates import Meaning


def doubt(meaning: "Meaning | None") -> str:
    """Return what is said behind the day of a phrase: what contradicts it, or the other day that it may mean."""
    if meaning is None:
        return ""
    if meaning.against:
        return _(" (“{words}” contradicts that)", words=meaning.against)
    if meaning.ambiguous and meaning.other:
        return _(" (may also mean {date})", date=spelled(meaning.other, spoken()))
    return ""
