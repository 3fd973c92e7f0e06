"""What a question of the checkup found."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from commcoord.language.messages import Message


class Complaint(NamedTuple):
    """One thing that is not as it should be; `fix` mends it where that is safe, else `mend` says how."""

    severity: Literal["error", "warning"]
    message: "Message"
    mend: "Message"
    fix: Callable[[], object] | None = None


Question = Callable[[Path], Iterator[Complaint]]
"""Looks at a clone by its root and yields what is wrong; nothing where all is well."""
