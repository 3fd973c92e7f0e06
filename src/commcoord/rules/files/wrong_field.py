"""A field is unknown, missing, or of the wrong form.

What: a key is none of the fields that this kind of record has at this place (the nearest known name is given), a
field that every record needs is not there, or a value cannot be what the field wants: a date, a list, one of
certain words, an id.

Why: a misspelled field is read by nobody. Whoever wrote it believes that the deadline stands, and it does not.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, state: done,
         status: done, evidence: docs/sites.xlsx}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx}

Bad (en):
    kind: plan
    place: Room 301
    deliverable: [The launch plan]

Good (en):
    kind: plan
    place: Room 301
    deliverables: [The launch plan]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.vocabulary import KINDS
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import View

ID = "CC002"
SEVERITY = "error"


def inspect(source: "Source", view: "View") -> Iterator[Finding]:
    """Find the fields that could not be read."""
    _ = view
    for wrong in source.wrong:
        yield Finding(wrong.message, wrong.path, hint=_hint(source))


def _hint(source: "Source") -> Message:
    kind = source.tree.get("kind")
    shown = kind if kind in KINDS else "KIND"
    return Message("See the fields that there are with: commcoord schema {kind}", kind=shown)
