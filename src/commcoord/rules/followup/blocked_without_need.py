"""Something cannot go on, and it is not said what it needs of whom.

What: a blocked action, milestone or measure without `needs`, or with a half of it.

Why: help comes from somebody, and with something; “blocked” alone moves nobody.

Bad:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: blocked,
         log: [{on: 2023-10-30, note: 门店不答复}]}

Good:
    step: followup
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-11-24, status: blocked,
         needs: {what: 门店联系人名单, of: 产品部}, log: [{on: 2023-10-30, note: 门店不答复}]}

Bad (en):
    step: followup
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-11-24, status: blocked,
         needs: {what: the list of contacts}, log: [{on: 2023-10-30, note: the shops do not answer}]}

Good (en):
    step: followup
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang (Sales), due: 2023-11-24, status: blocked,
         needs: {what: the list of contacts, of: Product}, log: [{on: 2023-10-30, note: the shops do not answer}]}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.promised import promised
from commcoord.records.said import said
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC606"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find blocked items that ask nobody for anything."""
    _ = view
    for one in promised(record):
        needs = one.item.needs
        if one.item.status == "blocked" and not (needs and said(needs.what) and said(needs.of)):
            yield Finding(
                Message("“{what}” is blocked: what does it need, and of whom?", what=one.title),
                one.at("needs"),
                f'commcoord block {one.name} --because "…" --of "…"',
                item=one.id,
            )
