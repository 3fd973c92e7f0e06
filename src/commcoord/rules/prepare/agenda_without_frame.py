"""The agenda has no opening, or no summary.

What: no item of the agenda opens (goal, agenda, expected result), or none sums up (decisions and actions read back).

Why: five minutes at the beginning save ten in the middle, and what is not read back at the end is remembered
differently by each.

Bad:
    kind: plan
    agenda:
      - {topic: 开场, minutes: 5}
      - {topic: 渠道两案比较, minutes: 60}

Good:
    kind: plan
    agenda:
      - {topic: 开场, minutes: 5}
      - {topic: 渠道两案比较, minutes: 60}
      - {topic: 总结, minutes: 10}

Bad (en):
    kind: plan
    agenda:
      - {topic: Both options, minutes: 60}
      - {topic: Summary, minutes: 10}

Good (en):
    kind: plan
    agenda:
      - {topic: Opening, minutes: 5}
      - {topic: Both options, minutes: 60}
      - {topic: Summary, minutes: 10}
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.folding import folded
from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC405"
SEVERITY = "info"

OPENING = re.compile(
    r"开场|开头|开始|开幕|引言|导入|致辞|欢迎|目标|目的|说明|介绍|背景|签到"
    r"|\b(?:open|opening|welcome|intro|introductions?|kick-?off|goals?|objectives?|purpose|start|check-in|background)\b"
)
SUMMARY = re.compile(
    r"总结|小结|收尾|结束|复述|确认|结论|下一步|闭幕|归纳"
    r"|\b(?:summary|summing up|sum up|wrap|clos(?:e|ing)|recap|conclusions?|next steps)\b"
    r"|\b(?:read(?:ing)?[ -]back|decisions)\b"
)


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find an agenda that lacks an opening or a summary."""
    _ = view
    topics = [folded(item.topic or "") for item in record.agenda]
    if not topics:
        return
    command = f'commcoord prepare {record.id} --agenda "…"'
    if not any(OPENING.search(topic) for topic in topics):
        yield Finding(
            Message("the agenda has no opening: goal, agenda, expected result"), ("agenda",), command
        )
    if not any(SUMMARY.search(topic) for topic in topics):
        yield Finding(
            Message("the agenda has no summary: decisions, actions, dates read back"), ("agenda",), command
        )
