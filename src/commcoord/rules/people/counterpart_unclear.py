"""On the other side it is not clear who speaks, or what that person may commit to.

What: the communication is external, and `people.counterpart` lacks the contact or the contact's authority.

Why: a promise is worth what the one who gives it may promise. Who finds out later that the contact could not approve
the price negotiates twice.

Bad:
    kind: feedback
    people:
      counterpart: {organisation: ABC科技, type: customer, contact: 王芳, authority: []}

Good:
    kind: feedback
    people:
      counterpart: {organisation: ABC科技, type: customer, contact: 王芳, authority: [确认方案]}

Bad (en):
    kind: feedback
    people:
      counterpart:
        organisation: ABC Tech
        contact:
        authority: [accept a solution]

Good (en):
    kind: feedback
    people:
      counterpart:
        organisation: ABC Tech
        contact: Wang Fang
        authority: [accept a solution]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.light import light
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC205"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find an external communication whose contact or whose contact's authority is missing."""
    _ = view
    if not record.external:
        return
    other = record.people.counterpart or light("Counterpart")({})
    command = f"commcoord people {record.id}"
    if not (other.contact or "").strip():
        yield Finding(
            Message("No contact outside: with whom is it agreed?"),
            ("people", "counterpart", "contact"),
            f'{command} --contact "…"',
        )
    if not any(one.strip() for one in other.authority):
        yield Finding(
            Message("Not said what the contact outside may commit to"),
            ("people", "counterpart", "authority"),
            f'{command} --authority "…"',
        )
