"""A linked record or item does not exist.

What: an id in `links`, in an item's `after`, in `leftover`, in a decision's `replaces` or as a written record is the
id of nothing in this repository.

Why: a chain with a missing link cannot be followed: nobody finds the meeting that a task comes from, and an action
that waits for something that is not there waits for ever.

Bad:
    links: [plan-20231013-m4x9]

Good:
    links: [plan-20231013-m4x9]
    ---
    kind: plan
    id: plan-20231013-m4x9

Bad (en):
    leftover: [a-7h2m]

Good (en):
    leftover: [a-7h2m]
    ---
    id: minutes-20231013-5xkd
    actions:
      - {id: a-7h2m, what: Deliver the first draft, owner: Li Na (Product), due: 2023-10-24, status: done,
         evidence: docs/draft.pdf}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.ids import is_record_id
from commcoord.records.kinds import is_minutes
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC004"
SEVERITY = "error"
Link = tuple[str, tuple[str | int, ...]]


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find ids that nothing carries; a file that cannot be read still carries its own."""
    for name, path in _links(record):
        if not view.holders(name):
            yield Finding(
                Message("nothing here is called {name}", name=name),
                path,
                hint=Message(
                    "Mend the id, or take it out. Look for what is meant with: commcoord search WORDS"
                ),
            )


def _links(record: "Record") -> Iterator[Link]:
    for place, name in enumerate(record.links):
        yield name, ("links", place)
    written = record.channel.written_record
    if written and is_record_id(written):
        yield written, ("channel", "written_record")
    for place, item in enumerate(record.items):
        for number, name in enumerate(item.after):
            yield name, (record.items_field, place, "after", number)
    if is_minutes(record):
        yield from _links_of_minutes(record)


def _links_of_minutes(record: "Minutes") -> Iterator[Link]:
    for place, name in enumerate(record.leftover if isinstance(record.leftover, list) else ()):
        yield name, ("leftover", place)
    for place, decision in enumerate(record.decisions):
        if decision.replaces:
            yield decision.replaces, ("decisions", place, "replaces")
