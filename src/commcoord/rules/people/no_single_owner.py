"""There is no owner, or more than one.

What: `people.owner` is empty, or names two people, or a crowd (各部门, everyone). Of an emergency, see the rule
emergency-without-coordinator.

Why: what belongs to two belongs to nobody, for each believes that the other does it.

Bad:
    people:
      owner: 张伟（市场部）、李娜（产品部）

Good:
    people:
      owner: 张伟（市场部）

Bad (en):
    people:
      owner:

Good (en):
    people:
      owner: Zhang Wei (Marketing)
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.groups import means_everybody, means_nobody
from commcoord.language.messages import Message
from commcoord.records.roles import texts
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC202"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a record that is no emergency and has not exactly one owner."""
    _ = view
    owners = [one for one in texts(record, "people.owner") if not means_nobody(one)]
    if record.scenario == "emergency" or (len(owners) == 1 and not means_everybody(owners[0])):
        return
    if owners:
        message = Message("{owners}: more than one owner; who answers for it?", owners=record.people.owner)
    else:
        message = Message("No owner: who answers for it?")
    yield Finding(message, ("people", "owner"), f'commcoord people {record.id} --owner "…"')
