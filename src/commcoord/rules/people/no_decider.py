"""Nobody decides.

What: `people.decides` names nobody, neither here nor in a linked plan.

Why: where nobody may decide, everything said is an opinion, and the next meeting begins where this one began.

Bad:
    kind: plan
    people:
      decides: []

Good:
    kind: plan
    people:
      decides: [张伟（市场部）]

Bad (en):
    kind: plan
    people:
      decides:

Good (en):
    kind: plan
    people:
      decides: [Zhang Wei (Marketing)]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.groups import means_nobody
from commcoord.language.messages import Message
from commcoord.records.roles import texts
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC201"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a record without a decider."""
    _ = view
    if all(map(means_nobody, texts(record, "people.decides"))):
        yield Finding(
            Message("Nobody decides: who has the last word?"),
            ("people", "decides"),
            f'commcoord people {record.id} --decides "…"',
        )
