"""Materials were not sent a day before the start.

What: in an important or complex communication, a material is still unsent less than 24 hours before the start
(`materials_before`). Once the start has passed, or it was sent late, that can no longer be mended and stays as a
warning. What is urgent is exempt.

Why: who gets the figures in the meeting reads them in the meeting.

Bad:
    # as of 2023-10-19 18:00
    kind: plan
    step: prepare
    materials:
      - {title: 用户调研数据, type: background, sent: 2023-10-18 10:00}
      - {title: 待定问题清单, type: questions, sent: 2023-10-18 10:00}
      - {title: 两案对比, type: alternatives}

Good:
    # as of 2023-10-19 09:00
    kind: plan
    step: prepare
    materials:
      - {title: 用户调研数据, type: background, sent: 2023-10-18 10:00}
      - {title: 待定问题清单, type: questions, sent: 2023-10-18 10:00}
      - {title: 两案对比, type: alternatives}

Bad (en):
    kind: plan
    materials:
      - {title: User survey, type: background, sent: 2023-10-18 10:00}
      - {title: Open questions, type: questions, sent: 2023-10-18 10:00}
      - {title: Both options compared, type: alternatives, sent: 2023-10-20 09:00}

Good (en):
    kind: plan
    materials:
      - {title: User survey, type: background, sent: 2023-10-18 10:00}
      - {title: Open questions, type: questions, sent: 2023-10-18 10:00}
      - {title: Both options compared, type: alternatives, sent: 2023-10-19 14:00}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.clocks import happened, materials_due
from commcoord.records.evidence import material_claim
from commcoord.rules.finding import Finding
from commcoord.rules.proof import unproved

if TYPE_CHECKING:
    from commcoord.records.parts import Material
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC402"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find materials that are unsent after their deadline, or were sent after it."""
    if not record.materials or not record.weighty or record.urgent or record.kind == "task":
        return
    due = materials_due(record, view)
    for place, material in enumerate(record.materials):
        sent = happened(material.sent, view)
        if sent is None and view.now > due:
            yield _unsent(record, place, view)
        elif sent is not None and sent > due:
            yield _late(material, place, view)
        elif sent is not None and view.now > due:
            claim = material_claim(str(material.title), str(material.sent))
            yield from unproved(record, claim, due, view, ("materials", place, "sent"))


def _unsent(record: "Record", place: int, view: "View") -> Finding:
    start = record.begins(view.settings.zone)
    title = record.materials[place].title or "?"
    return Finding(
        Message("“{title}” is not sent; it begins at {start:%Y-%m-%d %H:%M}", title=title, start=start),
        ("materials", place),
        f"commcoord prepare {record.id} --sent …",
        severity="error" if view.now < start else "warning",
    )


def _late(material: "Material", place: int, view: "View") -> Finding:
    span = view.settings.deadlines.materials_before
    return Finding(
        Message(
            "“{title}” was sent at {sent}, less than {span} before the start",
            title=material.title or "?",
            sent=material.sent,
            span=span,
        ),
        ("materials", place, "sent"),
        hint=Message("It cannot be mended any more; begin with a minute to read."),
        severity="warning",
    )
