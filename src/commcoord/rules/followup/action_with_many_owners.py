"""Something is to be done by several people at once.

What: an action, milestone or measure names more than one owner, or everybody. Who helps belongs into the words.

Why: each of two owners waits for the other.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强、李娜, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单（李娜协助）, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Bad (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops, owner: Wang Qiang and Li Na, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx, done_on: 2023-10-24}

Good (en):
    actions:
      - {id: a-3f9k, what: Submit the list of shops with Li Na, owner: Wang Qiang (Sales), due: 2023-10-24,
         status: done, evidence: docs/sites.xlsx, done_on: 2023-10-24}
"""

from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.language.names import several
from commcoord.language.recipients import means_attendees, means_company
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC603"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find items that several people own."""
    for one in promised(record):
        owner = one.item.owner or ""
        owners = several(owner, view.settings.known_names)
        if len(owners) > 1 or means_attendees(owner) or means_company(owner):
            yield Finding(
                Message("“{what}” has more than one owner: {names}.", what=one.title, names=Several(owners)),
                one.at("owner"),
                one.setting("owner", quote(owners[0])),
                Message("Choose the one who answers for it."),
                one.id,
            )
