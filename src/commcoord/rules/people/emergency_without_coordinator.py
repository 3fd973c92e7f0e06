"""An emergency names no overall coordinator.

What: the scenario is an emergency, and `people.owner`, who coordinates everything in it, is nobody or more than one.

Why: while a machine stands still, three departments act at once. One person must know what each of them does.

Bad:
    scenario: emergency
    people:
      owner:

Good:
    scenario: emergency
    people:
      owner: 张伟（市场部）

Bad (en):
    scenario: emergency
    people:
      owner: Zhang Wei (Marketing) and Li Na (Product)

Good (en):
    scenario: emergency
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

ID = "CC206"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find an emergency without one owner."""
    _ = view
    if record.scenario != "emergency":
        return
    owners = [one for one in texts(record, "people.owner") if not means_nobody(one)]
    if len(owners) == 1 and not means_everybody(owners[0]):
        return
    yield Finding(
        Message("An emergency needs one overall coordinator: who is it?"),
        ("people", "owner"),
        f'commcoord people {record.id} --owner "…"',
    )
