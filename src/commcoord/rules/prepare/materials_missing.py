"""It is important or complex, and there is nothing to read beforehand.

What: an important or complex communication has no materials (an error), or none of a customary type (a warning):
inside the company background, questions and alternatives, with others requirements, a proposal and the policy. What
is urgent is exempt.

Why: without something to read, the first half hour goes into telling everybody what some know already.

Bad:
    kind: plan
    materials:

Good:
    kind: plan
    materials:
      - {title: 用户调研数据, type: background, sent: 2023-10-18 10:00}
      - {title: 待定问题清单, type: questions, sent: 2023-10-18 10:00}
      - {title: 两案对比, type: alternatives, sent: 2023-10-18 10:00}

Bad (en):
    kind: plan
    materials:
      - {title: User survey, type: background, sent: 2023-10-18 10:00}

Good (en):
    kind: plan
    channel: {important: false, complex: false}
    materials:
      - {title: User survey, type: background, sent: 2023-10-18 10:00}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.labels import named
from commcoord.language.messages import Message, Several
from commcoord.records.said import said
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC401"
SEVERITY = "error"

INSIDE = ("background", "questions", "alternatives")
OUTSIDE = ("requirements", "proposal", "policy")


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find weighty communications without materials, or without a customary type of them."""
    _ = view
    if not record.weighty or record.urgent:
        return
    customary = OUTSIDE if record.external else INSIDE
    command = f'commcoord prepare {record.id} --material "… ({{}}) docs/…"'
    if not any(said(one.title) or said(one.link) for one in record.materials):
        yield Finding(
            Message("Important or complex, and nothing to read beforehand"),
            ("materials",),
            command.format(customary[0]),
        )
        return
    present = {one.type for one in record.materials}
    absent = [one for one in customary if one not in present]
    if absent:
        yield Finding(
            Message("Customary and not among the materials: {types}", types=Several(map(named, absent))),
            ("materials",),
            command.format(absent[0]),
            severity="warning",
        )
