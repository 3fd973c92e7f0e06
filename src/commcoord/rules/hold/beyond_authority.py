"""The other side promised what its contact may not promise.

What: a decision taken, an action owned or something agreed by the counterpart's contact or organisation does what
    the contact's limit forbids, or exceeds an amount of the authority (“up to 50,000 yuan”).

Why: the promise is withdrawn by whoever may make it, after we have begun to rely on it.

Bad:
    scenario: customer
    people:
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）]
      counterpart: {organisation: ABC科技, type: customer, contact: 王芳, authority: [确认方案], limit: 不能批准付款}
    materials:
      - {title: 需求清单, type: requirements, sent: 2023-10-18 10:00}
      - {title: 报价, type: proposal, sent: 2023-10-18 10:00}
      - {title: 退换货政策, type: policy, sent: 2023-10-18 10:00}
    decisions:
      - {id: d-5c7w, what: 批准付款17万元, by: 王芳（ABC科技）}

Good:
    scenario: customer
    people:
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）]
      counterpart: {organisation: ABC科技, type: customer, contact: 王芳, authority: [确认方案], limit: 不能批准付款}
    materials:
      - {title: 需求清单, type: requirements, sent: 2023-10-18 10:00}
      - {title: 报价, type: proposal, sent: 2023-10-18 10:00}
      - {title: 退换货政策, type: policy, sent: 2023-10-18 10:00}
    decisions:
      - {id: d-5c7w, what: 付款17万元报ABC科技财务部批准, by: 王芳（ABC科技）}

Bad (en):
    kind: feedback
    measures:
      - {id: r-4k8m, what: Approve the payment for the old orders, owner: Wang Fang (ABC Tech), due: 2023-10-24,
         status: done, evidence: docs/abc/mail.eml, done_on: 2023-10-24}

Good (en):
    kind: feedback
    measures:
      - {id: r-4k8m, what: Test the repaired export, owner: Wang Fang (ABC Tech), due: 2023-10-24,
         status: done, evidence: docs/abc/mail.eml, done_on: 2023-10-24}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.authority import above_authority, beyond
from commcoord.language.messages import Message
from commcoord.records.counterparts import agreed_by_contact, of_counterpart
from commcoord.records.kinds import is_minutes
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.parsing import Path
    from commcoord.records.parts import Counterpart
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC507"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find promises of the other side that exceed what its contact may promise."""
    _ = view
    other = record.people.counterpart
    if other is None or not (other.limit or other.authority):
        return
    for path, text, who, item in _commitments(record):
        whose = "by" if path[0] == "decisions" else "owner"
        promise = text if of_counterpart(who, record) else agreed_by_contact(text, other)
        allowed = _exceeded(promise, other)
        if allowed is not None:
            yield Finding(
                Message(
                    "“{what}” goes beyond what {contact} may promise: {limit}.",
                    what=text,
                    contact=other.contact or other.organisation or "",
                    limit=allowed,
                ),
                path,
                f'commcoord hold {record.id} --set {".".join(map(str, path))}.{whose}="…"',
                hint=Message("Ask for the word of somebody over there who may say it, and name that person."),
                item=item,
            )


def _commitments(record: "Record") -> Iterator[tuple["Path", str, str | None, str]]:
    """Yield where a decision or item stands, its words, who takes or owns it, and its id."""
    for index, decision in enumerate(record.decisions if is_minutes(record) else []):
        yield ("decisions", index), decision.what or "", decision.by, decision.id or ""
    for one in promised(record):
        yield one.at(), one.item.what or "", one.item.owner, one.id


def _exceeded(promise: str, other: "Counterpart") -> str | None:
    """Return the limit or the authority that a promise exceeds."""
    if not promise:
        return None
    for name in (other.contact, other.organisation):
        promise = promise.replace(name, " ") if name else promise
    if other.limit and beyond(other.limit, promise):
        return other.limit
    return next((one for one in other.authority if above_authority(one, promise)), None)
