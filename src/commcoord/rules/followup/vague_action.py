"""An action that nobody can check: it pushes, follows, strengthens, and delivers nothing.

What: the words of an action, milestone or measure have a vague verb (推进, 跟进, 加强, 配合, 尽量, look into, push
    forward, work on …) and nothing to deliver, or there are no words. A company adds its own in commcoord.yaml. Once
    it is done, it is a warning.

Why: “push the plan forward” is always being done and never finished; “deliver the first draft” is one or the other.

Bad:
    step: followup
    actions:
      - {id: a-3f9k, what: 跟进门店活动, owner: 王强（销售部）, due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, note: 已联系门店}]}

Good:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, note: 已联系门店}]}

Bad (en):
    step: followup
    actions:
      - {id: a-3f9k, what: Push the plan forward, owner: Wang Qiang (Sales), due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, note: spoke to the shops}]}

Good (en):
    step: followup
    actions:
      - {id: a-3f9k, what: Deliver the first draft, owner: Wang Qiang (Sales), due: 2023-11-24, status: doing,
         log: [{on: 2023-10-30, note: spoke to the shops}]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.language.wording import is_vague_action
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.promised import Promised
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC605"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find items with nothing to deliver, each once."""
    for one in promised(record):
        words = (one.item.what or "").strip()
        found = is_vague_action(words, view.settings.rules.vague_words)
        if not words:
            yield _finding(one, Message("It does not say what is to be done."))
        elif found:
            said = Several(span.text for span in found)
            yield _finding(one, Message("“{what}” delivers nothing: {words}.", what=words, words=said))


def _finding(one: "Promised", message: Message) -> Finding:
    return Finding(
        message,
        one.at("what"),
        one.setting("what", '"…"'),
        Message("Say what will be there when it is done: a list, a draft, a signed form."),
        one.id,
        "warning" if one.item.status == "done" else None,
    )
