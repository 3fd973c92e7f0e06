"""A department that asks, decides or has an action neither takes part nor is informed.

What: a department of our own stands behind an ask, a decider or the owner of an action, milestone or measure, and
nobody of it takes part, attends, carries out, is informed or gets a copy. Where nobody is listed yet as taking part,
only asks and actions are looked at.

Why: whoever was not there hears of it when it is too late to object, and then objects all the same.

Bad:
    asks:
      - {who: 市场部, what: 拿到定稿的产品卖点, urgent: true, important: true}
      - {who: 财务部, what: 总预算不高于去年, urgent: false, important: true}

Good:
    asks:
      - {who: 市场部, what: 拿到定稿的产品卖点, urgent: true, important: true}
      - {who: 财务部, what: 总预算不高于去年, urgent: false, important: true}
    people:
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）, 冯雪（财务部）]
    circulated: {at: 2023-10-20 17:00, to: [全体参会人, 冯雪（财务部）, 公司管理层], by: email}

Bad (en):
    kind: task
    milestones:
      - {id: m-2t6n, what: Deliver the final leaflet, owner: He Xiaoyan (Logistics), due: 2023-10-26,
         status: done, evidence: docs/leaflet.pdf, done_on: 2023-10-26}

Good (en):
    kind: task
    people:
      informed: [Logistics]
    milestones:
      - {id: m-2t6n, what: Deliver the final leaflet, owner: He Xiaoyan (Logistics), due: 2023-10-26,
         status: done, evidence: docs/leaflet.pdf, done_on: 2023-10-26}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.groups import means_everybody
from commcoord.language.messages import Message
from commcoord.language.names import several
from commcoord.records.kinds import is_minutes
from commcoord.records.roles import OWNERS, named, texts
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.parsing import Path
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.view import View

ID = "CC203"
SEVERITY = "error"

LISTED = ("people.takes_part", "attendees")
TAKING_PART = (*LISTED, "people.owner", "people.executes", "chair", "recorder", "initiator", "collaborators")
HEARING = ("people.informed", "cc", "channel.cc", "circulated.to")


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find the departments that are needed and left out; each once, where it is first needed."""
    present = texts(record, *TAKING_PART, *HEARING)
    if is_minutes(record):
        present += [one.who for one in record.absent if one.who]
    if any(map(means_everybody, present)):
        return
    if view.settings.departments:
        among = view.settings.directory.of_all
        if among(_asked_for(record)) <= among(present):
            return
    known = {_department(name, view.settings) for name in present}
    for path, name in _needed(record):
        department = _department(name, view.settings)
        if department is not None and department not in known and _ours(department, record, view.settings):
            known.add(department)
            yield Finding(
                Message(
                    "{department} is needed here, but neither takes part nor is informed",
                    department=department,
                ),
                path,
                f'commcoord people {record.id} --takes-part "…"',
            )


def _asked_for(record: "Record") -> list[str]:
    """Return no fewer names than are needed, without their places, which are slower to find."""
    return [name for ask in record.asks for name in several(ask.who or "")] + texts(
        record, "people.decides", OWNERS
    )


def _needed(record: "Record") -> Iterator[tuple["Path", str]]:
    for place, ask in enumerate(record.asks):
        yield from ((("asks", place, "who"), name) for name in several(ask.who or ""))
    if texts(record, *LISTED):
        yield from named(record, "people.decides")
    cancelled = {index for index, item in enumerate(record.items) if item.status == "cancelled"}
    for path, name in named(record, OWNERS):
        if path[1] not in cancelled:
            yield path, name


def _department(text: str, settings: "Settings") -> str | None:
    return settings.department(text) or (text if not settings.departments and text.endswith("部") else None)


def _ours(department: str, record: "Record", settings: "Settings") -> bool:
    if settings.departments:
        return department in settings.departments
    other = record.people.counterpart
    return other is None or other.organisation != department
