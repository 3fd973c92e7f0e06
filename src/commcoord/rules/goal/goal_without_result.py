"""The goal names a topic and not a result.

What: the goal says what will be talked about (讨论, 沟通一下, 了解情况, discuss, talk about), and names nothing that
will be there afterwards: a decision, a signature, a figure, something delivered. A company adds its own words in
`rules.vague_words`.

Why: a topic is always reached, for talking is enough. Only a result can be missed, and only then does anybody
notice.

Bad:
    goal: 讨论推广预算

Good:
    goal: 讨论并通过推广预算

Bad (en):
    goal: Discuss the budget of the launch

Good (en):
    goal: Settle the budget of the launch
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.language.wording import is_topic_only
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC102"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a goal of words for talking only."""
    topical = is_topic_only(record.goal or "", view.settings.rules.vague_words)
    if topical:
        yield Finding(
            Message("“{words}” is a topic: what will be there afterwards?", words=topical[0].text),
            ("goal",),
            f'commcoord goal {record.id} --goal "…"',
        )
